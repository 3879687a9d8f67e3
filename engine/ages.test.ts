import { describe, expect, test } from 'vitest';
import { createAges } from './ages';
import { NO_AGE_WORDS } from './test-rules';

const ages = createAges({
  ...NO_AGE_WORDS,
  numbers: { thirteen: 13, thirty: 30, 'mười ba': 13, ba: 3, 'ثلاثة عشر': 13, ដប់បី: 13 },
  years: ['yo', 't', 'tuổi'],
  grades: ['grade', 'الصف'],
  you: ['you', 'u'],
  announced: ['អាយុ'],
});

const hit = (text: string, signal = 'context.child-age') =>
  ({ signal, language: 'en', speaker: 'any', span: [0, text.length] }) as const;

describe('a young age', () => {
  test.each([
    'im 13',
    '13 f',
    'im only 8',
    'i am 15 years old',
    '14f',
    '13yo girl',
    'im thirteen',
    'in 8th grade',
    'អាយុ ១៤',
    'em mười ba tuổi',
    'em muoi ba',
    'mình 13t',
    'mình 13tuổi',
    'عمري ثلاثة عشر',
    'عمري ١٣',
    'عمري۱۳',
    'أنا في الصفّ ٨',
    'អាយុដប់បី',
  ])('is told by the child in "%s"', (text) => {
    expect(ages.isYoung(hit(text), text, 'self')).toBe(true);
    expect(ages.isPeer(hit(text), text, 'self')).toBe(false);
  });

  test.each(['im 16', 'im 7', '13th', '13 th', 'in 10th grade', 'grade 11', '16f', 'im a kid', 'im 113', ''])(
    'is not told by "%s"',
    (text) => {
      expect(ages.isYoung(hit(text), text, 'self')).toBe(false);
    },
  );

  test.each([
    ['so you are 14', 'context.your-age'],
    ['you dont seem 12', 'trust.mature'],
    ['13 and 26 so what', 'trust.age-gap'],
  ])('is told by the other person in "%s"', (text, signal) => {
    expect(ages.isYoung(hit(text, signal), text, 'other')).toBe(true);
    expect(ages.isYoung(hit(text, signal), text, 'self')).toBe(false);
  });

  test('is their own where they say it as the child would', () => {
    expect(ages.isYoung(hit('im 14 too'), 'im 14 too', 'other')).toBe(false);
    expect(ages.isPeer(hit('im 14 too'), 'im 14 too', 'other')).toBe(true);
    expect(ages.isPeer(hit('im 24'), 'im 24', 'other')).toBe(false);
  });

  test('is told by a hit for an age alone', () => {
    expect(ages.isYoung(hit('send 13', 'media.more'), 'send 13', 'self')).toBe(false);
  });

  test('is looked for in the words of the hit', () => {
    const text = 'im 16 and my sister is 12';
    expect(ages.isYoung({ ...hit('im 16') }, text, 'self')).toBe(false);
  });
});

describe('an age of 20 or more', () => {
  test.each([
    ['im 24', 'context.adult-age', 'other'],
    ['im thirty two', 'context.adult-age', 'other'],
    ['បងអាយុ ៣០', 'context.adult-age', 'other'],
    ['so you are 26', 'context.their-age', 'self'],
  ] as const)('is told by "%s"', (text, signal, speaker) => {
    expect(ages.isGrown(hit(text, signal), text, speaker)).toBe(true);
  });

  test.each([
    ['im 19', 'context.adult-age', 'other'],
    ['i am a teacher', 'context.adult-age', 'other'],
    ['im 24', 'context.adult-age', 'self'],
    ['im 24', 'context.child-age', 'other'],
    ['im 100', 'context.adult-age', 'other'],
  ] as const)('is not told by "%s" as %s of %s', (text, signal, speaker) => {
    expect(ages.isGrown(hit(text, signal), text, speaker)).toBe(false);
  });
});
