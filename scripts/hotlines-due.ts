// `npm run hotlines-due`: which numbers and pages somebody should try again before a release, the most urgent first.
// Ends with 1 where a line that is offered first is too old or was never dated: a release should not go out with it.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadHelp, readHelpFiles } from '../help/load';
import { dueEntries, dueRow, overdue } from '../help/stale';
import { helpIfAsked, wholeNumber } from './arguments';
import './plain-faults';

helpIfAsked(`npm run hotlines-due -- [--days <n>] [--all]

  --days  a line is too old that nobody looked at for so many days; 365 without it
  --all   names those that are not too old as well`);
const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '365' },
    all: { type: 'boolean', default: false },
  },
});
const days = wholeNumber('--days', values.days);

const { data, problems } = loadHelp(readHelpFiles(fileURLToPath(new URL('../help', import.meta.url))));
if (data === null) throw new Error(`help/ is not right:\n${problems.join('\n')}`);

const entries = dueEntries(data, Date.now());
const old = overdue(entries, days);
const oldFirst = old.filter(({ first }) => first);
process.stdout.write(`${(values.all ? entries : old).map(dueRow).join('\n')}\n`);
process.stdout.write(
  `${old.length} of ${entries.length} entries were not looked at for ${days} days, ${oldFirst.length} of them offered first\n`,
);
if (oldFirst.length > 0) process.exitCode = 1;
