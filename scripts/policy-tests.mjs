// `npm run test:policy`: real browsers under real policies, in a mount namespace of their own. The machine's /etc stays as
// it is: the browsers see a copy of it in memory, and that copy is gone when the tests end.
import { spawnSync } from 'node:child_process';
import { commandOf, ROOT } from './install.mjs';

/** Ends with this where the machine allows no such namespace, so that `npm test` can say so. */
const NOT_ALLOWED = 3;

const asRoot = process.getuid?.() === 0;
const unshare = [
  ...(asRoot ? [] : ['--user', '--map-root-user']),
  ...['--mount', '--propagation', 'private', '--', 'bash', '-c'],
];
const script = [
  'copy=$(mktemp -d) && mount -t tmpfs tmpfs "$copy"',
  'cp -a /etc/. "$copy" 2>/dev/null; mount --bind "$copy" /etc && rmdir "$copy" 2>/dev/null; exec "$@"',
].join(' && ');
const isAllowed =
  spawnSync('unshare', [...unshare, script, 'trial', 'true'], { stdio: 'ignore' }).status === 0;

if (isAllowed) {
  const command = [
    commandOf('@playwright/test', 'playwright'),
    'test',
    '--config=playwright.policy.config.ts',
  ];
  const { status } = spawnSync(
    'unshare',
    [...unshare, script, 'policy-tests', process.execPath, ...command, ...process.argv.slice(2)],
    { cwd: ROOT, stdio: 'inherit' },
  );
  process.exitCode = status ?? 1;
} else {
  console.error(
    'Policy tests not run: they need a copy of /etc that only they see, and this machine allows none (Linux, unshare).',
  );
  process.exitCode = NOT_ALLOWED;
}
