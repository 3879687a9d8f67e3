// What the family view shows of the counts: weeks that are over for a week or more, as none, a few or several. Pure.
import type { Amount, FamilyWeek } from './family-types';
import { dayOf } from './memory';
import type { Counts } from './storage-kinds';
import { weekOf } from './week';

/** Weeks that are shown: a school term. */
const WEEKS_SHOWN = 12;

const DAYS_PER_WEEK = 7;

/** A week is shown when it has been over for one week: nobody can tell from it what was written yesterday. */
const WEEKS_LATE = 2;

/** From this many on it is "several": fewer may be one bad evening. */
const SEVERAL = 4;

/** Oldest first; none where no week is old enough. `since` in days since 1970, `now` in milliseconds. */
export function familyWeeks(counts: Counts, since: number, now: number): readonly FamilyWeek[] {
  const thisMonday = mondayOf(dayOf(now));
  const last = thisMonday - WEEKS_LATE * DAYS_PER_WEEK;
  const first = Math.max(mondayOf(since), last - (WEEKS_SHOWN - 1) * DAYS_PER_WEEK);
  const weeks: FamilyWeek[] = [];
  for (let monday = first; monday <= last; monday += DAYS_PER_WEEK) {
    const week = weekOf(monday);
    const { notice, caution, danger } = counts.weeks[week] ?? { notice: 0, caution: 0, danger: 0 };
    weeks.push({
      week,
      monday,
      amounts: { notice: amountOf(notice), caution: amountOf(caution), danger: amountOf(danger) },
    });
  }
  return weeks;
}

function amountOf(count: number): Amount {
  if (count === 0) return 'none';
  return count < SEVERAL ? 'few' : 'several';
}

/** 1 January 1970 was a Thursday: Monday is three days earlier. */
function mondayOf(day: number): number {
  return day - ((day + 3) % DAYS_PER_WEEK);
}
