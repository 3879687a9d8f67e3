import { expect, it } from 'vitest';
import { DAY_MS } from './memory';
import { weekOf } from './week';

it.each([
  ['2026-11-25', '2026-W48'],
  ['2026-11-22', '2026-W47'],
  ['2026-11-23', '2026-W48'],
  ['2027-01-03', '2026-W53'],
  ['2024-12-30', '2025-W01'],
  ['2023-01-01', '2022-W52'],
])('%s lies in week %s', (date, week) => {
  expect(weekOf(Date.parse(date) / DAY_MS)).toBe(week);
});
