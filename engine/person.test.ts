// Whether a child's age and an adult's were said near each other, which tells who talks to whom.
import { expect, test } from 'vitest';
import type { Moment } from './moment';
import { createPerson } from './person';

const SIGNALS = {
  'context.young': { stage: 'context' as const, weight: 0 },
  'context.grown': { stage: 'context' as const, weight: 0 },
  'context.gap': { stage: 'context' as const, weight: 0 },
};
const dated = { dated: true, edited: false, atHead: false };
const ofHistory = (day: number): Moment => ({ ...dated, place: 0, day, fresh: null, past: true });
const live = (place: number, day = 100): Moment => ({
  ...{ ...dated, place, day, fresh: new Set() },
  past: false,
});
/** Whether it is told of a child's age at one moment and an adult's at another, noted in this order. */
const isGap = (young: Moment, grown: Moment) => {
  const person = createPerson(SIGNALS, null);
  person.note('context.young', 1, young);
  person.note('context.grown', 2, grown);
  return person.seen.has('context.gap');
};

test.each([
  ['of the history, on one day', ofHistory(100), ofHistory(100), true],
  ['of the history, an older day read later', ofHistory(100), ofHistory(90), false],
  ['of the history, on the next day', ofHistory(99), ofHistory(100), false],
  ['of the history, and live within 40 messages', ofHistory(100), live(40), true],
  ['of the history, and live after more', ofHistory(100), live(41), false],
  ['of the history of long ago, and live', ofHistory(98), live(1), false],
  ['live, 40 messages apart', live(1), live(41), true],
  ['live, 41 messages apart', live(1), live(42), false],
])('two ages %s are near each other: %#', (_, young, grown, expected) =>
  expect(isGap(young, grown)).toBe(expected),
);
