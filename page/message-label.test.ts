import { expect, test } from 'vitest';
import { parseLabel, timeOfLabel } from './message-label';

test.each([
  ['At 12:00 PM, Robin: see you: there', { time: 'At 12:00 PM', sender: 'Robin' }],
  ['في 12:00 م، أنت: مرحبا', { time: 'في 12:00 م', sender: 'أنت' }],
  ['នៅម៉ោង ១២:០០, អ្នក: សួស្តី', { time: 'នៅម៉ោង ១២:០០', sender: 'អ្នក' }],
  ['At October 3, 2026, 9:05 PM, Robin: hi', { time: 'At October 3, 2026, 9:05 PM', sender: 'Robin' }],
  ['上午12:00，你：好', { time: '上午12:00', sender: '你' }],
  ['Um 14.10.26, 09:12, Robin: Hallo', { time: 'Um 14.10.26, 09:12', sender: 'Robin' }],
  ['Am 02.11.2026, 12:00, Robin: Hallo', { time: 'Am 02.11.2026, 12:00', sender: 'Robin' }],
  ['2. 11. 2026, 12:00, Robin: ahoj', { time: '2. 11. 2026, 12:00', sender: 'Robin' }],
  ['24.11., 14:05, Robin: Hallo', { time: '24.11., 14:05', sender: 'Robin' }],
  ['klo 14.05, Robin: moi', { time: 'klo 14.05', sender: 'Robin' }],
  ['À 12 h 05, Robin : salut', { time: 'À 12 h 05', sender: 'Robin' }],
  ['At 12:00 PM, 🙂: hi', { time: 'At 12:00 PM', sender: '🙂' }],
])('%s', (label, parts) => {
  expect(parseLabel(label)).toEqual(parts);
});

test.each([
  '',
  'Robin: hi',
  'At 12:00 PM, Robin sent a photo',
  'At 12:00 PM, 09: hi',
  'Am 14.10.26, Robin: Hallo',
  `At 12:00 PM, ${'long '.repeat(30)}: hi`,
  `Photo. ${'long '.repeat(15)}at 12:00, Kim: hi`,
])('"%s" has not the form of a message', (label) => {
  expect(parseLabel(label)).toBeNull();
});

test('a long label costs no more than its length', () => {
  const labels = ['At 12:00 PM, Robin', 'At 5:30 at 5:31 at 5:32, Robin'];
  const start = performance.now();
  for (const label of labels) expect(parseLabel(`${label}${' '.repeat(100_000)}y`)).toBeNull();
  expect(performance.now() - start).toBeLessThan(200); // a run of spaces looked at from each of them takes seconds
});

test.each([
  ['At 11:50 PM', 24, '23:50'],
  ['At 12:20 AM', 25, '00:20'],
  ['At 12:35 AM', 25, '00:35'],
  ['À 23 h 50', 24, '23:50'],
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

test.each([
  ['Mon 12:00 PM', 'en'],
  ['At Mon 12:00 PM', 'en'],
  ['lun. 12:00', 'fr'],
  ['Mo. 12:00', 'de'],
  ['Пн 12:00', 'ru'],
  ['周一 12:00', 'zh'],
  ['Pzt 12:00', 'tr'],
  ['Sen 12.00', 'id'],
])('on a Thursday, "%s" (%s) is of Monday', (time, language) => {
  const now = new Date('2026-11-26T15:00').getTime();
  const at = timeOfLabel({ time, sender: 'Robin' }, language, now);
  expect(at).toBe(new Date('2026-11-23T12:00').getTime());
});

test.each([
  ['Um 12:00', 'de'],
  ['Às 12:00', 'pt'],
  ['Sa 12:00', 'fil'],
  ['Lúc 12:00', 'vi'],
])('the word in "%s" (%s) is no day', (time, language) => {
  const now = new Date('2026-11-26T15:00').getTime();
  const at = timeOfLabel({ time, sender: 'Robin' }, language, now);
  expect(at).toBe(new Date('2026-11-26T12:00').getTime());
});
