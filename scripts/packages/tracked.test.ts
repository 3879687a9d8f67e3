import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepTracked, trackedFiles } from './tracked';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'porchlight-tracked-'));
  mkdirSync(path.join(root, 'src'));
  for (const name of ['src/one.ts', 'src/របៀប.md', 'page.html', 'src/chat.jsonl'])
    writeFileSync(path.join(root, name), 'x');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const bytes = new Uint8Array();
const files = { 'src/one.ts': bytes, 'src/របៀប.md': bytes, 'page.html': bytes, 'src/chat.jsonl': bytes };

it('outside of a clone all is kept, though a folder above were one', () => {
  expect(trackedFiles(path.join(root, 'src'))).toBeNull();
  expect(keepTracked(files, null)).toEqual({ kept: files, left: [] });
});

it('in a clone only what git lists is kept', () => {
  const clone = path.join(root, '.git');
  for (const args of [
    ['init', '-q'],
    ['add', 'src/one.ts', 'src/របៀប.md'],
  ])
    spawnSync('git', [`--git-dir=${clone}`, `--work-tree=${root}`, ...args], { cwd: root });
  expect(trackedFiles(root)).toEqual(new Set(['src/one.ts', 'src/របៀប.md']));
  const { kept, left } = keepTracked(files, trackedFiles(root));
  expect(Object.keys(kept)).toEqual(['src/one.ts', 'src/របៀប.md']);
  expect(left).toEqual(['page.html', 'src/chat.jsonl']);
});

it('a clone that git can not read makes nothing', () => {
  const broken = path.join(root, 'src');
  writeFileSync(path.join(broken, '.git'), 'gitdir: nowhere\n');
  expect(() => trackedFiles(broken)).toThrow("git can't list the files");
});
