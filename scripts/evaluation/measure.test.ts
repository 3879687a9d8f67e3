// What the tables of docs/accuracy.md count, by a replay that alarms where a text says so.
import { expect, test } from 'vitest';
import type { Level } from '../../engine/types';
import type { ReplayLine } from '../replayer';
import type { Labelled } from './corpus';
import type { Evasion } from './evasions';
import {
  chain,
  judgeAll,
  judgeChains,
  judgeEvaded,
  judgeTurns,
  messagesIn,
  type Outcome,
  plotShare,
  type Replay,
} from './measure';

/** 'caution' and 'danger' as the words of a message raise the level so far. */
const replay: Replay = ({ id, messages }) => ({
  id,
  alerts: messages.flatMap(({ text }, index) =>
    (['caution', 'danger'] as const)
      .filter((level) => text.includes(level))
      .map((level) => ({ index, level, signals: [`says-${level}`] })),
  ),
});

let made = 0;
function chat(texts: readonly string[], rest: Partial<Labelled> = {}): Labelled {
  made += 1;
  return {
    ...{ id: `chat-${made}`, lang: 'en', label: 'benign', kind: 'teens', self: 'me', set: 'x' },
    ...{ expect: {}, events: {} },
    messages: texts.map((text, i) => ({ author: i % 2 === 0 ? 'them' : 'me', text })),
    ...rest,
  };
}
const risky = (texts: readonly string[], level: Level, by: number, rest: Partial<Labelled> = {}) =>
  chat(texts, { label: 'risky', expect: { level, by }, ...rest });
const textsOf = ({ messages }: ReplayLine) => messages.map(({ text }) => text);
/** So many chats of four messages that all differ. */
const pool = (chats: number) =>
  Array.from({ length: chats }, (_, i) => chat([0, 1, 2, 3].map((k) => `${i} ${k}`)));

test('judgeAll: risky ones by the expected message, benign ones never', () => {
  const [inTime, late, quiet, loud] = judgeAll(
    [
      risky(['a', 'b', 'caution'], 'caution', 2),
      risky(['a', 'b', 'c', 'danger'], 'danger', 2),
      chat(['a', 'b']),
      chat(['a', 'caution', 'danger']),
    ],
    replay,
  );
  expect(inTime).toMatchObject({ right: true, ever: true, caution: 2, danger: null });
  expect(late).toMatchObject({ right: false, ever: true, caution: 3, danger: 3 });
  expect(quiet).toMatchObject({ right: true, caution: null });
  expect(loud).toMatchObject({ right: false, caution: 1, danger: 2 });
});

test('plotShare: each plot counts once, and a chat without one is its own', () => {
  const outcome = (plot: string | undefined, right: boolean) =>
    ({ conversation: { ...chat([]), plot }, right }) as Outcome;
  const list = [
    ...[outcome('often', true), outcome('often', true), outcome('often', true), outcome('often', false)],
    ...[outcome('once', false), outcome(undefined, true), outcome(undefined, false)],
  ];
  expect(plotShare(list, ({ right }) => right)).toBeCloseTo((0.75 + 0 + 1 + 0) / 4, 10);
  expect(plotShare(list, () => true)).toBe(1);
  expect(plotShare([], () => true)).toBe(0);
});

test('chain: reads each chat at most once, whole, in an order of its seed', () => {
  const one = textsOf(chain(pool(10), 40, 1));
  expect(new Set(one).size).toBe(40);
  const starts = one.filter((text) => text.endsWith(' 0')).map((text) => text.split(' ')[0]);
  expect(starts).toHaveLength(10);
  expect(one).toEqual(starts.flatMap((i) => [0, 1, 2, 3].map((k) => `${i} ${k}`)));
  expect(textsOf(chain(pool(10), 40, 1))).toEqual(one);
  expect(textsOf(chain(pool(10), 40, 2))).not.toEqual(one);
});

test('chain: ends at the length asked for, or with its pool, over 90 days', () => {
  expect(chain(pool(10), 6, 1).messages).toHaveLength(6);
  const { messages } = chain(pool(3), 4000, 1);
  expect(messages).toHaveLength(12);
  const times = messages.map(({ time }) => Number(time));
  const day = 86_400_000;
  expect((times[11] as number) - (times[0] as number)).toBe((11 / 12) * 90 * day);
  expect(chain([], 10, 1).messages).toEqual([]);
});

test('chain: two people are left, whoever they were', () => {
  const unnamed = chat(['a', 'b', 'c'], { self: null });
  expect(chain([unnamed], 9, 1).messages.map(({ author }) => author)).toEqual(['friend', 'self', 'friend']);
});

