import { describe, expect, it } from 'vitest';
import { familyWeeks } from './family-weeks';
import { DAY_MS } from './memory';
import { weekOf } from './week';

/** Monday, 23 November 2026, 00:00 UTC: the first moment of week 48. */
const MONDAY = Date.UTC(2026, 10, 23);
const day = (at: number) => Math.floor(at / DAY_MS);
const counts = (weeks: Record<string, { notice: number; caution: number; danger: number }>) => ({
  version: 1 as const,
  weeks,
});

describe('the weeks that are shown', () => {
  it('are over for a week at least', () => {
    const weeks = familyWeeks(counts({}), day(MONDAY - 60 * DAY_MS), MONDAY);
    expect(weeks.at(-1)?.week).toBe('2026-W46');
    for (const { monday } of weeks) expect((monday + 14) * DAY_MS).toBeLessThanOrEqual(MONDAY);
    expect(familyWeeks(counts({}), day(MONDAY - 60 * DAY_MS), MONDAY - 1).at(-1)?.week).toBe('2026-W45');
  });

  it.each([0, 1, 7, 13])('are none %i days after it was switched on on a Monday', (days) => {
    expect(familyWeeks(counts({}), day(MONDAY), MONDAY + days * DAY_MS)).toEqual([]);
  });

  it('begin with the week in which it was switched on', () => {
    expect(familyWeeks(counts({}), day(MONDAY) + 3, MONDAY + 14 * DAY_MS).map(({ week }) => week)).toEqual([
      '2026-W48',
    ]);
  });

  it('are twelve at the most, in order, over the turn of a year', () => {
    const now = Date.UTC(2027, 0, 20);
    const weeks = familyWeeks(counts({}), 0, now);
    expect(weeks).toHaveLength(12);
    expect(weeks.map(({ week }) => week)).toContain('2026-W53');
    for (const { week, monday } of weeks) expect(weekOf(monday)).toBe(week);
  });

  it('hold amounts and no numbers', () => {
    const stored = counts({ '2026-W46': { notice: 3, caution: 4, danger: 0 } });
    const [shown] = familyWeeks(stored, day(MONDAY - 9 * DAY_MS), MONDAY);
    expect(shown?.amounts).toEqual({ notice: 'few', caution: 'several', danger: 'none' });
  });

  it('hide the newest, whatever stands there', () => {
    const stored = counts({ [weekOf(day(MONDAY))]: { notice: 0, caution: 0, danger: 9 } });
    expect(JSON.stringify(familyWeeks(stored, 0, MONDAY))).not.toContain('several');
  });

  it('are none for a clock that stands before the start', () => {
    expect(familyWeeks(counts({}), day(MONDAY), MONDAY - 300 * DAY_MS)).toEqual([]);
  });
});
