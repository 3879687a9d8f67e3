import { expect, it } from 'vitest';
import { COUNTS, countOne } from './storage-kinds';

it('counts of two years of weeks are kept, whatever order they come in', () => {
  const weeks = [2024, 2025, 2026].flatMap((year) =>
    Array.from({ length: 52 }, (_, week) => `${year}-W${String(week + 1).padStart(2, '0')}`),
  );
  const oneOfEach = { notice: 0, caution: 1, danger: 0 };
  for (const order of [weeks, weeks.toReversed()]) {
    const kept = order.reduce((counts, week) => countOne(counts, week, 'caution'), COUNTS.fallback).weeks;
    expect(kept).toEqual(Object.fromEntries(weeks.slice(-104).map((week) => [week, oneOfEach])));
  }
});

it('a card is added to those of its week and level', () => {
  const once = countOne(COUNTS.fallback, '2026-W48', 'danger');
  expect(countOne(once, '2026-W48', 'danger').weeks).toEqual({
    '2026-W48': { notice: 0, caution: 0, danger: 2 },
  });
});
