// Reads dates as sites write them, in many languages. Whatever is not understood is null: a wrong date is worse than none.
import { dayPeriods, meaningOf, plainDate, wordAt } from './date-names';
import { remembering } from './remembering';
import { FIRST_YEAR, LAST_YEAR, yearOf } from './year';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Texts remembered: a page repeats a few day lines and words beside the hour thousands of times. */
const MAX_REMEMBERED = 200;

const meaning = remembering(MAX_REMEMBERED, meaningOf);

export type Month = { readonly year: number /** 1 to 12. */; readonly month: number };

/** A month that is a number beside the word for it, where other numbers may stand too ("· 12 followers"). */
const MONTH_NUMBER = /(?<!\d)(\d{1,2})\s?[月월]|(?:tháng|thg) (\d{1,2})(?!\d)/u;

/** A month with its year, such as "October 2026", "tháng 10 năm 2026", "2026年10月", "ตุลาคม 2569"; else null. */
export function parseMonth(text: string, language: string): Month | null {
  const plain = plainDate(text);
  const years = plain.match(/(?<!\d)\d{4}(?!\d)/g);
  if (plain.length > 40 || years?.length !== 1) return null;
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
const dayOn = remembering(MAX_REMEMBERED, (text: string, language: string, today: number): number | null => {
  const plain = plainDate(text);
  if (!/\d/.test(plain)) {
    const ago = meaning(plain, language, 'days');
    if (ago !== null) return new Date(today - ago * DAY_MS + DAY_MS / 2).setHours(0, 0, 0, 0);
    const weekday = meaning(plain, language, 'weekdays');
    if (weekday === null) return null;
    const back = (new Date(today).getDay() - weekday + 7) % 7 || 7; // today's own weekday is written "Today"
    return new Date(today - back * DAY_MS + DAY_MS / 2).setHours(0, 0, 0, 0);
  }
  const { month, rest } = monthIn(plain, language);
  const numbers = (rest.match(/\d+/g) ?? []).map(Number);
  const day = numbers.find((number) => number >= 1 && number <= 31);
  if (month === null || day === undefined || numbers.length > 2) return null;
  const year = numbers.map(yearOf).find((number) => number >= FIRST_YEAR && number <= LAST_YEAR);
  if (numbers.length === 2 && year === undefined) return null;
  const date = new Date(year ?? new Date(today).getFullYear(), month - 1, day);
  if (date.getTime() > today && year === undefined) date.setFullYear(date.getFullYear() - 1);
  return date.getTime();
});

/** Months that are numbers beside a word, without names: "11月24日", "11월 24일", "24 tháng 11". */
const NUMBERED = /(\d{1,2})\s?[月월](?=\s?\d{1,2}\s?[日号號일])|(?<=(?<!\d)\d{1,2} )(?:tháng|thg) (\d{1,2})/u;

/** The month of a day, and the text that the day and the year stand in. */
function monthIn(plain: string, language: string): { readonly month: number | null; readonly rest: string } {
  const [whole = '', first, second] = NUMBERED.exec(plain) ?? [];
  const numbered = Number(first ?? second);
  if (whole === '') return { month: meaning(plain, language, 'months'), rest: plain };
  return { month: numbered >= 1 && numbered <= 12 ? numbered : null, rest: plain.replace(whole, ' ') };
}

export type Clock = { readonly minutes: number; readonly rest: string };

/** Minutes since midnight of the first clock time in `text`, and the text without it; else null. */
export function parseClock(text: string, language: string): Clock | null {
  return clockIn(text, language);
}

const clockIn = remembering(MAX_REMEMBERED, (text: string, language: string): Clock | null => {
  const plain = plainDate(text);
  const match = /(?<!\d)(\d{1,2})[:.](\d{2})(?!\d)/.exec(plain);
  if (!match) return null;
  let rest = `${plain.slice(0, match.index)} ${plain.slice(match.index + match[0].length)}`;
  let hour = Number(match[1]);
  const period = periodIn(rest, language);
  if (period) {
    rest = `${rest.slice(0, period.at)} ${rest.slice(period.at + period.length)}`;
    hour = (hour % 12) + (period.pm ? 12 : 0);
  }
  const minute = Number(match[2]);
  return hour > 23 || minute > 59 ? null : { minutes: hour * 60 + minute, rest: rest.trim() };
});

type Period = { readonly at: number; readonly length: number; readonly pm: boolean };

/** A word of its own: in Arabic the one for "after noon" is a letter of "yesterday", in Vietnamese it begins "Sunday". */
function periodIn(text: string, language: string): Period | null {
  const latin = /(?<!\p{L})([ap])\.?\s?m\b\.?/u.exec(text);
  if (latin) return { at: latin.index, length: latin[0].length, pm: latin[1] === 'p' };
  const { am, pm } = dayPeriods(language);
  for (const word of [...am, ...pm]) {
    const at = wordAt(text, word);
    if (at >= 0) return { at, length: word.length, pm: pm.includes(word) };
  }
  return null;
}