test('judgeChains: shares of the chains that reach a level', () => {
  const quiet = pool(9);
  const list = [...quiet, chat(['x', 'y', 'caution', 'z'])];
  // As long as the pool: the one that alarms is in every chain.
  expect(judgeChains(list, 5, 4000, replay)).toMatchObject({ caution: 1, danger: 0 });
  expect(judgeChains(quiet, 5, 4000, replay)).toEqual({ caution: 0, danger: 0, examples: [] });
  // A tenth of it: in about one of ten.
  const { caution, danger, examples } = judgeChains(list, 200, 4, replay);
  expect(caution).toBeGreaterThan(0.03);
  expect(caution).toBeLessThan(0.2);
  expect(danger).toBe(0);
  expect(examples).toHaveLength(caution * 200);
  expect(examples[0]).toBe('caution: says-caution');
});

test('judgeTurns: due as late as in the chat, after as many messages as there are', () => {
  const turning = [
    risky(['a', 'caution', 'danger'], 'danger', 2),
    risky(['a', 'caution', 'c', 'danger'], 'danger', 2),
    risky(['a', 'b', 'c', 'caution'], 'caution', 2),
  ];
  const counts = { judged: 3, warned: 2, right: 1 };
  expect(judgeTurns(turning, pool(5), 0, replay)).toEqual({ before: 0, ...counts });
  expect(judgeTurns(turning, pool(5), 8, replay)).toEqual({ before: 8, ...counts });
  expect(judgeTurns(turning, pool(5), 2000, replay)).toEqual({ before: 20, ...counts });
});

test('judgeTurns: the risky conversation begins where the 90 days end, a minute a message', () => {
  const heard: ReplayLine[] = [];
  const turning = [risky(['a', 'b'], 'caution', 1), risky(['c', 'd'], 'caution', 1)];
  judgeTurns(turning, pool(5), 8, (line) => {
    heard.push(line);
    return { id: line.id, alerts: [] };
  });
  const day = 86_400_000;
  const [first, second] = heard.map(({ messages }) => messages.map(({ time }) => Number(time)));
  const start = first?.[0] ?? 0;
  expect(first?.slice(-3)).toEqual(
    [(7 / 8) * 90, 90].map((at) => start + at * day).concat(start + 90 * day + 60_000),
  );
  expect(second).toEqual(first);
  // Each after another relationship.
  expect(new Set(heard.map((line) => textsOf(line).slice(0, 8).join())).size).toBe(2);
  expect(heard.map((line) => textsOf(line).slice(8))).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

test('judgeTurns: relationships that alarmed before are left out', () => {
  const turning = [risky(['caution'], 'caution', 0)];
  const loud = [...pool(2), chat(['caution', 'b'])];
  expect(judgeTurns(turning, loud, 10, replay)).toEqual({ before: 10, judged: 0, warned: 0, right: 0 });
  expect(messagesIn(loud)).toBe(10);
});

/** Hides one word. */
const hide: Evasion = { id: 'x', title: 'x', rewrite: (text) => text.replace('danger', 'd4nger') };

test('judgeEvaded: the chats of which it changes a text of somebody else, before and after', () => {
  const changed = risky(['danger'], 'danger', 0);
  const outcomes = judgeAll(
    [chat(['hello']), changed, risky(['a', 'danger'], 'danger', 1), chat(['caution'])],
    replay,
  );
  const pairs = judgeEvaded(outcomes, hide, replay);
  expect(pairs.map(({ plain }) => plain.conversation)).toEqual([changed]);
  expect(pairs[0]?.plain.right).toBe(true);
  expect(pairs[0]?.evaded.right).toBe(false);
});

test('judgeEvaded: of a chat that does not say whose it is, the first to answer writes as before', () => {
  const unsaid = { ...risky(['danger', 'danger', 'danger'], 'danger', 0), self: null };
  const messages = unsaid.messages.map((message, i) => ({ ...message, author: i < 2 ? 'a' : 'b' }));
  const [pair] = judgeEvaded(judgeAll([{ ...unsaid, messages }], replay), hide, replay);
  expect(pair?.evaded.conversation.messages.map(({ text }) => text)).toEqual(['d4nger', 'd4nger', 'danger']);
});

test('judgeEvaded: a cut message counts where it stood before, however long it is', () => {
  const long = Array.from({ length: 30 }, (_, i) => `w${i}`).join(' ');
  const cut = risky([long, 'ok', 'one two three four caution'], 'caution', 2);
  const pairs = judgeEvaded(judgeAll([cut, chat(['four words are left'])], replay), 'cut', replay);
  expect(pairs).toHaveLength(1);
  expect(pairs[0]?.evaded).toMatchObject({ right: true, caution: 2 });
  expect(pairs[0]?.evaded.conversation.messages.map(({ text }) => text.split(' ').length)).toEqual([
    ...[15, 15, 1, 3, 2],
  ]);
});
