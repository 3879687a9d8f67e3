import { expect, test } from 'vitest';
import { possibleTime } from './history';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 25);

test.each([
  [null, null],
  [Number.NaN, null],
  [-1, null],
  [NOW + 3 * DAY, null],
  [NOW + DAY, NOW + DAY],
  [0, 0],
])('a message of %s was sent at %s', (at, time) => {
  expect(possibleTime(at, NOW)).toBe(time);
});
