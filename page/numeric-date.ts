// Days written in numbers alone ("02/11/2026"), whose order differs by country and can't be told from the language.
import { plainDate } from './date-names';
import { FIRST_YEAR, startOfDay, yearOf } from './year';

/** A clock somewhat ahead of ours is no tomorrow. */
const AHEAD_MS = 24 * 60 * 60 * 1000;

/** Which number stands first, by the way a date is written ("0/0/0"): a page writes all of its dates in one way. */
export type DayOrders = ReadonlyMap<string, 'day' | 'month'>;

/** The three numbers of a date and the way it is written, or null. */
function partsOf(text: string): { readonly numbers: readonly number[]; readonly way: string } | null {
  const plain = plainDate(text);
  const parts = /^\D*(\d{1,4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,4})\D*$/.exec(plain);
  return parts && { numbers: parts.slice(1).map(Number), way: plain.replace(/\d+/g, '0') };
}

/** What dates of one page tell of the order: those with a number that is no month. Where they disagree, nothing. */
export function dayOrders(texts: readonly string[]): DayOrders {
  const found = new Map<string, Set<'day' | 'month'>>();
  for (const text of texts) {
    const { numbers: [first = 0, second = 0] = [], way = '' } = partsOf(text) ?? {};
    if (first > 31 || first > 12 === second > 12) continue;
    found.set(way, (found.get(way) ?? new Set()).add(first > 12 ? 'day' : 'month'));
  }
  return new Map(
    [...found].flatMap(([way, orders]) => (orders.size === 1 ? [[way, [...orders][0] ?? 'day']] : [])),
  );
}

/**
 * The start of the day (local time, milliseconds since 1970), or null. Where both orders give a day that has come and
 * `known` tells neither, it is the later one: chats show their newest rows, and an old row is history either way.
 */
export function parseNumericDay(text: string, now: number, known?: DayOrders): number | null {
  const parts = partsOf(text);
  if (!parts) return null;
  const [first = 0, second = 0, third = 0] = parts.numbers;
  const order = known?.get(parts.way);
  const dayFirst = [third, second, first];
  const monthFirst = [third, first, second];
  const both = order === 'day' ? [dayFirst] : order === 'month' ? [monthFirst] : [dayFirst, monthFirst];
  const days = (first > 31 ? [[first, second, third]] : both)
    .map(([year = 0, month = 0, day = 0]) => dayOf(year, month, day))
    .filter((day) => day !== null && day <= now + AHEAD_MS);
  return days.length === 0 ? null : Math.max(...(days as number[]));
}

function dayOf(written: number, month: number, day: number): number | null {
  const year = written < 100 ? written + 2000 : yearOf(written);
  return year >= FIRST_YEAR ? startOfDay(year, month, day) : null;
}
