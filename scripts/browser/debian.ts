// What can be installed without asking: packages of Debian, by root, as in a container or a build machine.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import os from 'node:os';

/** Root on Debian itself; on Ubuntu the packages of browsers are only pointers to snaps. */
export function canInstall(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/etc/os-release'))
    return false;
  return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** Installs packages. Where that fails it says so and goes on: whoever called looks for what it wanted, and says what is missing. */
export function installFromDebian(packages: readonly string[], say: (line: string) => void): void {
  say(`Installing from Debian: ${packages.join(', ')} …`);
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, encoding: 'utf8' } as const;
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
  ]) {
    const done = spawnSync('apt-get', args, options);
    if (done.status !== 0)
      say(`apt-get ${args[0]} failed: ${(done.stderr ?? '').trim().split(os.EOL).pop() ?? ''}`);
  }
}
