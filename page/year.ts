// Years as pages write them, and how long a day is.

export const DAY_MS = 24 * 60 * 60 * 1000;

/** Years that a chat or an account can be from; other numbers of four digits are no years. */
export const FIRST_YEAR = 2004;
export const LAST_YEAR = 2100;
/** Thai pages count years from 543 BC. */
const BUDDHIST_OFFSET = 543;

/** The year that is meant by one written with four digits. */
export function yearOf(written: number): number {
  return written > 2400 ? written - BUDDHIST_OFFSET : written;
}

/** The start of a day (local time, milliseconds since 1970), or null where the month has no such day. */
export function startOfDay(year: number, month: number, day: number): number | null {
  const date = new Date(year, month - 1, day);
  return date.getMonth() === month - 1 && date.getDate() === day ? date.getTime() : null;
}
