import { expect, test } from 'vitest';
import { parseDay, parseDayLine, parseMonth } from './calendar';

const NOW = new Date('2026-11-24T12:00:00').getTime(); // a Tuesday

test.each([
  ['October 2026', 'en', 2026, 10],
  ['តុលា ២០២៦', 'km', 2026, 10],
  ['ខែ តុលា ឆ្នាំ២០២៦', '', 2026, 10],
  ['ตุลาคม 2569', 'th', 2026, 10],
  ['tháng 10 năm 2026', 'vi', 2026, 10],
  ['Ekim 2026', 'tr', 2026, 10],
  ['أكتوبر ٢٠٢٦', 'ar', 2026, 10],
  ['2026年10月', 'ja', 2026, 10],
  ['2026年10月からX · 3フォロワー', 'ja', 2026, 10],
  ['Tham gia tháng 10 năm 2026 · 12 bạn', 'vi', 2026, 10],
  ['2026년 10월 · 팔로워 5명', 'ko', 2026, 10],
  ['октябрь 2026 г.', 'en', 2026, 10],
  ['Oktubre 2026', 'fil', 2026, 10],
  ['listopad 2026', 'pl', 2026, 11],
  ['listopad 2026', 'hr', 2026, 10],
  ['အောက်တိုဘာ ၂၀၂၆', 'my', 2026, 10],
  ['Joined Oct 2026 · 5 Followers', 'en', 2026, 10],
  ['Joined Jan 2026 · 11 Followers', 'en', 2026, 1],
  ['Beigetreten Okt. 2026 · 3 Follower', 'de', 2026, 10],
  ['Joined 10/2026', 'en', 2026, 10],
  ['2026-10', 'km', 2026, 10],
  ['10 2026', 'en', 2026, 10],
])('%s (%s) is a month', (text, language, year, month) => {
  expect(parseMonth(text, language)).toEqual({ year, month });
});

test.each([
  'October',
  '2026',
  'Netherlands',
  '1 group',
  '+855 2026 10 11',
  'Blursday 2026',
  'a long sentence about the year 2026 and the month of May',
  'May 1890',
  'Joined in 2026 · 5 followers',
  'Joined Okt. 2026 · 5 followers',
])('%s is no month', (text) => {
  expect(parseMonth(text, 'en')).toBeNull();
});

test.each([
  ['Today', 'en', '2026-11-24'],
  ['Yesterday', 'en', '2026-11-23'],
  ['Tuesday', 'en', '2026-11-17'],
  ['Monday', 'en', '2026-11-23'],
  ['November 2', 'en', '2026-11-02'],
  ['2 November', 'en', '2026-11-02'],
  ['December 30', 'en', '2025-12-30'],
  ['December 30, 2024', 'en', '2024-12-30'],
  ['ម្សិលមិញ', 'km', '2026-11-23'],
  ['ថ្ងៃ\u200bនេះ', 'en', '2026-11-24'],
  ['Dün', 'tr', '2026-11-23'],
  ['2 ноября', 'ru', '2026-11-02'],
  ['Bugün', '', '2026-11-24'],
  ['2 พฤศจิกายน 2568', 'th', '2025-11-02'],
  ['2 tháng 11, 2025', 'vi', '2025-11-02'],
  ['2 tháng 11', 'vi', '2026-11-02'],
  ['Thứ Hai, 2 thg 11, 2026', 'vi', '2026-11-02'],
  ['2025年11月2日', 'ja', '2025-11-02'],
  ['11月2日星期一', 'zh', '2026-11-02'],
  ['2025년 11월 2일 일요일', 'ko', '2025-11-02'],
  ['一昨日', 'ja', '2026-11-22'],
  ['avant-hier', 'fr', '2026-11-22'],
  ['أول أمس', 'ar', '2026-11-22'],
  ['February 29, 2024', 'en', '2024-02-29'],
])('%s (%s) is %s', (text, language, day) => {
  expect(parseDay(text, language, NOW)).toBe(new Date(`${day}T00:00:00`).getTime());
});

test.each([
  '',
  'at',
  'soon',
  'November',
  '13月2日',
  '11月',
  '11月45日',
  '45 November',
  'November 31',
  'February 29',
  'February 29, 2026',
  'November 2 3 4',
  '5',
])('"%s" is no day', (text) => {
  expect(parseDay(text, 'en', NOW)).toBeNull();
});

test('a day that the year before had is of that year', () => {
  const early2025 = new Date('2025-03-02T12:00:00').getTime();
  expect(parseDay('February 29', 'en', early2025)).toBe(new Date('2024-02-29T00:00:00').getTime());
});

test.each([
  ['Today', 'en', '2026-11-24'],
  ['Hoy', 'en', '2026-11-24'],
  ['Mon', 'en', '2026-11-23'],
  ['Nov 2', 'en', '2026-11-02'],
  ['Mon, Nov 2', 'en', '2026-11-02'],
  ['Today, 24 Nov 2026', 'en', '2026-11-24'],
  ['Monday, November 2, 2026', 'en', '2026-11-02'],
  ['Mo., 2. Nov.', 'de', '2026-11-02'],
  ['2 de noviembre de 2026', 'es', '2026-11-02'],
  ['mar, 17 nov', 'es', '2026-11-17'],
  ['17 mar', 'es', '2026-03-17'],
  ['mar, 17 de noviembre', 'es', '2026-11-17'],
  ['2 ноября 2026 г.', 'ru', '2026-11-02'],
  ['2 พ.ย. 2569', 'th', '2026-11-02'],
  ['วันจันทร์ที่ 2 พฤศจิกายน พ.ศ. 2569', 'th', '2026-11-02'],
  ['Thứ Hai, 2 tháng 11, 2026', 'vi', '2026-11-02'],
  ['11月2日(月)', 'ja', '2026-11-02'],
  ['2026年11月3日火曜日', 'ja', '2026-11-03'],
  ['11월 2일 (월)', 'ko', '2026-11-02'],
  ['2 វិច្ឆិកា', 'km', '2026-11-02'],
])('the line "%s" (%s) is %s', (text, language, day) => {
  expect(parseDayLine(text, language, NOW)).toBe(new Date(`${day}T00:00:00`).getTime());
});

test.each([
  ['Robin changed the group name to May 5', 'en'],
  ['@robin_09 Joined October 2026', 'en'],
  ['May wrote on Monday', 'en'],
  ['Mo and 2 others', 'de'],
  ['Sa 12', 'fil'],
  ['Nov 2', 'th'],
  ['a sentence, long after a day: Monday, Nov 2', 'en'],
])('the line "%s" (%s) is no day alone', (text, language) => {
  expect(parseDayLine(text, language, NOW)).toBeNull();
});

test('a language that does not exist harms nothing', () => {
  expect(parseMonth('October 2026', 'no such language')).toEqual({ year: 2026, month: 10 });
});
