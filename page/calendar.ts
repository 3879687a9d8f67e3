// Reads dates as sites write them, in many languages. Whatever is not understood is null: a wrong date is worse than none.
import { dayPeriods, isOnlyDay, meaningInLine, meaningOf, plainDate, wordAt } from './date-names';
import { remembering } from './remembering';
import { FIRST_YEAR, LAST_YEAR, startOfDay, yearOf } from './year';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Texts remembered: a page repeats a few day lines and words beside the hour thousands of times. */
const MAX_REMEMBERED = 200;
/** Longest line of a day or a month, in characters. */
const MAX_LINE = 40;

const meaning = remembering(MAX_REMEMBERED, meaningOf);

export type Month = { readonly year: number /** 1 to 12. */; readonly month: number };

/** A month that is a number beside the word for it, where other numbers may stand too ("· 12 followers"). */
const MONTH_NUMBER = /(?<!\d)(\d{1,2})\s?[月월]|(?:tháng|thg) (\d{1,2})(?!\d)/u;

/** A month with its year, such as "October 2026", "tháng 10 năm 2026", "2026年10月", "ตุลาคม 2569"; else null. */
export function parseMonth(text: string, language: string): Month | null {
  const plain = plainDate(text);
  const years = plain.match(/(?<!\d)\d{4}(?!\d)/g);
  if (plain.length > MAX_LINE || years?.length !== 1) return null;
  const year = yearOf(Number(years[0]));
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  const rest = plain.replace(years[0] ?? '', ' ');
  const named = meaning(rest, language, 'months');
  const numbers = rest.match(/\d+/g) ?? [];
  const [, before, after] = MONTH_NUMBER.exec(rest) ?? [];
  const numbered = Number(before ?? after ?? (numbers.length === 1 ? numbers[0] : 0));
  const month = named ?? (numbered >= 1 && numbered <= 12 ? numbered : null);
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

export type Clock = { readonly minutes: number; readonly rest: string };

/** Minutes since midnight of the first clock time in `text`, and the text without it; else null. */
export function parseClock(text: string, language: string): Clock | null {
  return clockIn(text, language);
}

/** A day may be written with dots too: "24.11.2026", "2.11. klo 14.05". Where there is a colon, that is the clock. */
const CLOCKS = [
  /(?<!\d)(\d{1,2}):(\d{2})(?::\d{2})?(?!\d)/,
  /(?<!\d)(?<!\d\.)(\d{1,2})\.(\d{2})(?!\d|\.[\d\s,])/,
];

const clockIn = remembering(MAX_REMEMBERED, (text: string, language: string): Clock | null => {
  const plain = plainDate(text);
  const match = CLOCKS.map((clock) => clock.exec(plain)).find((found) => found !== null);
  if (!match) return null;
  const before = plain.slice(0, match.index);
  const after = plain.slice(match.index + match[0].length);
  const { pm, rest } = periodIn(before, after, language);
  const [hour, minute] = [Number(match[1]), Number(match[2])];
  if (hour > 23 || minute > 59) return null;
  const hours = pm === null || hour > 12 ? hour : (hour % 12) + (pm ? 12 : 0);
  return { minutes: hours * 60 + minute, rest: rest.trim() };
});

/** Right behind the clock alone: in German "am" is a word before any day. */
const LATIN_PERIOD = /^\s*([ap])\.?\s?m(?!\p{L})\.?/u;
/** Right before it, in a language whose words these are too: so Intl writes Korean. */
const LATIN_PERIOD_AHEAD = /(?<!\p{L})([ap])m\s*$/u;

/** Whether the words around a clock say after noon, null where they don't say, and those that are left. */
function periodIn(
  before: string,
  after: string,
  language: string,
): { readonly pm: boolean | null; readonly rest: string } {
  const latin = LATIN_PERIOD.exec(after);
  if (latin) return { pm: latin[1] === 'p', rest: `${before} ${after.slice(latin[0].length)}` };
  const { am, pm } = dayPeriods(language);
  const ahead = pm.includes('pm') ? LATIN_PERIOD_AHEAD.exec(before) : null;
  if (ahead) return { pm: ahead[1] === 'p', rest: `${before.slice(0, ahead.index)} ${after}` };
  const text = `${before} ${after}`;
  for (const word of [...am, ...pm].filter((each) => !LATIN_PERIOD.test(each))) {
    // A word of its own: in Arabic the one for "after noon" is a letter of "yesterday", in Vietnamese it begins "Sunday".
    const at = wordAt(text, word);
    if (at >= 0)
      return { pm: pm.includes(word), rest: `${text.slice(0, at)} ${text.slice(at + word.length)}` };
  }
  return { pm: null, rest: text };
}

/** A clock somewhat ahead of ours is no yesterday. */
const CLOCK_SKEW_MS = 10 * 60_000;

/**
 * When a clock showed so many minutes on a day. No message is of a time to come: just after midnight a "Today" that still stands
 * there, or an hour without a day, is of the day before.
 */
export function timeOn(day: number, minutes: number, now: number): number {
  const at = day + minutes * 60_000;
  return at > now + CLOCK_SKEW_MS ? at - DAY_MS : at;
}
