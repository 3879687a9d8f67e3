import { describe, expect, test } from 'vitest';
import { splitWords } from './normalise';
import { canBeEmpty, listsOf, PhraseError, parsePhrase } from './phrase';

const parse = (text: string) => parsePhrase(text, (part) => splitWords(part).words);

describe('parsePhrase', () => {
  test.each(['send (me', 'send)', '[pic', '<what>', '()', '(a|)', '', '!!'])(
    'refuses %j and says where',
    (text) => {
      expect(() => parse(text)).toThrow(PhraseError);
    },
  );
  test.each(['send me', '(a|b c)? d', '[x] ... y', '^ <num> $', 'ur mum <q>', '📷', 'កុំប្រាប់'])(
    'reads %j',
    (text) => {
      expect(() => parse(text)).not.toThrow();
    },
  );
  test('names the lists it uses', () => {
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
});
