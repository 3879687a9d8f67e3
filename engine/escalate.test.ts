// Combinations by hand: where the parts stand is given, and evidence is always enough.
import { expect, test } from 'vitest';
import { escalate, type Seen } from './escalate';
import type { Escalation } from './rules';

const RULE: Escalation = {
  ...{ id: 'rule', level: 'danger', all: [['threat']], within: { messages: 10, days: 1 } },
  ...{ unknownAuthor: false, needs: null, unless: ['joke'], without: [] },
};
/** Live places by signal, all of one day. */
const seenAt = (places: Readonly<Record<string, readonly number[]>>): Seen => ({
  has: (signal) => signal in places,
  live: (signal) => (places[signal] ?? []).map((place) => ({ place, day: 100 })),
  days: () => [],
});
const holds = (rule: Partial<Escalation>, places: Readonly<Record<string, readonly number[]>>) =>
  escalate([{ ...RULE, ...rule }], seenAt(places), true, () => true) !== null;

test.each([
  ['in the same message takes a threat back', 5, false],
  ['right after it too', 6, false],
  ['two messages later does not', 7, true],
  ['before it does not', 4, true],
])('a joke %s', (_, joke, isThreat) => expect(holds({}, { threat: [5], joke: [joke] })).toBe(isThreat));

test('one signal fills one group alone, however often it was seen', () => {
  const all = [
    ['ask', 'push'],
    ['push', 'pay'],
  ];
  expect(holds({ all }, { push: [1, 2, 3] })).toBe(false);
  expect(holds({ all }, { push: [1], pay: [2] })).toBe(true);
  expect(holds({ all }, { push: [1], ask: [2] })).toBe(true);
});
