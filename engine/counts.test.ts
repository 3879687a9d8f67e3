import { describe, expect, test } from 'vitest';
import { createIsCount, type IsCount } from './counts';
import { NO_AGE_WORDS } from './test-rules';

/** Whether the first number of a text counts something. */
function counts(isCount: IsCount, text: string, place = false): boolean {
  const [figures = '', ...rest] = /\p{Nd}+/u.exec(text) ?? [];
  expect(rest).toEqual([]);
  const start = text.indexOf(figures);
  return isCount(text, start, start + figures.length, place);
}

describe('with no words of any language', () => {
  const bare = createIsCount(NO_AGE_WORDS);

  test.each(['10/10', '10%', '#10', '$10', '10-3', '10x'])('the signs of "%s" say that it counts', (text) =>
    expect(counts(bare, text)).toBe(true),
  );

  test.each(['im 10', '10 kg', 'level 10', '10', '10 xylophones', ''])('nothing does in "%s"', (text) => {
    expect(counts(bare, text)).toBe(false);
    expect(counts(bare, text, true)).toBe(false);
  });
});

describe('with the words of some', () => {
  const some = createIsCount({
    ...NO_AGE_WORDS,
    announced: ['age', 'อายุ'],
    units: ['kg', 'กก.', 'วัน'],
    more: ['more'],
    parts: ['out of'],
    numbered: ['level', 'ห้อง'],
    places: ['place'],
    rows: ['line'],
    within: ['in', 'in the'],
  });

  test.each([
    '12kg',
    '12 kg',
    '12 more kg',
    '12 กก. แล้ว',
    '12วันก่อน',
    '9 out of 10',
    'level 12',
    'ห้อง12',
    '12 KG',
  ])('"%s" counts', (text) => expect(counts(some, text)).toBe(true));

  test.each([
    '12 kgb',
    '12 more',
    '9 out of luck',
    'sublevel 12',
    'age 12 kg',
    'อายุ 12 วัน',
    '12 กกx',
    'level twelve 12',
  ])('"%s" does not', (text) => expect(counts(some, text)).toBe(false));

  const farther = createIsCount({
    ...NO_AGE_WORDS,
    announced: ['tuổi', 'عمري'],
    units: ['phút', 'دقيقة', 'م'],
    numbered: ['lớp', 'الساعة'],
  });

  test.each([
    '13 phút nữa',
    '13 phut',
    'lớp 8',
    'Lop 8',
    '١٣ دقيقة',
    '١٣ دَقِيقـة',
    'الساعة ١٣',
    '13 م',
    '١٣٪',
    '١٣/٢',
    '۹:۳۰',
    '๑๓/๒๐',
  ])('"%s" counts, in words of any script and with any figures', (text) => {
    const [first = ''] = /\p{Nd}+/u.exec(text) ?? [];
    const start = text.indexOf(first);
    expect(farther(text, start, start + first.length, false)).toBe(true);
  });

  test.each(['13 phútx', '13 ما زلت', '13 متى', 'عمري ١٣ م', 'tuoi 13 phut', 'XLớp 8'])(
    '"%s" does not: a word ends where its letters end',
    (text) => expect(counts(farther, text)).toBe(false),
  );

  test('a place in a row is one for ordinals alone', () => {
    for (const text of ['12 place', '12 in line', '12 in the line', '12 in 30']) {
      expect(counts(some, text, true)).toBe(true);
      expect(counts(some, text)).toBe(false);
    }
    expect(counts(some, '12 in town', true)).toBe(false);
  });
});
