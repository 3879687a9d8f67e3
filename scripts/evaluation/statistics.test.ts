// The formulas of docs/accuracy.md, held to values of the literature.
import { expect, test } from 'vitest';
import { fLatency, median, poisson, wilson } from './statistics';

test.each([
  // Newcombe 1998, table I, method 3
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
  [29, 29, 0.883, 1],
])('wilson: %i of %i', (hits, total, low, high) => {
  const [from, to] = wilson(hits, total);
  expect(from).toBeCloseTo(low, 4);
  expect(to).toBeCloseTo(high, 4);
});

test('wilson: of none it says nothing', () => expect(wilson(0, 0)).toEqual([0, 1]));

test.each([
  // Garwood 1936
  [0, 0, 3.689],
  [1, 0.0253, 5.572],
  [2, 0.2422, 7.225],
  [5, 1.623, 11.668],
  [10, 4.795, 18.39],
  [50, 37.11, 65.92],
  [100, 81.36, 121.63],
])('poisson: %i', (count, low, high) => {
  const [from, to] = poisson(count);
  expect(Math.abs(from - low)).toBeLessThan(0.006);
  expect(Math.abs(to - high)).toBeLessThan(0.006);
});

test('median', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([])).toBeNaN();
});

test('F_latency: half the speed is lost at message 90, nothing at the first', () => {
  expect(fLatency([1, 1], 0, 0)).toEqual({ f1: 1, speed: 1, fLatency: 1 });
  expect(fLatency([90], 0, 0).speed).toBeCloseTo(0.5, 10);
  const { f1, fLatency: f } = fLatency([90, 90], 1, 1);
  expect(f1).toBeCloseTo(2 / 3, 10);
  expect(f).toBeCloseTo(1 / 3, 10);
  expect(fLatency([], 3, 2)).toEqual({ f1: 0, speed: 0, fLatency: 0 });
});
