// Prints every problem of rules/ and ends with 1 where there is one: `npx tsx scripts/check-rules.ts`.
import { fileURLToPath } from 'node:url';
import { describeProblems, loadRules } from '../rules/load';

const { rules, problems } = loadRules(fileURLToPath(new URL('../rules', import.meta.url)));
for (const { language, signals } of rules.packs)
  process.stdout.write(
    `${language}: ${signals.length} signals, ${signals.reduce((sum, { phrases }) => sum + phrases.length, 0)} phrases\n`,
  );
if (problems.length > 0) {
  process.stdout.write(`${describeProblems(problems)}\n${problems.length} problems\n`);
  process.exitCode = 1;
}
