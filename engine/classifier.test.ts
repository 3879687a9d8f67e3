import { describe, expect, test } from 'vitest';
import { type Classifier, classifierSteps, lengthOf, type Part, WEIGHT_SCALE } from './classifier';
import { prepareClassifier } from './prepare-classifier';
import type { LearnedWeights, LearnedWord, PreparedClassifier } from './rules';
import { finish } from './steps';

const WORDS = ['send', 'pic', 'homework'];
const word = (of: string, before: string, caution: number, danger = 0, isSelf = false): LearnedWord => ({
  ...{ isSelf, before, word: of, weights: [caution, danger] },
});
const learned: Omit<LearnedWeights, 'despair' | 'lessons'> = {
  bias: [-64, -96],
  signs: { 'other media.more': [32, 64], 'self context.plea': [8, 8] },
  words: [
    word('pic', '<any>', 320, 64),
    word('pic', 'send', 160),
    word('send', '<begin>', 96),
    word('homework', '<any>', -320),
    word('pic', '<any>', -64, 0, true),
    word('gone', '<any>', 999),
  ],
};
const prepared = prepareClassifier(learned, WORDS);
const classifier = finish(classifierSteps(prepared)) as Classifier;
const [SEND, PIC, HOMEWORK] = [1, 2, 3];
/** Of messages that count in full. */
const opinionOf = (parts: readonly Part[]) =>
  classifier.opinionOf(
    parts,
    parts.map(() => 1),
  );
const heard = (ids: number[], isSelf = false, hits: Parameters<Classifier['partOf']>[1] = []) =>
  classifier.partOf(ids, hits, isSelf);

describe('a message', () => {
  test('adds the weights of its words and of its pairs', () =>
    expect(heard([SEND, PIC])).toEqual({
      ...{ caution: 320 + 160 + 96, danger: 64, features: 5, words: 2, learned: 1, signs: [] },
    }));
  test('of the protected person has weights of its own', () => expect(heard([PIC], true).caution).toBe(-64));
});

describe('an opinion', () => {
  test('is the sum over the window, for its length, in log-odds', () => {
    const sum = (320 - 320) / lengthOf(3 + 3);
    expect(opinionOf([heard([PIC]), heard([HOMEWORK])])?.caution).toBeCloseTo((sum - 64) / WEIGHT_SCALE);
  });
  test('counts a message by its share, and those behind the last share not at all', () => {
    const parts = [heard([PIC]), heard([HOMEWORK]), heard([PIC])];
    const sum = (320 - 320 / 2) / lengthOf(3 + 3 / 2);
    expect(classifier.opinionOf(parts, [1, 0.5])?.caution).toBeCloseTo((sum - 64) / WEIGHT_SCALE);
  });
  test('counts a sign once, however often it was given', () => {
    const hits = [{ signal: 'media.more', language: 'en', speaker: 'other' as const, span: [0, 1] as const }];
    const once = opinionOf([heard([PIC], false, hits)])?.danger ?? 0;
    const bare = opinionOf([heard([PIC])])?.danger ?? 0;
    expect(once - bare).toBeCloseTo(64 / WEIGHT_SCALE);
    const twice = [heard([PIC], false, hits), heard([PIC], false, hits)];
    const twiceBare = [heard([PIC]), heard([PIC])];
    expect((opinionOf(twice)?.danger ?? 0) - (opinionOf(twiceBare)?.danger ?? 0)).toBeCloseTo(
      64 / WEIGHT_SCALE,
    );
  });
  test('is none where most words were never learned: another language is no ordinary talk', () =>
    expect(opinionOf([heard([0, 0, 0, 0, PIC])])).toBeNull());
});

test('words that no rule names any more are left out', () =>
  expect(prepareClassifier(learned, WORDS).features).toHaveLength(learned.words.length - 1));

test('the rows are in the order of their features, whatever order they came in', () => {
  const reversed = { ...learned, words: [...learned.words].reverse() };
  expect(prepareClassifier(reversed, WORDS)).toEqual(prepareClassifier(learned, WORDS));
});

test.each([
  ['a row of weights is cut', { ...prepared, danger: [...prepared.danger].slice(1) }],
  [
    'features are out of order',
    { ...prepared, features: [...prepared.features].map((step, i) => (i === 2 ? -5 : step)) },
  ],
  ['the bias is no number', { ...prepared, bias: [Number.NaN, 0] as const }],
  ['a part is missing', { features: [] } as unknown as PreparedClassifier],
])('one that came damaged is none: %s', (_, damaged) => expect(finish(classifierSteps(damaged))).toBeNull());

test('nothing is said of a window without a word that was learned', () =>
  expect(opinionOf([heard([])])).toBeNull());

test('the protected person’s words are found, whichever of the other’s stand before them', () => {
  const own = [word('homework', '<any>', 64, 0, true), word('send', '<any>', 32)];
  const small = finish(classifierSteps(prepareClassifier({ ...learned, words: own }, WORDS)));
  expect(small?.partOf([HOMEWORK], [], true).caution).toBe(64);
  expect(small?.partOf([HOMEWORK], [], false).caution).toBe(0);
});
