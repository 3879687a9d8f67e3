import { expect, test } from 'vitest';
import { parseLabel } from './message-label';

test.each([
  ['At 12:00 PM, Robin: see you: there', { time: 'At 12:00 PM', sender: 'Robin' }],
  ['في 12:00 م، أنت: مرحبا', { time: 'في 12:00 م', sender: 'أنت' }],
  ['នៅម៉ោង ១២:០០, អ្នក: សួស្តី', { time: 'នៅម៉ោង ១២:០០', sender: 'អ្នក' }],
  ['At October 3, 2026, 9:05 PM, Robin: hi', { time: 'At October 3, 2026, 9:05 PM', sender: 'Robin' }],
  ['上午12:00，你：好', { time: '上午12:00', sender: '你' }],
])('%s', (label, parts) => {
  expect(parseLabel(label)).toEqual(parts);
});

test.each(['', 'Robin: hi', 'At 12:00 PM, Robin sent a photo', `At 12:00 PM, ${'long '.repeat(30)}: hi`])(
  '"%s" has not the form of a message',
  (label) => {
    expect(parseLabel(label)).toBeNull();
  },
);
