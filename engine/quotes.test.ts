// Quoted speech is told from speech.
import { describe, expect, test } from 'vitest';
import { timeOf } from '../tests/rules/processor-time';
import { isQuoted, quotedParts } from './quotes';

const quotes = (text: string) => quotedParts(text).map(([start, end]) => text.slice(start, end));

describe('quotedParts', () => {
  test.each([
    ['Q4. "I have your photo, pay me" what do you do?', ['"I have your photo, pay me"']],
    [
      'he wrote “send me one more” and then „keep it secret now“',
      ['“send me one more”', '„keep it secret now“'],
    ],
    ['the poster says «do not tell your parents» in red', ['«do not tell your parents»']],
    ['"send me one more now"', []],
    ['you are so "mature" for your age', []],
    ['an open " mark and no end', []],
    ['no marks at all', []],
  ])('%s', (text, expected) => expect(quotes(text)).toEqual(expected));

  test('takes time linear in the length of the text', () => {
    expect(timeOf(() => quotedParts('a "b c d '.repeat(100_000)))).toBeLessThan(1000);
  });
});

test('a hit counts as quoted only where it lies wholly inside', () => {
  expect(isQuoted([5, 9], [[4, 10]])).toBe(true);
  expect(isQuoted([2, 9], [[4, 10]])).toBe(false);
});
