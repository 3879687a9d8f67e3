// What is measured is talk in which nothing is seen: by the engine, as a page gives it.
import { describe, expect, test } from 'vitest';
import { TEST_PACK, TEST_RULES } from '../../engine/test-rules';
import type { RowReading } from '../../page/adapter';
import { readerOf } from '../replayer';
import { arrivesAsHistory, calmLines, type Talk } from './calm-lines';
import { ARRIVING, HISTORY, linesOf } from './lines';

const NOW = Date.parse('2026-11-29T12:00:00Z');
const LONG_AGO = NOW - 30 * 86_400_000;
const reader = readerOf({ ...TEST_RULES, packs: [TEST_PACK] });
const row = (text: string, at: number | null = NOW): RowReading => ({
  ...{ id: text, author: 'b', speaker: 'other', text, at },
});
const talkOf = (at: number | null, rows: readonly RowReading[] = [row('hello', at)]): Talk => ({
  ...{ rows, arriving: row('since', at), history: row('before', at) },
});
const harmless = Array.from({ length: 150 }, (_, index) => `see you at the ${'ab'.repeat(1 + (index % 70))}`);

describe.each([
  ['of today', NOW],
  ['of long ago', LONG_AGO],
  ['without times', null],
])('rows %s', (_, at) => {
  test('what is calm stays', () => expect(calmLines(harmless, talkOf(at), reader, NOW)).toEqual(harmless));

  test('what is seen is dropped, also where the number of its line makes it so', () => {
    const loud = ['send it to everyone', 'what are you wearing'];
    const texts = [...harmless.slice(0, 12), 'im', ...harmless.slice(12), ...loud]; // "im 12"
    expect(reader.detector.read('im').hits).toEqual([]);
    const calm = calmLines(texts, talkOf(at), reader, NOW);
    expect(calm).toEqual(harmless);
    for (const phase of [ARRIVING, HISTORY])
      for (const line of linesOf(calm, phase)) expect(reader.detector.read(line).hits).toEqual([]);
  });
});

test('a page that is warned of by itself is refused', () => {
  const talk = talkOf(NOW, [row('send it to everyone')]);
  expect(() => calmLines(harmless, talk, reader, NOW)).toThrow('the page itself');
});

test('so does a lack of calm lines', () =>
  expect(() => calmLines(harmless.slice(0, 20), talkOf(NOW), reader, NOW)).toThrow('only 20'));

test('a row that copies an old time arrives as history', () => {
  expect([NOW, LONG_AGO, null].map((at) => arrivesAsHistory(talkOf(at), NOW))).toEqual([false, true, false]);
});
