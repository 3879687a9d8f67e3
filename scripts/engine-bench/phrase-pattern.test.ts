// What our engine is compared with looks for the same phrases.
import { describe, expect, test } from 'vitest';
import { NO_AGE_WORDS, TEST_PACK, TEST_RULES } from '../../engine/test-rules';
import { patternsOf, patternText } from './phrase-pattern';

const table = TEST_RULES.signals;
/** Whether a phrase is found in a text. */
function finds(phrase: string, text: string, pack = TEST_PACK): boolean {
  const signals = [{ id: 'trust.clothes', speaker: 'any', phrases: [phrase], unless: [] }] as const;
  const [pattern] = patternsOf({ ...pack, signals }, table);
  return pattern?.test(patternText(text)) === true;
}

describe.each([
  ['send me', ['Send me!', 'pls send me it'], ['send it to me', 'resend me', 'send meat']],
  ['(can i|may i) come', ['may I come'], ['can come', 'i come']],
  [
    'dont tell (your|ur)? [parent]',
    ['dont tell mum', "don't tell ur my mum"],
    ['dont tell him', 'dont tell'],
  ],
  [
    'send ... [pic]',
    ['send pics', 'send me one more photo of you'],
    ['send me one two three pics', 'pic send'],
  ],
  ['your place', ['ur place'], ['our place']],
  ['im <minor>', ['im 12', "I'm 17"], ['im 18', 'im 4', 'im 120']],
  ['im <adult>', ['im 18'], ['im 17', 'im 80']],
  ['got <num>', ['got 400 of them'], ['got some']],
  ['<cur> <num>', ['$ 5', '€5'], ['5']],
  ['got [pic] <q>', ['got pics?', 'so, got pic? no'], ['got pics', 'got pics of it?']],
  ['^ no $', ['no', 'No.'], ['no way', 'oh no']],
  ['u home', ['u? home'], []],
])('%s', (phrase, found, others) => {
  test.each(found)('is in "%s"', (text) => expect(finds(phrase, text)).toBe(true));
  if (others.length > 0)
    test.each(others)('is not in "%s"', (text) => expect(finds(phrase, text)).toBe(false));
});

test('letter groups of a script without spaces stay whole', () => {
  const khmer = { ...TEST_PACK, language: 'km', gap: 8, lists: {}, spellings: {}, ages: NO_AGE_WORDS };
  expect(finds('កុំប្រាប់', 'ក្មួយ កុំប្រាប់ម៉ាក់ណា', khmer)).toBe(true);
  expect(finds('កុំប្រាប់', 'កប្រាប់', khmer)).toBe(false);
});

test('a list of its own may be empty, and no phrase is found in nothing', () => {
  expect(finds('see ~ you', 'see you')).toBe(true);
  for (const pattern of patternsOf(TEST_PACK, table)) expect(pattern.test(patternText(''))).toBe(false);
});
