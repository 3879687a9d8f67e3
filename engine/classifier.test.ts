import { describe, expect, test } from 'vitest';
import { type Classifier, createClassifier, lengthOf, WEIGHT_SCALE } from './classifier';
import { prepareClassifier } from './prepare-classifier';
import type { LearnedWeights, LearnedWord } from './rules';

const WORDS = ['send', 'pic', 'homework'];
const word = (of: string, before: string, caution: number, danger = 0, isSelf = false): LearnedWord => ({
  ...{ isSelf, before, word: of, weights: [caution, danger] },
});
const learned: LearnedWeights = {
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
const classifier = createClassifier(prepareClassifier(learned, WORDS));
const [SEND, PIC, HOMEWORK] = [1, 2, 3];
const line = (...ids: number[]) => ({ ids, asks: null });
const heard = (ids: number[], isSelf = false, hits: Parameters<Classifier['partOf']>[1] = []) =>
  classifier.partOf(line(...ids), hits, isSelf);

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
    expect(classifier.opinionOf([heard([PIC]), heard([HOMEWORK])])?.caution).toBeCloseTo(
      (sum - 64) / WEIGHT_SCALE,
    );
  });
  test('counts a sign once, however often it was given', () => {
    const hits = [{ signal: 'media.more', language: 'en', speaker: 'other' as const, span: [0, 1] as const }];
    const once = classifier.opinionOf([heard([PIC], false, hits)])?.danger ?? 0;
    const bare = classifier.opinionOf([heard([PIC])])?.danger ?? 0;
    expect(once - bare).toBeCloseTo(64 / WEIGHT_SCALE);
    const twice = [heard([PIC], false, hits), heard([PIC], false, hits)];
    const twiceBare = [heard([PIC]), heard([PIC])];
    expect(
      (classifier.opinionOf(twice)?.danger ?? 0) - (classifier.opinionOf(twiceBare)?.danger ?? 0),
    ).toBeCloseTo(64 / WEIGHT_SCALE);
  });
  test('is none where most words were never learned: another language is no ordinary talk', () =>
    expect(classifier.opinionOf([heard([0, 0, 0, 0, PIC])])).toBeNull());
});

test('words that no rule names any more are left out', () =>
  expect(prepareClassifier(learned, WORDS).features).toHaveLength(learned.words.length - 1));

test('the rows are in the order of their features, whatever order they came in', () => {
  const reversed = { ...learned, words: [...learned.words].reverse() };
  expect(prepareClassifier(reversed, WORDS)).toEqual(prepareClassifier(learned, WORDS));
});
