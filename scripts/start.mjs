// `npm start`: from a fresh clone to the practice tour in a real browser. Plain Node up to the install; the rest is TypeScript.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { installPackages, ROOT, requireNode } from './install.mjs';

requireNode();
if (!installPackages()) process.exit(1);
const tour = spawn(
  process.execPath,
  ['--import', 'tsx', path.join(ROOT, 'scripts/tour/main.ts'), ...process.argv.slice(2)],
  { cwd: ROOT, stdio: 'inherit' },
);
// Ctrl-C reaches the tour as well: it closes its browser, removes its profile and ends by itself.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => tour.kill('SIGTERM'));
tour.on('exit', (code) => process.exit(code ?? 1));
