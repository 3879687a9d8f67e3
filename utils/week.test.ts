import { expect, it } from 'vitest';
import { weekOf } from './week';

it.each([
  ['2026-11-25T20:00:00Z', '2026-W48'],
  ['2026-11-22T23:59:59Z', '2026-W47'],
  ['2026-11-23T00:00:00Z', '2026-W48'],
  ['2027-01-03T12:00:00Z', '2026-W53'],
  ['2024-12-30T00:00:00Z', '2025-W01'],
  ['2023-01-01T00:00:00Z', '2022-W52'],
])('%s lies in week %s', (time, week) => {
  expect(weekOf(Date.parse(time))).toBe(week);
});
