import { expect, test } from 'vitest';
import { slowness, timeOf } from './processor-time';

/** Keeps the processor busy for so many steps. */
function work(steps: number): number {
  let sum = 0;
  for (let step = 0; step < steps; step += 1) sum = (sum * 31 + step) % 1_000_003;
  return sum;
}
const part = 'x'.repeat(500);

test('what takes linear time is not slow, what takes quadratic time is', () => {
  expect(slowness((text) => work(text.length * 2_000), part)).toBe(0);
  expect(slowness((text) => work(text.length * text.length), part)).toBeGreaterThan(3.75);
});

test('what takes no time worth a word is not slow', () => {
  expect(slowness(() => {}, part)).toBe(0);
  expect(timeOf(() => work(20_000_000))).toBeGreaterThan(1);
});
