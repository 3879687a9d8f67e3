import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNumbers, writeNumbers } from './number-text';
import { finish } from './steps';

const read = (text: string, count: number) => [...finish(readNumbers(text, count))];

test('whole numbers come back as they were, and JSON adds nothing but its quotes', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -(2 ** 31) + 1, max: 2 ** 31 - 1 })), (numbers) => {
      const text = writeNumbers(numbers);
      expect(read(text, numbers.length)).toEqual(numbers);
      expect(JSON.stringify(text)).toHaveLength(text.length + 2);
      expect(text).not.toMatch(/[`$]/);
    }),
  );
});

test('small numbers are one character, the numbers of words at most three', () => {
  expect(writeNumbers([0, 54])).toHaveLength(2);
  expect(writeNumbers([55, 1_924])).toHaveLength(4);
  expect(writeNumbers([65_535])).toHaveLength(3);
  expect(writeNumbers([-65_535])).toHaveLength(4);
});

test('a text that is damaged, cut off or too long is an error, not other numbers', () => {
  const text = writeNumbers([1, -2, 3_000]);
  expect(() => read(text.slice(0, -1), 3)).toThrow('cut off');
  expect(() => read(`${text}-`, 3)).toThrow('cut off');
  expect(() => read(text, 2)).toThrow('cut off');
  expect(() => read(text, 4)).toThrow('cut off');
  for (const sign of ['"', 'ក', '\n', '\u007f']) expect(() => read(sign + text, 4)).toThrow('damaged');
});

test('rests once in a hundred thousand characters', () => {
  const steps = readNumbers(writeNumbers(new Int32Array(250_000)), 250_000);
  let rests = 0;
  while (!steps.next().done) rests += 1;
  expect(rests).toBe(3);
});
