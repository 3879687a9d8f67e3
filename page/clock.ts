// Reads the hour as sites write it, in many languages. Whatever is not understood is null: a wrong time is worse than none.
import { dayPeriods, plainDate, wordAt } from './date-names';
import { remembering } from './remembering';
import { DAY_MS } from './year';

/** Texts remembered: a page repeats a few hours, and words beside them, thousands of times. */
const MAX_REMEMBERED = 200;

export type Clock = { readonly minutes: number; readonly rest: string };

/** Minutes since midnight of the first clock time in `text`, and the text without it; else null. */
export function parseClock(text: string, language: string): Clock | null {
  return clockIn(text, language);
}

/** A day may be written with dots too: "24.11.2026", "2.11. klo 14.05". Where there is a colon, that is the clock. */
const CLOCKS = [
  /(?<!\d)(\d{1,2}):(\d{2})(?::\d{2})?(?!\d)/,
  /(?<!\d)(?<!\d\.)(\d{1,2})\.(\d{2})(?!\d|\.[\d\s,])/,
  /(?<!\d)(\d{1,2})\s?h\s?(\d{2})(?!\d|\s?m(?:in)?(?!\p{L}))/u, // French and Portuguese; "1h 20m" is how long a call was
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

/** Right behind the clock alone, or behind the Bulgarian word for an hour: in German "am" is a word before any day. */
const LATIN_PERIOD = /^\s*(?:ч\.\s*)?([ap])\.?\s?m(?!\p{L})\.?/u;
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

/** When a clock shows so many minutes on the day of a time: one on which clocks are put forward or back has no 24 hours. */
export function timeOfDay(at: number, minutes: number): number {
  return new Date(at).setHours(0, minutes, 0, 0);
}

/**
 * When a clock showed so many minutes on the day that began then. No message is of a time to come: just after midnight a "Today" that still stands
 * there, or an hour without a day, is of the day before.
 */
export function timeOn(day: number, minutes: number, now: number): number {
  const at = timeOfDay(day, minutes);
  return at > now + CLOCK_SKEW_MS ? timeOfDay(day - DAY_MS / 2, minutes) : at;
}
