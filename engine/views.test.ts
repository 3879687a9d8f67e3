import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Classifier, Part } from './classifier';
import { FAR_MESSAGES, lookOf, NEAR_MESSAGES, VIEWS, type View } from './views';

const [near, far] = VIEWS as readonly [View, View];
const many = (count: number, features: number) => Array.from({ length: count }, () => features);

describe('the near view', () => {
  test('holds the last messages, all in full', () =>
    expect(near(many(9, 5))).toEqual(Array(NEAR_MESSAGES).fill(1)));
  test('holds what there is', () => expect(near([5])).toEqual([1]));
});

describe('the far view', () => {
  test('holds the last message in full, however long it is', () => expect(far([5_000, 5])).toEqual([1]));
  test('fades with what was said since', () => {
    const shares = far(many(20, 20));
    expect(shares[0]).toBe(1);
    expect(shares[8]).toBeGreaterThan(shares[10] as number);
    expect(shares.at(-1)).toBeGreaterThan(0);
    expect(shares.length).toBeLessThan(20);
  });
  test('ends after so many messages, however short', () =>
    expect(far(many(99, 1))).toHaveLength(FAR_MESSAGES));
  test('never counts one more than a newer one, nor more than once', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 400 })), (features) => {
        const shares = far(features);
        expect(shares).toEqual(shares.toSorted((a, b) => b - a));
        for (const share of shares) expect(share > 0 && share <= 1).toBe(true);
      }),
    );
  });
});

describe('a look', () => {
  const part: Part = { caution: 0, danger: 0, features: 5, words: 2, learned: 2, signs: [] };
  const looking = (nearLook: number | null, farLook: number | null): Classifier => ({
    partOf: () => part,
    opinionOf: (_, { length }) => {
      const look = length === NEAR_MESSAGES ? nearLook : farLook;
      return look === null ? null : { caution: look, danger: -look };
    },
  });
  const heard = Array.from({ length: 9 }, () => part);
  test('is the mean of both', () => expect(lookOf(looking(3, 1), heard)).toEqual({ caution: 2, danger: -2 }));
  test('is what is said just now, where what was said before is of another language', () =>
    expect(lookOf(looking(3, null), heard)).toEqual({ caution: 3, danger: -3 }));
  test('is none where that is', () => expect(lookOf(looking(null, 3), heard)).toBeNull());
});
