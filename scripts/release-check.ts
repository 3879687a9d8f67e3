// `npm run release-check`: what still stands between this tree and a release (docs/release.md). Ends with 1 where something
// stops it.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { helpIfAsked, wholeNumber } from './arguments';
import './plain-faults';
import { type Check, runChecks } from './release/checks';

/** Of a long list the first ones are enough to begin with. */
const SHOWN = 8;

helpIfAsked(`npm run release-check -- [--days <n>]

  --days  how old a line may be that is offered first; 365 without it`);
const { values } = parseArgs({ options: { days: { type: 'string', default: '365' } } });
const days = wholeNumber('--days', values.days);

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
