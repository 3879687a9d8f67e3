// Whose relationships are chained, and what the rows of their tables count, by a replay that alarms where a text says so.
import { expect, test } from 'vitest';
import type { Labelled } from './corpus';
import { chainTable, turnTable } from './friend-tables';
import type { Outcome, Replay } from './measure';

/** Alarms where a text names the level. */
const replay: Replay = ({ id, messages }) => ({
  id,
  alerts: messages.flatMap(({ text }, index) =>
    (['caution', 'danger'] as const).flatMap((level) =>
      text.includes(level) ? [{ index, level, signals: [] }] : [],
    ),
  ),
});
const never: Replay = ({ id }) => ({ id, alerts: [] });
const always: Replay = ({ id }) => ({ id, alerts: [{ index: 0, level: 'danger', signals: ['x'] }] });

const chat = (lang: string, kind: string, ...texts: string[]): Labelled => ({
  ...{ id: texts.join(), lang, label: 'benign', kind, self: 'me', set: 'x', expect: {}, events: {} },
  messages: texts.map((text, i) => ({ author: i % 2 ? 'me' : 'them', text })),
});
const risky = (lang: string, by: number, ...texts: string[]): Labelled => ({
  ...chat(lang, 'grooming', ...texts),
  ...{ label: 'risky', expect: { level: 'danger', by } },
});
const rowsOf = (table: string) => table.split('\n').slice(2);

test('turnTable: by language, after talk of teens and adults of that language alone', () => {
  const pool = [
    ...[chat('en', 'teens', 'a', 'b'), chat('en', 'adults', 'c', 'd')],
    // Were these taken as well, all would have alarmed before.
    ...[chat('en', 'lessons', 'danger'), chat('en', 'family', 'danger'), chat('km', 'teens', 'danger')],
  ];
  const turning = [
    risky('en', 1, 'hi', 'danger'),
    risky('en', 1, 'hi', 'caution', 'danger'),
    risky('en', 1, 'hi', 'hi', 'caution'),
    risky('km', 0, 'danger'),
  ];
  expect(rowsOf(turnTable(turning, pool, replay))).toEqual([
    '| en | 0 | 3 | 66.7 % | 33.3 % |',
    '| en | 4: all there are | 3 | 66.7 % | 33.3 % |',
    '| en | 4: all there are | 3 | 66.7 % | 33.3 % |',
    '| en | 4: all there are | 3 | 66.7 % | 33.3 % |',
    '| km | 0 | 1 | 100.0 % | 100.0 % |',
    ...Array(3).fill('| km | 1: all there are | 0 | – | – |'),
  ]);
});

test('chainTable: of each source what alarms alone, in long relationships, and in those that are opened anew', () => {
  const outcome = (conversation: Labelled, caution: number | null) => ({ conversation, caution }) as Outcome;
  const quiet = outcome(chat('en', 'teens', 'a', 'b'), null);
  const loud = outcome(chat('en', 'family', 'a', 'caution', 'c'), 1);
  const told: string[] = [];
  const asked = { chains: 4, length: 10, onExample: (example: string) => void told.push(example) };
  const table = chainTable(
    [
      ['teens', [quiet, quiet]],
      ['family', [quiet, loud]],
    ],
    asked,
    replay,
    { blind: always, shown: never },
  );
  expect(rowsOf(table)).toEqual([
    '| teens | 2 | 4 | 0 | 4 | 4: all there are | 0.0 % | 0.0 % | 100.0 % | 100.0 % | 0.0 % | 0.0 % |',
    '| family | 2 | 5 | 1 | 4 | 5: all there are | 100.0 % | 0.0 % | 100.0 % | 100.0 % | 0.0 % | 0.0 % |',
  ]);
  expect(told).toEqual(Array(4).fill('caution: '));
});
