import { expect, test } from 'vitest';
import { parseLabel, timeOfLabel } from './message-label';

test.each([
  ['At 12:00 PM, Robin: see you: there', { time: 'At 12:00 PM', sender: 'Robin' }],
  ['في 12:00 م، أنت: مرحبا', { time: 'في 12:00 م', sender: 'أنت' }],
  ['នៅម៉ោង ១២:០០, អ្នក: សួស្តី', { time: 'នៅម៉ោង ១២:០០', sender: 'អ្នក' }],
  ['At October 3, 2026, 9:05 PM, Robin: hi', { time: 'At October 3, 2026, 9:05 PM', sender: 'Robin' }],
  ['上午12:00，你：好', { time: '上午12:00', sender: '你' }],
])('%s', (label, parts) => {
  expect(parseLabel(label)).toEqual(parts);
});

test.each([
  '',
  'Robin: hi',
  'At 12:00 PM, Robin sent a photo',
  `At 12:00 PM, ${'long '.repeat(30)}: hi`,
  `Photo. ${'long '.repeat(15)}at 12:00, Kim: hi`,
])('"%s" has not the form of a message', (label) => {
  expect(parseLabel(label)).toBeNull();
});

test.each([
  ['At 11:50 PM', 24, '23:50'],
  ['At 12:20 AM', 25, '00:20'],
  ['At 12:35 AM', 25, '00:35'],
  ['At October 3, 2026, 9:05 PM', null, '21:05'],
  ['At some other day, 9:05 PM', undefined, ''],
])('half past midnight on the 25th, "%s" is of day %s, %s', (time, day, clock) => {
  const now = new Date(2026, 10, 25, 0, 30).getTime();
  const at = timeOfLabel({ time, sender: 'Robin' }, 'en', now);
  if (day === undefined) return expect(at).toBeNull();
  const date = new Date(at ?? 0);
  expect(date.toTimeString().slice(0, 5)).toBe(clock);
  if (day !== null) expect(date.getDate()).toBe(day);
});
