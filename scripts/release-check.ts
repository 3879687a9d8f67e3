// `npm run release-check`: what still stands between this tree and a release (docs/release.md). Ends with 1 where something
// stops it. `-- --days 180` sets how old a line that is offered first may be (365).
import path from 'node:path';
import { parseArgs } from 'node:util';
import { WrongArgument } from './plain-faults';
import { type Check, runChecks } from './release/checks';

/** Of a long list the first ones are enough to begin with. */
const SHOWN = 8;

const { values } = parseArgs({ options: { days: { type: 'string', default: '365' } } });
const days = Number(values.days);
if (!Number.isInteger(days) || days < 1) throw new WrongArgument('--days must be a whole number above 0');

const root = path.resolve(import.meta.dirname, '..');
const { stops, gaps } = await runChecks({ root, today: Date.now(), days });
print('Must hold', stops, '✘');
print('Must be said in the notes', gaps, '·');
const failing = stops.filter(({ found }) => found.length > 0).length;
console.log(
  failing === 0
    ? 'Nothing here stops a release. docs/release.md has what only people can check.'
    : `${failing} of ${stops.length} stop a release.`,
);
process.exitCode = failing === 0 ? 0 : 1;

function print(title: string, checks: readonly Check[], mark: string): void {
  console.log(`${title}:`);
  for (const { asks, found } of checks) {
    console.log(`${found.length === 0 ? '✓' : mark} ${asks}`);
    for (const one of found.slice(0, SHOWN)) console.log(`    ${one}`);
    if (found.length > SHOWN) console.log(`    and ${found.length - SHOWN} more`);
  }
  console.log('');
}
