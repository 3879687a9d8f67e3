// Days written in numbers alone ("02/11/2026"), whose order differs by country and can't be told from the language.
import { plainDate } from './date-names';

/** Thai pages count years from 543 BC. */
const BUDDHIST_OFFSET = 543;
const FIRST_YEAR = 2004;
/** A clock somewhat ahead of ours is no tomorrow. */
const AHEAD_MS = 24 * 60 * 60 * 1000;

/**
 * The start of the day (local time, milliseconds since 1970), or null. Where both orders give a day that has come, it
 * is the later one: chats show their newest rows, and an old row is history either way.
 */
export function parseNumericDay(text: string, now: number): number | null {
  const parts = /^\D*(\d{1,4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,4})\D*$/.exec(plainDate(text));
  if (!parts) return null;
  const [first = 0, second = 0, third = 0] = parts.slice(1).map(Number);
  const orders =
    first > 31
      ? [[first, second, third]]
      : [
          [third, second, first],
          [third, first, second],
        ];
  const days = orders
    .map(([year = 0, month = 0, day = 0]) => dayOf(year, month, day))
    .filter((day) => day !== null && day <= now + AHEAD_MS);
  return days.length === 0 ? null : Math.max(...(days as number[]));
}

function dayOf(written: number, month: number, day: number): number | null {
  const year = written > 2400 ? written - BUDDHIST_OFFSET : written < 100 ? written + 2000 : written;
  const date = new Date(year, month - 1, day);
  const isReal = date.getMonth() === month - 1 && date.getDate() === day;
  return isReal && year >= FIRST_YEAR ? date.getTime() : null;
}
