import { expect, test } from 'vitest';
import { acquaintance, oldAcquaintance } from './acquaintance';

test.each([
  [0, 0],
  [120, 0],
  [120 * Math.E, 1],
])('after %d messages the acquaintance is of %d e-folds', (messages, folds) =>
  expect(acquaintance(messages)).toBeCloseTo(folds),
);

test.each([
  [120, 0],
  [300, 0],
  [300 * Math.E, 1],
])('after %d messages the acquaintance that facts go by is of %d', (messages, folds) =>
  expect(oldAcquaintance(messages)).toBeCloseTo(folds),
);
