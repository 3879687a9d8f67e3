// The tables of one set, held to figures that were worked out by hand.
import { expect, test } from 'vitest';
import type { Labelled } from './corpus';
import type { Outcome } from './measure';
import { alarmTable, beforeTable, dueLine, latencyLine, longTable, recallTable } from './report';
import { setSections } from './set-sections';

/** What came of a chat of so many messages. */
type Made = Partial<Omit<Outcome, 'conversation'>> & Partial<Labelled> & { readonly length?: number };

function made({ length = 4, caution = null, danger = null, right, ever, ...chat }: Made): Outcome {
  const label = chat.label ?? 'risky';
  const isWarned = caution !== null;
  return {
    conversation: {
      ...{ id: 'a', lang: 'en', label, kind: 'grooming', set: 'x', expect: {}, events: {} },
      messages: Array.from({ length }, () => ({ author: 'o', text: '' })),
      ...chat,
    },
    ...{ caution, danger, signals: [] },
    right: right ?? isWarned === (label === 'risky'),
    ever: ever ?? isWarned === (label === 'risky'),
  };
}
const rowsOf = (table: string | null) => (table ?? '').split('\n').slice(2);
const languageOf = ({ conversation: { lang } }: Outcome) => lang;

test('recallTable: in time, by plot, at all, and the first warning of those that had one, counted from one', () => {
  const list = [
    made({ lang: 'km', plot: 'a', caution: 9 }),
    made({ plot: 'a', caution: 0 }),
    made({ plot: 'a', caution: 2, right: false }),
    made({ plot: 'b', caution: 5 }),
    made({ plot: 'c' }),
  ];
  expect(rowsOf(recallTable('x', list, languageOf))).toEqual([
    '| en | 4 | 50.0 % | 15.0 % to 85.0 % | 50.0 % | 75.0 % | 3 |',
    '| km | 1 | 100.0 % | 20.7 % to 100.0 % | 100.0 % | 100.0 % | 10 |',
  ]);
  const plots = [made({ plot: 'a', caution: 0 }), made({ plot: 'a', caution: 0 }), made({ plot: 'b' })];
  expect(rowsOf(recallTable('x', plots, languageOf))).toEqual([
    '| en | 3 | 66.7 % | 20.8 % to 93.9 % | 50.0 % | 66.7 % | 1 |',
  ]);
  expect(rowsOf(recallTable('x', [made({})], languageOf))[0]).toMatch(/ 0\.0 % \| – \|$/);
});

test('alarmTable: a harmless chat counts once, against the messages of all, at its first message too', () => {
  const list = [
    made({ label: 'benign', length: 500, caution: 0, danger: 7, plot: 'a' }),
    made({ label: 'benign', length: 1000, plot: 'a' }),
    made({ label: 'benign', length: 300, caution: 3, plot: 'b' }),
    made({ label: 'benign', length: 200, plot: 'c' }),
    made({ label: 'benign', lang: 'km', length: 4000, caution: 0, danger: 0 }),
  ];
  expect(rowsOf(alarmTable('x', list, languageOf))).toEqual([
    '| en | 4 | 2000 | 2 (50.0 %) | 10.00 | 1.21 to 36.12 | 50.0 % | 1 |',
    '| km | 1 | 4000 | 1 (100.0 %) | 2.50 | 0.06 to 13.93 | 100.0 % | 1 |',
  ]);
  const plots = [made({ label: 'benign', caution: 0, plot: 'a' }), made({ label: 'benign', plot: 'a' })];
  expect(rowsOf(alarmTable('x', [...plots, made({ label: 'benign', plot: 'b' })], languageOf))[0]).toContain(
    '| 1 (33.3 %) | 833.33 | 21.10 to 4643.04 | 25.0 % | 0 |',
  );
});

test('beforeTable: before is earlier than the request itself, and who is never warned counts as missed', () => {
  const asks = (at: number | null, caution: number | null) =>
    made({ caution, events: { 'first-image-request': at, 'first-payment-demand': null } });
  const list = [asks(0, 0), asks(3, 2), asks(3, 3), asks(3, 4), asks(3, null), asks(null, 0), made({})];
  expect(rowsOf(beforeTable(list))).toEqual([
    '| first image request | 5 | 20.0 % | 60.0 % |',
    '| first payment demand | 0 | – | – |',
  ]);
  const demand = made({ caution: 1, events: { 'first-payment-demand': 2 } });
  expect(rowsOf(beforeTable([demand]))[1]).toBe('| first payment demand | 1 | 100.0 % | 100.0 % |');
});

test('longTable: chats of fifty messages or more; the fiftieth message is within fifty', () => {
  const long = (caution: number | null) => made({ length: 250, caution });
  const list = [long(49), long(50), long(99), long(100), long(199), long(200), long(null)];
  const edge = [made({ length: 50, lang: 'km', caution: 0 }), made({ length: 49, lang: 'km', caution: 0 })];
  expect(rowsOf(longTable([...list, ...edge], languageOf))).toEqual([
    '| en | 7 | 1 | 3 | 5 | 6 |',
    '| km | 1 | 1 | 1 | 1 | 1 |',
  ]);
  expect(longTable([made({ length: 49 })], languageOf)).toBeNull();
});

test('latencyLine: harmless chats that alarm and risky ones that do not both cost, and each message waited for', () => {
  const list = [
    ...[made({ caution: 89 }), made({ caution: 89 }), made({})],
    ...[made({ label: 'benign', caution: 0 }), made({ label: 'benign' })],
  ];
  // Two hits, one alarm, one miss: F1 is 4 / 6. At the ninetieth message half the speed is lost.
  expect(latencyLine(list)).toContain('F1 0.667, speed 0.500, **F_latency 0.333**');
});

test('dueLine: says how many need no warning before the end', () => {
  const due = (by: number | null) => made({ expect: { by } });
  expect(dueLine([due(2), due(3), due(null), due(1)])).toMatch(/: 2 of 4\.$/);
  expect(dueLine([due(0), due(2)])).toBeNull();
});

test('setSections: risky chats stand in the tables of recall alone, harmless ones in those of alarms', () => {
  const risky = [made({ plot: 'a', caution: 1 }), made({ plot: 'b', kind: 'offer' })];
  const benign = [
    made({ label: 'benign', kind: 'teens', caution: 0 }),
    made({ label: 'benign', kind: 'family' }),
  ];
  const heads = setSections('x', [...risky, ...benign]).flatMap((section) =>
    section.split('\n').flatMap((line) => line.match(/^(## .*|\| (?!---)[^|]*\| \d+)/)?.[0] ?? []),
  );
  expect(heads).toEqual([
    ...['## Set: x', '| en | 2', '| en grooming | 1', '| en offer | 1'],
    ...['| first image request | 0', '| first payment demand | 0'],
    ...['| en | 2', '| en family | 1', '| en teens | 1'],
  ]);
});

test('setSections: a table by plot where plots were told several times, and no line of F_latency without risky ones', () => {
  const told = ['a', 'a', 'b', 'b'].map((plot) => made({ plot }));
  const byPlot = (list: readonly Outcome[]) =>
    setSections('x', list).some((text) => text.includes('by plot'));
  expect([byPlot(told), byPlot(told.slice(1))]).toEqual([true, false]);
  const inEach = ['a', 'b'].flatMap((plot) => ['en', 'km'].map((lang) => made({ plot, lang })));
  expect(byPlot(inEach)).toBe(false); // in each language once
  const quiet = setSections('x', [made({ label: 'benign' })]);
  expect(quiet).toHaveLength(2);
  expect(quiet[1]).toContain('benign, by language');
});
