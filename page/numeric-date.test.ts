import { expect, test } from 'vitest';
import { dayOrders, parseNumericDay } from './numeric-date';

const NOW = new Date('2026-11-24T12:00:00').getTime();

test.each([
  ['24/11/2026', '2026-11-24'],
  ['11/24/2026', '2026-11-24'],
  ['2026/11/02', '2026-11-02'],
  ['2026. 11. 2.', '2026-11-02'],
  ['02/11/2026', '2026-11-02'],
  ['12/11/2026', '2026-11-12'],
  ['24.11.26', '2026-11-24'],
  ['24/11/2569', '2026-11-24'],
  ['២៤/១១/២០២៦', '2026-11-24'],
])('%s is %s', (text, day) => {
  expect(parseNumericDay(text, NOW)).toBe(new Date(`${day}T00:00:00`).getTime());
});

test.each(['', '12:00', '24/11', '31/02/2026', '13/13/2026', '24/12/2026', '1/1/1990', '10.0.0.1.5'])(
  '"%s" is no day that has come',
  (text) => {
    expect(parseNumericDay(text, NOW)).toBeNull();
  },
);

test.each([
  [['10/25/2026'], '2026-10-11'],
  [['25/10/2026'], '2026-11-10'],
  [['25.10.2026'], '2026-11-10'], // written in another way: the later one
  [['25/10/2026', '10/25/2026'], '2026-11-10'],
])('10/11/2026 beside %s is %s', (others, day) => {
  const known = dayOrders(['', '10/11/2026', ...others]);
  expect(parseNumericDay('10/11/2026', NOW, known)).toBe(new Date(`${day}T00:00:00`).getTime());
});
