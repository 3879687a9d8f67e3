// Dates in the reader's language, with Latin digits. The months' and days' names of a catalogue come first, for the
// reason that names.ts gives; a language without them is written by Intl.
import { intlLocales, type Translate } from './i18n';
import { onceEach } from './lazy';
import { DAY_MS } from './memory';
import type { Language } from './settings';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
type Weekday = (typeof WEEKDAYS)[number];

/** A date as exact as it is known; `month` and `day` count from 1. */
type CalendarDate = { readonly year: number; readonly month: number | null; readonly day: number | null };

/** 4 January 2021 was a Monday: the days' names come from any such week. */
const A_MONDAY = Date.UTC(2021, 0, 4);
/** '2025', '2025-11' or '2025-11-04'. */
const WRITTEN_DATE = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?$/;

/** A day as 'YYYY-MM-DD'. `day` counts whole days since 1970, as memory does. */
export function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The same in words, e.g. '24 November 2026'. */
export function formatDay(day: number, t: Translate, language: Language): string {
  return formatDate(dateOf(day), t, language);
}

/** The day of a moment, by this device's clock. `moment` in milliseconds since 1970. */
export function formatMoment(moment: number, t: Translate, language: Language): string {
  const date = new Date(moment);
  return write({ year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() }, t, language);
}

/** As exact as the date is: '2025', '2025-11' or '2025-11-04'; the text itself where it is no date. */
export function formatDate(text: string, t: Translate, language: Language): string {
  const [, year, month, day] = WRITTEN_DATE.exec(text) ?? [];
  if (year === undefined) return text;
  return write(
    {
      year: Number(year),
      month: month === undefined ? null : Number(month),
      day: day === undefined ? null : Number(day),
    },
    t,
    language,
  );
}

/** The name of a weekday, as short as the language has it. */
export function formatWeekday(day: Weekday, t: Translate, language: Language): string {
  const key = `names.weekday.${day}`;
  if (t.has(key)) return t(key);
  return intlWeekdays(language).format(A_MONDAY + WEEKDAYS.indexOf(day) * DAY_MS);
}

/** Made once a language: the popup names the days of many lines at each drawing. */
const intlWeekdays = onceEach(
  (language: Language) =>
    new Intl.DateTimeFormat(intlLocales(language), { weekday: 'short', timeZone: 'UTC' }),
);

/** Numbers are given as text: a year is not grouped by thousands. */
function write({ year, month, day }: CalendarDate, t: Translate, language: Language): string {
  if (month === null) return String(year);
  if (!t.has('names.date.day')) return writeByIntl(year, month, day, language);
  const values = { year: String(year), month: t(`names.month.${month}`) };
  return day === null ? t('names.date.month', values) : t('names.date.day', { ...values, day: String(day) });
}

function writeByIntl(year: number, month: number, day: number | null, language: Language): string {
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric', month: 'long' };
  if (day !== null) options.day = 'numeric';
  return new Intl.DateTimeFormat(intlLocales(language), options).format(Date.UTC(year, month - 1, day ?? 1));
}
