// Tables that name what they count.
import { expect, test } from 'vitest';
import type { Labelled } from './corpus';
import type { Outcome } from './measure';
import { evasionTable, lengthCell } from './report';

const outcome = (
  lang: string,
  label: Labelled['label'],
  right: boolean,
  caution: number | null,
): Outcome => ({
  conversation: { ...{ id: 1, lang, label, kind: 'x', set: 'x' }, expect: {}, events: {}, messages: [] },
  ...{ caution, danger: null, right, ever: right, signals: [] },
});

test('evasionTable: a row for each language, over its own chats', () => {
  const pair = (lang: string, label: Labelled['label'], before: boolean, after: boolean) => ({
    plain: outcome(lang, label, before, before === (label === 'risky') ? 0 : null),
    evaded: outcome(lang, label, after, after === (label === 'risky') ? 0 : null),
  });
  const rows = evasionTable([
    [
      'hidden',
      [
        ...[pair('km', 'risky', true, true), pair('en', 'risky', true, false)],
        ...[pair('en', 'risky', true, true), pair('en', 'benign', true, false)],
      ],
    ],
    ['touches nothing', []],
    ['harmless ones alone', [pair('km', 'benign', false, false)]],
  ]).split('\n');
  expect(rows.slice(2)).toEqual([
    '| hidden | en | 2 | 100.0 % | 50.0 % | -50.0 | 1 | 0 | 1 |',
    '| hidden | km | 1 | 100.0 % | 100.0 % | 0.0 | 0 | 0 | 0 |',
    '| harmless ones alone | km | 0 | – | – | – | 1 | 1 | 1 |',
  ]);
});

test('lengthCell says where a pool holds no more', () => {
  const pool = [{ ...outcome('en', 'benign', true, null).conversation, messages: Array(5).fill({}) }];
  expect(lengthCell(4, pool)).toBe('4');
  expect(lengthCell(5, pool)).toBe('5');
  expect(lengthCell(6, pool)).toBe('5: all there are');
});
