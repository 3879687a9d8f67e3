// `npm run test:policy`: real browsers under real policies, in a mount namespace of their own. The machine's /etc stays as
// it is: the browsers see a copy of it in memory, and that copy is gone when the tests end.
import { spawnSync } from 'node:child_process';
import { commandOf, ROOT } from './install.mjs';

if (process.platform !== 'linux') {
  console.error('Policy tests run on Linux alone: they need a copy of /etc that only they see (unshare).');
  process.exit(1);
}
const script = [
  'copy=$(mktemp -d) && mount -t tmpfs tmpfs "$copy"',
  'cp -a /etc/. "$copy" 2>/dev/null; mount --bind "$copy" /etc && rmdir "$copy" 2>/dev/null; exec "$@"',
].join(' && ');
const asRoot = process.getuid() === 0;
const command = [commandOf('@playwright/test', 'playwright'), 'test', '--config=playwright.policy.config.ts'];
const { status } = spawnSync(
  'unshare',
  [
    ...(asRoot ? [] : ['--user', '--map-root-user']),
    ...['--mount', '--propagation', 'private', '--', 'bash', '-c', script, 'policy-tests'],
    ...[process.execPath, ...command, ...process.argv.slice(2)],
  ],
  { cwd: ROOT, stdio: 'inherit' },
);
process.exitCode = status ?? 1;
