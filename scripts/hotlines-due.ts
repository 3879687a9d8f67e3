// `npm run hotlines-due`: which numbers and pages somebody should try again before a release, the most urgent first.
// `-- --days 180` sets what is too old (365), `-- --all` names the young ones too. Ends with 1 where a line that is
// offered first is too old or was never dated: a release should not go out with it.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadHelp, readHelpFiles } from '../help/load';
import { dueEntries, dueRow, overdue } from '../help/stale';
import { WrongArgument } from './plain-faults';

const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '365' },
    all: { type: 'boolean', default: false },
  },
});
const days = Number(values.days);
if (!Number.isInteger(days) || days < 1) throw new WrongArgument('--days must be a whole number above 0');

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
