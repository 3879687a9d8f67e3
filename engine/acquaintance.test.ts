import { expect, test } from 'vitest';
import { acquaintance } from './acquaintance';

test.each([
  [0, 0],
  [300, 0],
  [300 * Math.E, 1],
])('after %d messages the acquaintance is of %d e-folds', (messages, folds) =>
  expect(acquaintance(messages)).toBeCloseTo(folds),
);
