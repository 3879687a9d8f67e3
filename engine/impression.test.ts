import { describe, expect, test } from 'vitest';
import { type Classifier, type Opinion, WINDOW_MESSAGES } from './classifier';
import type { Reading } from './detector';
import { BARS, createImpression } from './impression';

const READING: Reading = { hits: [], gated: false, lesson: false, line: { ids: [1], asks: null } };
const PART = { caution: 0, danger: 0, features: 1, words: 1, learned: 1, signs: [] };
const LONG = 'x'.repeat(BARS.ordinaryLetters);
const MUCH = { score: BARS.evidenceMost, messages: 0 };
const LIFT = BARS.evidenceShare * BARS.evidenceMost;

/** An impression after messages that looked so, each of a text. */
function havingHeard(looks: readonly (Partial<Opinion> | null)[], text = LONG) {
  let at = -1;
  const classifier: Classifier = {
    partOf: () => PART,
    opinionOf: () => {
      const look = looks[at];
      return look ? { caution: -9, danger: -9, ...look } : null;
    },
  };
  const impression = createImpression(classifier);
  for (at = 0; at < looks.length; at += 1) impression.hear({ text, speaker: 'other' }, READING);
  return impression;
}
const full = (caution: number) => havingHeard(Array.from({ length: WINDOW_MESSAGES }, () => ({ caution })));

describe('a sign', () => {
  test('is given at the bar, and not below', () => {
    expect(full(BARS.caution - LIFT).sign(() => MUCH)).toBe('context.looks-risky');
    expect(full(BARS.caution - LIFT - 0.01).sign(() => MUCH)).toBeNull();
  });
  test('needs other evidence, or nobody could say what was seen', () => {
    const little = { score: BARS.evidenceLeast - 0.01, messages: 0 };
    expect(full(BARS.caution + 9).sign(() => little)).toBeNull();
  });
  test('asks for no evidence where no evidence could be enough', () => {
    const impression = full(BARS.caution - LIFT - 0.01);
    expect(impression.sign(() => expect.unreachable('nothing to ask for'))).toBeNull();
  });
  test('takes more at the first message than in a full window', () => {
    const bar = BARS.caution - LIFT;
    expect(havingHeard([{ caution: bar + BARS.first - 0.01 }]).sign(() => MUCH)).toBeNull();
    expect(havingHeard([{ caution: bar + BARS.first }]).sign(() => MUCH)).toBe('context.looks-risky');
  });
  test('takes more the longer the talk was', () => {
    const impression = full(BARS.caution - LIFT + 0.1);
    expect(impression.sign(() => ({ ...MUCH, messages: 4000 }))).toBeNull();
  });
  test('of a threat is given at the first message too', () =>
    expect(havingHeard([{ danger: BARS.danger - LIFT }]).sign(() => MUCH)).toBe('context.looks-threatening'));
  test('is none where nothing can be said of the words', () =>
    expect(havingHeard([{ caution: 9 }, null]).sign(() => MUCH)).toBeNull());
});

describe('doubt', () => {
  test.each([
    [BARS.ordinary + 0.1, 0],
    [BARS.ordinary, 1],
    [BARS.veryOrdinary, 2],
  ])('of a talk at %d is %d', (caution, doubt) => expect(full(caution).doubt()).toBe(doubt));
  test('begins with nothing said', () => expect(havingHeard([]).doubt()).toBe(0));
  test('is none of a few words', () =>
    expect(havingHeard([{ caution: BARS.veryOrdinary }], 'pay me now').doubt()).toBe(0));
  test('is none of a language that was not taught', () => expect(havingHeard([null]).doubt()).toBe(0));
  test('stays away for some messages after one that looked risky, then comes back', () => {
    const ordinary = { caution: BARS.veryOrdinary };
    const calm = (count: number) => Array.from({ length: count }, () => ordinary);
    expect(havingHeard([{ caution: 1 }, ...calm(BARS.doubtReach - 1)]).doubt()).toBe(0);
    expect(havingHeard([{ caution: 1 }, ...calm(BARS.doubtReach)]).doubt()).toBe(2);
  });
});
