import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { brokenPackages, undated } from './checks';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'porchlight-release-'));
  mkdirSync(path.join(root, '.output'));
});
afterEach(() => rmSync(root, { recursive: true }));

it('wants an entry with a date for the version', () => {
  writeFileSync(
    path.join(root, 'CHANGELOG.md'),
    '# What changed\n\n## 1.1.0, not released yet\n\n## 1.0.0, 1 May 2026\n',
  );
  expect(undated(root, '1.0.0')).toEqual([]);
  expect(undated(root, '1.1.0')).toEqual(['"## 1.1.0, not released yet" has no date.']);
  expect(undated(root, '2.0.0')).toEqual(['There is no entry for 2.0.0.']);
});

it('wants every package as it is listed, and of this version', () => {
  const out = path.join(root, '.output');
  expect(brokenPackages(root, '1.0.0')).toEqual(['.output/SHA256SUMS is missing.']);
  const line = (text: string, name: string) => `${createHash('sha256').update(text).digest('hex')}  ${name}`;
  const lines = [
    line('a', 'x-1.0.0-chrome.zip'),
    line('b', 'x-1.0.0-edge.zip'),
    line('c', 'x-0.9.0-edge.zip'),
  ];
  writeFileSync(path.join(out, 'SHA256SUMS'), `${lines.join('\n')}\n`);
  writeFileSync(path.join(out, 'x-1.0.0-chrome.zip'), 'a');
  writeFileSync(path.join(out, 'x-1.0.0-edge.zip'), 'B');
  writeFileSync(path.join(out, 'x-0.9.0-edge.zip'), 'c');
  expect(brokenPackages(root, '1.0.0')).toEqual([
    `other than listed: ${lines[1]}`,
    `other version: ${lines[2]}`,
  ]);
});
