// What is left of a text in a copy of a page: its shape, and no word of it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hideText, wordsOf } from './hide-text';

describe('texts', () => {
  test.each([
    ['See you at 5:30 PM, Ana 🙂', 'xxx xxx xxx 0:00 xxx, xxx 🙂'],
    ['call +855 12 345 678', 'xxx +000 00 000 000'],
    ['123456789', '0000'],
    ['ជួបគ្នានៅម៉ោង ៥', 'កកក 0'],
    ['مرحبا ١٢:٣٠', `${'ا'.repeat(3)} 00:00`],
    ['Привет', 'жжж'],
    ['🇳🇬 👩🏽‍🦰👍', '🏳 🙂'],
    ['ⓡⓞⓑⓘⓝ 𝓡𝓸𝓫𝓲𝓷', 'xxx xxx'],
    ['a\u200bb\u{e0041}', 'xxxxxx'],
    ['price: 5€ «ok»', 'xxx: 0* «xxx»'],
  ])('%s', (text, shape) => expect(hideText(text)).toBe(shape));

  test('nothing of what was said stays, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const hidden = hideText(text);
        const left = wordsOf(hidden).filter((word) => !/^(.)\1*$/u.test(word));
        expect(left).toEqual([]);
        expect(hidden).not.toMatch(/[1-9]/);
      }),
    );
  });

  test('words of one script look alike, however long', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,20}$/), (word) => {
        expect(hideText(word)).toBe('xxx');
      }),
    );
  });
});
