import { describe, expect, test } from 'vitest';
import { splitWords } from './normalise';
import { PhraseError, parsePhrase } from './phrase-parser';

const parse = (text: string) => parsePhrase(text, (part) => splitWords(part).words);

describe('parsePhrase', () => {
  test.each(['send (me', 'send)', '[pic', '<what>', '()', '(a|)', '', '!!', 'a|b', '(a|b) c|d'])(
    'refuses %j and says where',
    (text) => {
      expect(() => parse(text)).toThrow(PhraseError);
    },
  );
  test.each(['send me', '(a|b c)? d', '((a|b) c|d)', '[x] ... y', '^ <num> $', 'ur mum <q>', '📷', 'កុំប្រាប់'])(
    'reads %j',
    (text) => {
      expect(() => parse(text)).not.toThrow();
    },
  );
});
