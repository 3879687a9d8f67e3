// Tells an age ("2d", "5 hours", "1 ngày") from other short texts with a number, by the words that browsers know.
import { plainDate } from './date-names';

const UNITS = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const;
const STYLES = ['narrow', 'short', 'long'] as const;
/** Letters beside the number in short ages of Latin script: "2d", "5 h", "3w", "1mo". */
const SHORT_AGE = /^\d+\s?[a-z]{1,2}\.?$/;

/** Whether `text` is nothing but a span of time, in the page's language or in English. */
export function isAge(text: string, language: string): boolean {
  const plain = plainDate(text);
  const count = /\d+/.exec(plain)?.[0];
  if (count === undefined) return false;
  if (SHORT_AGE.test(plain)) return true;
  return [language, 'en'].some((each) => agesOf(each, Number(count)).includes(squeeze(plain)));
}

const squeeze = (text: string): string => text.replace(/[\s.]+/g, '');

const cache = new Map<string, readonly string[]>();

/** Asked at most once for a language and number: making 21 formats costs about 3 ms. */
function agesOf(language: string, count: number): readonly string[] {
  const key = `${language} ${count}`;
  const ages = cache.get(key) ?? writeAges(language, count);
  if (count < 100) cache.set(key, ages);
  return ages;
}

function writeAges(language: string, count: number): string[] {
  try {
    return UNITS.flatMap((unit) =>
      STYLES.map((unitDisplay) => {
        const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay });
        return squeeze(plainDate(format.format(count)));
      }),
    );
  } catch {
    return []; // `lang` of a page may be anything
  }
}
