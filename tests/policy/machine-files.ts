// Puts policy files where browsers read them. They would hold for the whole machine, so the tests run in a mount namespace
// of their own with a copy of /etc (scripts/policy-tests.mjs), which is gone when they end. Anywhere else this refuses.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where browsers on Linux look. */
export const POLICY_FILES = {
  chromium: '/etc/chromium/policies/managed/porchlight.json',
  firefox: '/etc/firefox/policies/policies.json',
};

/** Writes a policy, anew while the browser runs. Throws, and has written nothing, where /etc is the machine's own. */
export function writePolicy(browser: keyof typeof POLICY_FILES, policy: unknown): void {
  requirePrivateEtc();
  const file = POLICY_FILES[browser];
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(policy, null, 2));
}

export function removePolicy(browser: keyof typeof POLICY_FILES): void {
  requirePrivateEtc();
  rmSync(POLICY_FILES[browser], { force: true });
}

function requirePrivateEtc(): void {
  // Fields of a line: id, parent, device, root, mount point …, a dash, type (man 5 proc_pid_mountinfo).
  const isPrivate = readFileSync('/proc/self/mountinfo', 'utf8')
    .split('\n')
    .some((line) => line.split(' ')[4] === '/etc' && / - tmpfs /.test(line));
  if (!isPrivate)
    throw new Error('These tests never write to a machine’s own /etc: run `npm run test:policy`.');
}
