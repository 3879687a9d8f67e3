import { expect, test, vi } from 'vitest';
import { lazy, onceEach } from './lazy';

test('makes a value when it is first asked for, and once', () => {
  const make = vi.fn(() => undefined);
  const value = lazy(make);
  expect(make).not.toHaveBeenCalled();
  expect([value(), value()]).toEqual([undefined, undefined]);
  expect(make).toHaveBeenCalledTimes(1);
});

test('makes the value of each key once', () => {
  const make = vi.fn((key: string) => `${key}!`);
  const made = onceEach(make);
  expect(['a', 'b', 'a', 'b'].map(made)).toEqual(['a!', 'b!', 'a!', 'b!']);
  expect(make).toHaveBeenCalledTimes(2);
});
