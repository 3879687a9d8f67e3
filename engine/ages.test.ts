import { describe, expect, test } from 'vitest';
import { isYoungAge } from './ages';

const hit = (text: string, signal = 'context.child-age') =>
  ({ signal, language: 'en', speaker: 'any', span: [0, text.length] }) as const;

describe('a young age in figures', () => {
  test.each(['im 13', '13 f', 'im only 8', 'i am 15 years old', '14f', '13yo girl', 'អាយុ ១៤'])(
    'is told by "%s"',
    (text) => {
      expect(isYoungAge(hit(text), text)).toBe(true);
    },
  );

  test.each(['im 16', 'im 7', '13th', '13 th', 'in 8th grade', '16f', 'im a kid', 'im 113', ''])(
    'is not told by "%s"',
    (text) => {
      expect(isYoungAge(hit(text), text)).toBe(false);
    },
  );

  test('is told by a hit for an age alone', () => {
    expect(isYoungAge(hit('send 13', 'media.more'), 'send 13')).toBe(false);
  });

  test('is looked for in the words of the hit', () => {
    const text = 'im 16 and my sister is 12';
    expect(isYoungAge({ ...hit('im 16') }, text)).toBe(false);
  });
});
