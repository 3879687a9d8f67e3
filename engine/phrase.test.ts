import { expect, test } from 'vitest';
import { splitWords } from './normalise';
import { canBeEmpty, hasLostMark, listsOf } from './phrase';
import { parsePhrase } from './phrase-parser';

const parse = (text: string) => parsePhrase(text, (part) => splitWords(part).words);

test('a phrase names the lists it uses', () => {
  expect(listsOf(parse('[a] (b|[c])?'))).toEqual(['a', 'c']);
});

test.each([
  ['a? b?', true],
  ['(a?|b)', true],
  ['a?', true],
  ['a? b', false],
])('%j could match nothing: %s', (text, empty) => {
  expect(canBeEmpty(parse(text))).toBe(empty);
});

test.each([
  ['^ a $', false],
  ['(hi|^) a', false],
  ['hi? ^ a', false],
  ['a $5', false],
  ['a ^ b', true],
  ['a (b|^ c)?', false],
  ['(a $ b|c)', true],
  ['a $ 5', true],
])('%j has a mark where no message has it: %s', (text, lost) => {
  expect(hasLostMark(parse(text))).toBe(lost);
});
