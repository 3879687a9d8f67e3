// What of a folder is the project's own: what git lists. All else may be somebody's saved page or chat.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Files } from './zips';

/**
 * Paths that git lists in `root`, added files included; null where `root` is no clone, as where the sources were unpacked.
 * Throws where it is one and git does not answer.
 */
export function trackedFiles(root: string): ReadonlySet<string> | null {
  const clone = path.join(root, '.git');
  if (!existsSync(clone)) return null;
  // With the clone named, git asks neither whose it is nor for one further up.
  const { status, stdout, stderr } = spawnSync('git', [`--git-dir=${clone}`, 'ls-files', '-z'], {
    ...{ cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  });
  if (status !== 0)
    throw new Error(`git can't list the files of ${root}, so others could be packed.\n${stderr ?? ''}`);
  return new Set(stdout.split('\0').filter((name) => name !== ''));
}

/** The files that git lists, and the paths of those that it does not. Outside of a clone all are kept. */
export function keepTracked(
  files: Files,
  tracked: ReadonlySet<string> | null,
): { readonly kept: Files; readonly left: readonly string[] } {
  const isKept = (name: string) => tracked === null || tracked.has(name);
  return {
    kept: Object.fromEntries(Object.entries(files).filter(([name]) => isKept(name))),
    left: Object.keys(files).filter((name) => !isKept(name) && !name.endsWith('/')),
  };
}
