// Escape twice leaves; anything else does not.
import { describe, expect, it } from 'vitest';
import { onEscapeTwice } from './escape-twice';

/** Presses keys at times in milliseconds, and counts how often it left. */
function press(keys: readonly (readonly [key: string, at: number, repeat?: boolean])[]) {
  const target = new EventTarget();
  let time = 0;
  let left = 0;
  const stop = onEscapeTwice(
    target,
    () => {
      left += 1;
    },
    () => time,
  );
  for (const [key, at, repeat = false] of keys) {
    time = at;
    target.dispatchEvent(Object.assign(new Event('keydown'), { key, repeat }));
  }
  stop();
  target.dispatchEvent(Object.assign(new Event('keydown'), { key: 'Escape', repeat: false }));
  return left;
}

describe('Escape', () => {
  it.each([
    ['twice', [['Escape', 0] as const, ['Escape', 1_500] as const], 1],
    ['once', [['Escape', 0] as const], 0],
    ['twice, far apart', [['Escape', 0] as const, ['Escape', 2_500] as const], 0],
    ['held down', [['Escape', 0] as const, ['Escape', 100, true] as const], 0],
    ['with another key between', [['Escape', 0] as const, ['Tab', 50] as const, ['Escape', 100] as const], 0],
  ])('pressed %s', (_title, keys, left) => expect(press(keys)).toBe(left));
});
