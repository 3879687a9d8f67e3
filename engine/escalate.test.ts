// Combinations by hand: where the parts stand is given, and evidence is always enough.
import { describe, expect, test } from 'vitest';
import { escalate, type Seen } from './escalate';
import type { Escalation } from './rules';
import type { Stand } from './stands';

const RULE: Escalation = {
  ...{ id: 'rule', level: 'danger', all: [['threat']], within: { messages: 10, days: 1 } },
  ...{ unknownAuthor: false, needs: null, unless: ['joke'], without: [] },
};
/** Fingerprints below this are of messages that an earlier session read. */
const KNOWN = 10;
/** Live places by signal, and fingerprints of messages of the past, all of one day. */
const seenAt = (
  places: Readonly<Record<string, readonly number[]>>,
  past: Readonly<Record<string, readonly number[]>> = {},
  before: Stand | null = null,
): Seen => ({
  has: (signal) => signal in places || signal in past,
  live: (signal) => (places[signal] ?? []).map((place) => ({ place, day: 100, known: false })),
  past: (signal) => (past[signal] ? [[100, past[signal]]] : []),
  isKnown: (_, fingerprint) => fingerprint < KNOWN,
  before: () => before,
});
const holds = (rule: Partial<Escalation>, ...seen: Parameters<typeof seenAt>) =>
  escalate([{ ...RULE, ...rule }], seenAt(...seen), true, () => true) !== null;

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

test('what rules a combination out does so near it alone, on either side', () => {
  const rule = { without: ['peer'], within: { messages: 3, days: 1 } };
  expect([2, 3, 7, 8].map((peer) => holds(rule, { threat: [5], peer: [peer] }))).toEqual([
    true,
    false,
    false,
    true,
  ]);
});

test('a joke takes back the first sign of a combination, not those beside it', () => {
  const two = { all: [['threat'], ['pay']] };
  expect(holds(two, { threat: [5], pay: [8], joke: [8] })).toBe(true);
  expect(holds(two, { threat: [5], pay: [8], joke: [5] })).toBe(false);
});

test('the loudest of those that hold is named, wherever it stands among them', () => {
  const quiet: Escalation = { ...RULE, id: 'quiet', level: 'caution' };
  for (const rules of [
    [quiet, RULE],
    [RULE, quiet],
  ])
    expect(escalate(rules, seenAt({ threat: [1] }), true, () => true)?.id).toBe('rule');
});

describe('what an earlier session or the history saw', () => {
  const inOne = { all: [['threat'], ['pay']], within: { messages: 1, days: 0 } };

  test('is of one message where its fingerprint says so', () => {
    expect(holds(inOne, {}, { threat: [7], pay: [8] })).toBe(false);
    expect(holds(inOne, {}, { threat: [7, 9], pay: [8, 9] })).toBe(true);
  });

  test('is taken back by a joke of the same message alone, where a rule asks for one message', () => {
    const alone = { within: { messages: 1, days: 0 } };
    expect(holds(alone, {}, { threat: [7], joke: [8] })).toBe(true);
    expect(holds(alone, {}, { threat: [7], joke: [7] })).toBe(false);
  });

  test('is not taken back by a joke of now', () => {
    expect(holds({}, {}, { threat: [7], joke: [8] })).toBe(false);
    expect(holds({}, { joke: [1] }, { threat: [7] })).toBe(true);
  });

  test('was said before the first live message, and is so far away at least', () => {
    const two = { all: [['threat'], ['pay']] };
    expect(holds(two, { pay: [9] }, { threat: [7] })).toBe(true);
    expect(holds(two, { pay: [10] }, { threat: [7] })).toBe(false);
    expect(holds(two, { threat: [10] }, { pay: [7] })).toBe(false);
    expect(holds(inOne, { pay: [1] }, { threat: [7] })).toBe(false);
  });
});

describe('what an earlier session left', () => {
  const two = { all: [['threat'], ['pay']] };
  const ofTwoDays = { threat: [7], pay: [8] };

  test.each([
    [null, true],
    ['apart', false],
    ['together', true],
    ['reached', true],
  ] as const)('%s: two signs that are both remembered hold %s', (before, isHeld) => {
    expect(holds(two, {}, ofTwoDays, before)).toBe(isHeld);
  });

  test('apart makes it with a new sign all the same, live or of the history', () => {
    expect(holds(two, { pay: [2] }, { threat: [7] }, 'apart')).toBe(true);
    expect(holds(two, {}, { threat: [7], pay: [8, KNOWN] }, 'apart')).toBe(true);
  });

  test('together holds where its signs are gone from memory and one of them is said anew, far from the other', () => {
    const far = { threat: [3], pay: [50] };
    expect(holds(two, far, {}, null)).toBe(false);
    expect(holds(two, far, {}, 'together')).toBe(true);
    expect(holds(two, far, { pay: [8] }, 'together')).toBe(true);
  });

  test('together is nothing where no sign of a part is left', () => {
    expect(holds(two, {}, {}, 'reached')).toBe(false);
    expect(holds(two, { pay: [2] }, {}, 'reached')).toBe(false);
  });

  test('together is ruled out by what is said since, where it would be in an open chat', () => {
    const rule = { ...two, without: ['peer'] };
    expect(holds(rule, { peer: [3] }, ofTwoDays, 'together')).toBe(false);
    expect(holds(rule, { peer: [30] }, ofTwoDays, 'together')).toBe(true);
    expect(holds(rule, { peer: [3], threat: [50] }, ofTwoDays, 'together')).toBe(false);
    expect(holds(rule, {}, { ...ofTwoDays, peer: [9] }, 'together')).toBe(true);
    expect(holds(rule, { peer: [3] }, { ...ofTwoDays, peer: [9] }, 'together')).toBe(false);
  });

  test('together is ruled out where all of its first signs are, and not by what stands near one of them', () => {
    const rule = { ...RULE, ...two, without: ['peer'] };
    const seen = seenAt({ peer: [3] }, ofTwoDays, 'together');
    const past = (signal: string): ReturnType<Seen['past']> =>
      signal === 'threat'
        ? [
            [100, [7]],
            [50, [6]],
          ]
        : seen.past(signal);
    expect(escalate([rule], { ...seen, past }, true, () => true)).toBe(rule);
  });
});
