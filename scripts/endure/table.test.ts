import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { HOUR_ROWS, ROWS } from './rows';
import { tableOf } from './table';
import type { TrialRecord } from './trial';

const ROOT = path.resolve(import.meta.dirname, '../..');
const held = (row: TrialRecord['row'], more: Partial<TrialRecord> = {}): TrialRecord => ({
  ...{ row, load: [], faults: 2, inputs: 3, broken: [], lost: [] },
  ...more,
});
const all = ROWS.map(({ id }) => held(id));

describe('the table of npm run endure', () => {
  it('names a test that exists in each row, and no test twice', () => {
    for (const { test } of ROWS) expect(existsSync(path.join(ROOT, test)), test).toBe(true);
    expect(new Set(ROWS.map(({ test }) => test)).size).toBe(ROWS.length);
  });

  it('adds up all records of a row, and of all rows', () => {
    const { text, wrong } = tableOf([...all, held('year', { faults: 1_000, load: ['much'] })]);
    expect(wrong).toEqual([]);
    expect(text).toContain('| much | 1,002 | 6 | 0 | 0 | `tests/endure/year.test.ts` |');
    const [faults, inputs] = [1_000 + 2 * all.length, 3 * all.length + 3];
    expect(text.split('\n').at(-1)).toBe(
      `| **together** |  | ${faults.toLocaleString('en')} | ${inputs} | 0 | 0 |  |`,
    );
  });

  it('is wrong where a row did not run, an invariant broke or something was lost', () => {
    const [, ...others] = all;
    expect(tableOf(others).wrong).toEqual(['year did not run (tests/endure/year.test.ts)']);
    expect(tableOf([...all, held('quota', { broken: ['no word of it'] })]).wrong).toEqual([
      'quota: no word of it',
    ]);
    expect(tableOf([...all, held('quota', { lost: ['memory'] })]).wrong).toEqual(['quota: lost: memory']);
  });

  it('asks of an hour of fuzz what that runs, and no more', () => {
    const ids = HOUR_ROWS.map(({ id }) => id);
    expect(ids).toEqual([
      'bad-data',
      ...['fuzz-normalise', 'fuzz-engine', 'fuzz-adapters', 'fuzz-settings', 'fuzz-messages'],
    ]);
    const ran = all.filter(({ row }) => ids.includes(row));
    expect(tableOf(ran, HOUR_ROWS).wrong).toEqual([]);
    expect(tableOf(ran, HOUR_ROWS).text).not.toContain('did not run');
    expect(tableOf(ran.slice(1), HOUR_ROWS).wrong).toEqual([
      'bad-data did not run (tests/endure/bad-data.test.ts)',
    ]);
  });
});
