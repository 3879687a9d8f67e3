// Quoted speech is told from speech.
import { describe, expect, test } from 'vitest';
import { timeOf } from '../tests/rules/processor-time';
import { masked, quotedParts } from './quotes';

const withoutQuotes = (text: string) => masked(text, quotedParts(text));

const quotes = (text: string) => quotedParts(text).map(([start, end]) => text.slice(start, end));

describe('quotedParts', () => {
  test.each([
    ['Q4. "I have your photo, pay me" what do you do?', ['"I have your photo, pay me"']],
    [
      'he wrote “send me one more” and then „keep it secret now“',
      ['“send me one more”', '„keep it secret now“'],
    ],
    ['the poster says «do not tell your parents» in red', ['«do not tell your parents»']],
    ['គេថា «កុំប្រាប់ម៉ាក់ណា» រួចទៅបាត់', ['«កុំប្រាប់ម៉ាក់ណា»']],
    ['«កុំប្រាប់ម៉ាក់ណា»', []],
    ['ឯង «ឆ្លាត» ណាស់', []],
    ['"send me one more now"', []],
    ['you are so "mature" for your age', []],
    ['an open " mark and no end', []],
    ['no marks at all', []],
  ])('%s', (text, expected) => expect(quotes(text)).toEqual(expected));

  test('takes time linear in the length of the text', () => {
    expect(timeOf(() => quotedParts('a "b c d '.repeat(100_000)))).toBeLessThan(1000);
  });
});

test('leaves one unknown word of the same length in place of a quote', () => {
  const text = 'he wrote "keep it a secret" and so do i';
  const own = withoutQuotes(text);
  expect(own).toHaveLength(text.length);
  expect(own).toMatch(/^he wrote (\S)\1+ and so do i$/);
  expect(withoutQuotes('no quotes here')).toBe('no quotes here');
});
