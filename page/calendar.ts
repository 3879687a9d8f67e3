// Reads days and months as sites write them, in many languages. Whatever is not understood is null: a wrong date is worse than none.
import { isOnlyDay, meaningInLine, meaningOf, plainDate } from './date-names';
import { remembering } from './remembering';
import { DAY_MS, FIRST_YEAR, LAST_YEAR, startOfDay, yearOf } from './year';

/** Texts remembered: a page repeats a few day lines thousands of times. */
const MAX_REMEMBERED = 200;
/** Longest line of a day or a month, in characters. */
const MAX_LINE = 40;

const meaning = remembering(MAX_REMEMBERED, meaningOf);
const monthInLine = remembering(MAX_REMEMBERED, meaningInLine);

export type Month = { readonly year: number /** 1 to 12. */; readonly month: number };

/** A month that is a number beside the word for it, where other numbers may stand too ("· 12 followers"). */
const MONTH_NUMBER = /(?<!\d)(\d{1,2})\s?[月월]|(?:tháng|thg) (\d{1,2})(?!\d)/u;

/** A month that touches its year: "10/2026", "2026-10". */
const BESIDE_YEAR = /(?<!\d)\d{1,2}[/.-]\d{4}(?!\d)|(?<!\d)\d{4}[/.-]\d{1,2}(?!\d)/;

/** A month with its year, such as "October 2026", "tháng 10 năm 2026", "2026年10月", "ตุลาคม 2569"; else null. */
export function parseMonth(text: string, language: string): Month | null {
  const plain = plainDate(text);
  const years = plain.match(/(?<!\d)\d{4}(?!\d)/g);
  if (plain.length > MAX_LINE || years?.length !== 1) return null;
  const year = yearOf(Number(years[0]));
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  const rest = plain.replace(years[0] ?? '', ' ');
  const numbers = rest.match(/\d+/g) ?? [];
  // Among words any other number may be a count: "Joined in 2026 · 5 followers".
  const isMonth = numbers.length === 1 && (BESIDE_YEAR.test(plain) || !/\p{L}/u.test(rest));
  const [, before, after] = MONTH_NUMBER.exec(rest) ?? [];
  const numbered = Number(before ?? after ?? (isMonth ? numbers[0] : 0));
  const month = monthInLine(rest, language, 'months') ?? (numbered >= 1 && numbered <= 12 ? numbered : null);
  return month === null ? null : { year, month };
}

/**
 * The start of a day (local time, milliseconds since 1970) written as "Today", "Yesterday", "Monday", "November 2" or
 * "2 November 2025", at the latest `now`; else null.
 */
export function parseDay(text: string, language: string, now: number): number | null {
  return dayOn(text, language, new Date(now).setHours(0, 0, 0, 0));
}

/** A line that stands for a day means the same from its first moment to its last. */
const dayOn = remembering(MAX_REMEMBERED, (text: string, language: string, today: number): number | null =>
  dayIn(plainDate(text), language, today, meaning),
);

/**
 * The day of a line that is nothing but one, or null: a sentence may name one too ("Robin changed the group name to May 5").
 * Short names count here ("Tue, Nov 24"); in a sentence they may be other words.
 */
export function parseDayLine(text: string, language: string, now: number): number | null {
  return dayOfLine(text, language, new Date(now).setHours(0, 0, 0, 0));
}

const dayOfLine = remembering(
  MAX_REMEMBERED,
  (text: string, language: string, today: number): number | null => {
    const plain = plainDate(text);
    if (plain.length > MAX_LINE) return null;
    const day = dayIn(plain, language, today, meaningInLine);
    return day !== null && isOnlyDay(plain, language) ? day : null;
  },
);

type Meaning = typeof meaningOf;

/** `meant`: what names stand for in such a text. */
function dayIn(plain: string, language: string, today: number, meant: Meaning): number | null {
  if (!/\d/.test(plain)) {
    const ago = meant(plain, language, 'days');
    if (ago !== null) return new Date(today - ago * DAY_MS + DAY_MS / 2).setHours(0, 0, 0, 0);
    const weekday = meant(plain, language, 'weekdays');
    if (weekday === null) return null;
    const back = (new Date(today).getDay() - weekday + 7) % 7 || 7; // today's own weekday is written "Today"
    return new Date(today - back * DAY_MS + DAY_MS / 2).setHours(0, 0, 0, 0);
  }
  const { month, rest } = monthIn(plain, language, meant);
  const numbers = (rest.match(/\d+/g) ?? []).map(Number);
  const day = numbers.find((number) => number >= 1 && number <= 31);
  if (month === null || day === undefined || numbers.length > 2) return null;
  const year = numbers.map(yearOf).find((number) => number >= FIRST_YEAR && number <= LAST_YEAR);
  if (year !== undefined) return startOfDay(year, month, day);
  return numbers.length === 2 ? null : lastDay(month, day, today);
}

/** The newest such day of this year or the last that has come: a site writes the year of older ones. */
function lastDay(month: number, day: number, today: number): number | null {
  const year = new Date(today).getFullYear();
  const days = [year, year - 1].map((each) => startOfDay(each, month, day));
  return days.find((each) => each !== null && each <= today) ?? null;
}

/** Months that are numbers beside a word, without names: "11月24日", "11월 24일", "24 tháng 11". */
const NUMBERED = /(\d{1,2})\s?[月월](?=\s?\d{1,2}\s?[日号號일])|(?<=(?<!\d)\d{1,2} )(?:tháng|thg) (\d{1,2})/u;

/** The month of a day, and the text that the day and the year stand in. */
function monthIn(
  plain: string,
  language: string,
  meant: Meaning,
): { readonly month: number | null; readonly rest: string } {
  const [whole = '', first, second] = NUMBERED.exec(plain) ?? [];
  const numbered = Number(first ?? second);
  if (whole === '') return { month: meant(plain, language, 'months'), rest: plain };
  return { month: numbered >= 1 && numbered <= 12 ? numbered : null, rest: plain.replace(whole, ' ') };
}
