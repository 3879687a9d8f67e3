import { expect, test } from 'vitest';
import type { Detector } from './detector';
import { rememberReadings } from './readings';

/** A detector that says how often it read, and of how many it is the reading. */
function counting() {
  const read: string[] = [];
  const detector = rememberReadings({
    read(text: string) {
      read.push(text);
      return { number: read.length };
    },
  } as unknown as Detector);
  return { detector, read };
}

test('what was read a moment ago is not read again', () => {
  const { detector, read } = counting();
  expect(detector.read('hi')).toBe(detector.read('hi'));
  detector.read('hello');
  expect(read).toEqual(['hi', 'hello']);
});

test('only the last texts are remembered, and none that is very long', () => {
  const { detector, read } = counting();
  const many = Array.from({ length: 65 }, (_, index) => `text ${index}`);
  for (const text of [...many, ...many.slice(1), 'text 0']) detector.read(text);
  expect(read).toEqual([...many, 'text 0']);
  const long = 'a'.repeat(1_001);
  expect(detector.read(long)).not.toBe(detector.read(long));
});
