// When a slice may be read without a look at the page and its address.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAgreement } from './agreement';
import { REST_MS } from './queue';

/** The address follows the rows by less. */
const LAG = 50;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** The list changed, and after so many milliseconds page and address were seen to agree. */
function agreedAfter(ms: number) {
  const agreement = createAgreement();
  agreement.change(performance.now());
  vi.advanceTimersByTime(ms);
  agreement.confirm();
  return agreement;
}

test('nobody has looked yet: it must be', () => {
  const agreement = createAgreement();
  agreement.change(performance.now());
  vi.advanceTimersByTime(10_000);
  expect(agreement.mustLook()).toBe(true);
});

test('seen after the list had rested, it holds for good', () => {
  const agreement = agreedAfter(REST_MS);
  vi.advanceTimersByTime(60_000);
  expect(agreement.mustLook()).toBe(false);
});

test('seen before the address must have followed, it holds for nothing', () => {
  expect(agreedAfter(LAG - 1).mustLook()).toBe(true);
});

test('seen in between, it holds for a while', () => {
  const agreement = agreedAfter(LAG);
  expect(agreement.mustLook()).toBe(false);
  vi.advanceTimersByTime(REST_MS - LAG - 1);
  expect(agreement.mustLook()).toBe(false);
  vi.advanceTimersByTime(1);
  expect(agreement.mustLook()).toBe(true);
});

test('a change after it counts anew', () => {
  const agreement = agreedAfter(REST_MS);
  agreement.change(performance.now());
  expect(agreement.mustLook()).toBe(true);
});
