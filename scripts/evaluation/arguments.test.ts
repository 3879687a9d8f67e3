// `npm run eval --`: a wrong number is refused, and only a run without options may write docs/accuracy.md.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readEvaluationArguments } from './arguments';

test.each([[[]], [['--misses']]])('%j writes the page', (given) => {
  expect(readEvaluationArguments(given)).toMatchObject({ writes: true, chains: 40, length: 4000 });
});

test.each([
  [['--no-write']],
  [['--quick']],
  [['--rules', 'other/rules']],
  [['--chains', '2']],
  [['--chains', '40']],
  [['--length', '400']],
  [['some.jsonl']],
  [['--misses', '--rules', 'other/rules']],
])('%j leaves the page alone', (given) => {
  expect(readEvaluationArguments(given).writes).toBe(false);
});

test('takes numbers, a folder of rules and files', () => {
  expect(
    readEvaluationArguments(['a.jsonl', '--chains', '100', '--length', '400', '--rules', 'r', 'b']),
  ).toEqual({
    ...{ files: ['a.jsonl', 'b'], misses: false, quick: false, rules: 'r', writes: false },
    ...{ chains: 100, length: 400 },
  });
});

test.each([
  [['--length', '4,000'], '--length must be a whole number above 0'],
  [['--length', '0'], '--length must be a whole number above 0'],
  [['--length', ''], '--length must be a whole number above 0'],
  [['--chains=-1'], '--chains must be a whole number above 0'],
  [['--chains', '2.5'], '--chains must be a whole number above 0'],
  [['--chains', 'many'], '--chains must be a whole number above 0'],
  [['--bogus'], "Unknown option '--bogus'"],
])('%j is refused', (given, sentence) => {
  expect(() => readEvaluationArguments(given)).toThrow(sentence);
});

const ROOT = path.resolve(import.meta.dirname, '../..');
const evaluate = (...given: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'scripts/evaluate.ts', ...given], {
    cwd: ROOT,
    encoding: 'utf8',
  });

test('the command ends with the sentence before it measures anything', () => {
  const { stdout, stderr, status } = evaluate('--length', '4,000');
  expect([stdout, stderr.trim(), status]).toEqual(['', '--length must be a whole number above 0', 2]);
});

test('faulty rules of --rules end the command, and each fault is named', () => {
  const rules = mkdtempSync(path.join(tmpdir(), 'porchlight-rules-'));
  try {
    mkdirSync(path.join(rules, 'languages'));
    const { stdout, stderr, status } = evaluate('--no-write', '--rules', rules);
    expect([stdout, status]).toEqual(['', 2]);
    expect(stderr).toContain(`In ${rules}:\nrules/signals.yaml:0 the file is missing`);
  } finally {
    rmSync(rules, { recursive: true });
  }
});
