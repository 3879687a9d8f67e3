import { expect, test } from 'vitest';
import { splitWords } from './normalise';
import { canBeEmpty, listsOf } from './phrase';
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
