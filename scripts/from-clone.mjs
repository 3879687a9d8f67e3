// `node scripts/from-clone.mjs <script> …`: installs, finds a browser and builds, then runs scripts/<script>.ts. For commands
// that an outsider runs straight after `git clone`. Plain Node up to the install.
import { spawnSync } from 'node:child_process';
import { commandOf, installPackages, ROOT, requireNode } from './install.mjs';

requireNode();
const [script, ...args] = process.argv.slice(2);
/** Only how the command is used is asked for: that needs no browser and no build. */
const asksForHelp = args.includes('--help') || args.includes('-h');
const run = (quiet, ...command) =>
  spawnSync(process.execPath, command, {
    cwd: ROOT,
    stdio: quiet ? ['ignore', 'ignore', 'inherit'] : 'inherit',
  }).status ?? 1;
if (!installPackages()) process.exit(1);
const before = [
  [false, '--import', 'tsx', 'scripts/browser/ensure.ts'],
  [true, commandOf('wxt'), 'prepare'],
  [true, commandOf('wxt'), 'build'],
];
const steps = [...(asksForHelp ? [] : before), [false, '--import', 'tsx', `scripts/${script}.ts`, ...args]];
for (const [quiet, ...command] of steps) {
  const status = run(quiet, ...command);
  if (status !== 0) process.exit(status);
}
