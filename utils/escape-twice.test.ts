// Escape twice leaves; anything else does not.
import { describe, expect, it } from 'vitest';
import { onEscapeTwice } from './escape-twice';

type Press = readonly [
  key: string,
  at: number,
  more?: { repeat?: boolean; isComposing?: boolean; answered?: boolean },
];

/** Presses keys, or the pointer, at times in milliseconds, and counts how often it left. */
function press(keys: readonly Press[]) {
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
  let isAnswered = false;
  target.addEventListener('keydown', (event) => isAnswered && event.preventDefault());
  for (const [key, at, { answered = false, ...more } = {}] of keys) {
    time = at;
    isAnswered = answered;
    const type = key === 'pointer' ? 'pointerdown' : 'keydown';
    target.dispatchEvent(
      Object.assign(new Event(type, { cancelable: true }), {
        key,
        repeat: false,
        isComposing: false,
        ...more,
      }),
    );
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
    ['held down', [['Escape', 0] as const, ['Escape', 100, { repeat: true }] as const], 0],
    ['with another key between', [['Escape', 0] as const, ['Tab', 50] as const, ['Escape', 100] as const], 0],
    [
      'twice at once, where the first took back a question',
      [['Escape', 0, { answered: true }] as const, ['Escape', 500] as const],
      1,
    ],
    [
      'for a question, and once more a while later',
      [['Escape', 0, { answered: true }] as const, ['Escape', 1_000] as const],
      0,
    ],
    [
      'for a question, and twice more',
      [['Escape', 0, { answered: true }] as const, ['Escape', 1_000] as const, ['Escape', 2_500] as const],
      1,
    ],
    [
      'twice, with a press of the pointer between',
      [['Escape', 0] as const, ['pointer', 50] as const, ['Escape', 100] as const],
      0,
    ],
    [
      'to take back what a keyboard makes of keys',
      [['Escape', 0, { isComposing: true }] as const, ['Escape', 100] as const],
      0,
    ],
  ])('pressed %s', (_title, keys, left) => expect(press(keys)).toBe(left));
});
