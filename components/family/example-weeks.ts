// Invented weeks, so that a child can see what a parent sees without the PIN.
import type { Amount, FamilyWeek } from '../../utils/family-types';

/** Monday, 5 January 2026, in days since 1970: long past, so that nobody takes it for real. */
const FIRST_MONDAY = 20_458;

/** Notice, caution, danger of each week. */
const AMOUNTS: readonly (readonly [Amount, Amount, Amount])[] = [
  ['few', 'none', 'none'],
  ['none', 'none', 'none'],
  ['several', 'few', 'none'],
  ['few', 'few', 'none'],
  ['none', 'several', 'few'],
  ['none', 'none', 'none'],
  ['few', 'none', 'none'],
  ['none', 'few', 'none'],
];

export const EXAMPLE_WEEKS: readonly FamilyWeek[] = AMOUNTS.map(([notice, caution, danger], index) => ({
  week: `example-${index + 1}`,
  monday: FIRST_MONDAY + index * 7,
  amounts: { notice, caution, danger },
}));
