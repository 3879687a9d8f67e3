import { expect, test } from 'vitest';
import { isAge } from './relative-age';

test.each([
  ['2d', 'en'],
  ['5 mins', 'en'],
  ['2 hrs ago', 'en'],
  ['3 days ago', 'km'],
  ['៣ ថ្ងៃមុន', 'km'],
  ['៣ អាទិត្យ', 'km'],
  ['3 ngày trước', 'vi'],
  ['3 วันที่แล้ว', 'th'],
  ['3日前', 'ja'],
  ['há 3 dias', 'pt'],
  ['vor 2 Jahren', 'de'],
  ['منذ ٣ أيام', 'ar'],
  ['منذ 11 ساعة', 'ar'],
  ['٣ أيام', 'ar'],
  ['၃ ရက်', 'my'],
])('"%s" is an age (%s)', (text, language) => {
  expect(isAge(text, language)).toBe(true);
});

test.each([
  ['5 mutual friends', 'en'],
  ['មិត្តរួម ៥ នាក់', 'km'],
  ['3 bạn chung', 'vi'],
  ['٣ أصدقاء مشتركين', 'ar'],
  ['days', 'en'],
])('"%s" is none (%s)', (text, language) => {
  expect(isAge(text, language)).toBe(false);
});
