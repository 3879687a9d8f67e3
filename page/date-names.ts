// Names of months and days in many languages: the browser's own (Intl), and a table for languages that it leaves out.
import { latinDigits } from '../utils/latin-digits';
import { remembering } from './remembering';

/**
 * Tried when the page's own language gives nothing: the first countries, and the most used interface languages.
 * Each costs about 2 ms once; all that Intl knows would be 125 ms (Chromium 156).
 */
const LANGUAGES = 'en km th vi tr fil id ms ar zh es pt fr de ru uk hi bn ja ko it pl'.split(' ');

/** Desktop Chromium ships no Khmer, Burmese or Lao names (156 measured). From CLDR; weekdays from Sunday; two spellings by a slash. */
const TABLE: Readonly<Record<string, Partial<Readonly<Record<NameKind, string>>>>> = {
  km: {
    months: 'មករា|កុម្ភៈ|មីនា|មេសា|ឧសភា|មិថុនា|កក្កដា|សីហា|កញ្ញា|តុលា|វិច្ឆិកា|ធ្នូ',
    weekdays: 'អាទិត្យ|ច័ន្ទ/ចន្ទ|អង្គារ|ពុធ|ព្រហស្បតិ៍|សុក្រ|សៅរ៍',
    days: 'ថ្ងៃនេះ|ម្សិលមិញ',
  },
  my: {
    months: 'ဇန်နဝါရီ|ဖေဖော်ဝါရီ|မတ်|ဧပြီ|မေ|ဇွန်|ဇူလိုင်|ဩဂုတ်|စက်တင်ဘာ|အောက်တိုဘာ|နိုဝင်ဘာ|ဒီဇင်ဘာ',
    weekdays: 'တနင်္ဂနွေ|တနင်္လာ|အင်္ဂါ|ဗုဒ္ဓဟူး|ကြာသပတေး|သောကြာ|စနေ',
    days: 'ယနေ့|မနေ့က',
  },
  lo: {
    months: 'ມັງກອນ|ກຸມພາ|ມີນາ|ເມສາ|ພຶດສະພາ|ມິຖຸນາ|ກໍລະກົດ|ສິງຫາ|ກັນຍາ|ຕຸລາ|ພະຈິກ|ທັນວາ',
    weekdays: 'ອາທິດ|ຈັນ|ອັງຄານ|ພຸດ|ພະຫັດ|ສຸກ|ເສົາ',
    days: 'ມື້ນີ້|ມື້ວານ',
  },
};

/** Before and after noon, where Chromium knows no words or fewer than sites write (its Korean says "AM"). From CLDR. */
const PERIODS: Readonly<Record<string, readonly [am: string, pm: string]>> = {
  km: ['ព្រឹក', 'ល្ងាច/រសៀល/យប់'],
  ko: ['오전', '오후'],
  zh: ['上午/早上/凌晨', '下午/晚上/中午'],
};

const LONG = ['months', 'weekdays', 'days'] as const;
type LongKind = (typeof LONG)[number];
type NameKind = LongKind | 'short-months' | 'short-weekdays';
/** months 1 to 12; weekdays 0 (Sunday) to 6; days: today 0, yesterday 1, the day before 2 where a language has a word for it. */
type Names = ReadonlyMap<string, number>;

const NONE: Names = new Map();
/** Lists of names remembered: those of all `LANGUAGES` are 66, and a page has its own beside them. */
const MAX_REMEMBERED = 200;

/** Names of one kind in one language, lower case; empty where the language is not known. */
const namesIn = remembering(
  MAX_REMEMBERED,
  (language: string, kind: NameKind): Names => fromTable(language, kind) ?? fromBrowser(language, kind),
);

function fromTable(language: string, kind: NameKind): Names | null {
  const list = TABLE[language.split(/[-_]/)[0] ?? '']?.[kind];
  if (!list) return null;
  const first = kind === 'months' ? 1 : 0;
  return new Map(
    list
      .split('|')
      .flatMap((names, index) => names.split('/').map((name) => [plainDate(name), index + first] as const)),
  );
}

function fromBrowser(language: string, kind: NameKind): Names {
  try {
    if (Intl.DateTimeFormat.supportedLocalesOf(language).length === 0) return NONE;
    if (kind === 'days') return days(language);
    const style = kind.startsWith('short') ? 'short' : 'long';
    return kind.endsWith('months') ? months(language, style) : weekdays(language, style);
  } catch {
    return NONE; // `lang` of a page may be anything
  }
}

/** Alone and beside a day: Slavic and Baltic months decline. Names with digits (Vietnamese, Chinese) are left out. */
function months(language: string, month: 'long' | 'short'): Names {
  const names = new Map<string, number>();
  for (const options of [
    { month, year: 'numeric' },
    { month, day: 'numeric' },
  ] as const) {
    const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, options);
    for (let index = 0; index < 12; index += 1) {
      const name = nameOf(format, new Date(2024, index, 1), 'month');
      if (name !== '') names.set(name, index + 1);
    }
  }
  return names;
}

function weekdays(language: string, weekday: 'long' | 'short'): Names {
  const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { weekday });
  const names = new Map<string, number>();
  const sunday = 1; // of September 2024
  for (let day = 0; day < 7; day += 1) {
    const name = nameOf(format, new Date(2024, 8, sunday + day), 'weekday');
    if (name !== '') names.set(name, day);
  }
  return names;
}

/** Without the stop of a short name; '' for one with digits ("2 days ago", Vietnamese and Chinese months). */
const asName = (text: string): string => (/\d/.test(text) ? '' : text.replace(/[.\u0970]$/u, ''));

function nameOf(format: Intl.DateTimeFormat, date: Date, type: 'month' | 'weekday'): string {
  return asName(partOf(format, date, type));
}

function days(language: string): Names {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const names = [0, 1, 2].map((ago) => [asName(plainDate(format.format(-ago, 'day'))), ago] as const);
  return new Map(names.filter(([name]) => name !== ''));
}

function partOf(format: Intl.DateTimeFormat, date: Date, type: Intl.DateTimeFormatPartTypes): string {
  return plainDate(format.formatToParts(date).find((part) => part.type === type)?.value ?? '');
}

type DayPeriods = { readonly am: readonly string[]; readonly pm: readonly string[] };

/** The words for before and after noon, lower case; none where the language has none or is not known. */
export const dayPeriods = remembering(MAX_REMEMBERED, periodsOf);

function periodsOf(language: string): DayPeriods {
  const [am, pm] = (PERIODS[language.split(/[-_]/)[0] ?? ''] ?? ['', '']).map((words) => words.split('/'));
  const own = periodsOfBrowser(language);
  const all = (words: readonly string[] = [], word = '') =>
    [...words.map(plainDate), word].filter((each) => each !== '');
  return { am: all(am, own?.am), pm: all(pm, own?.pm) };
}

function periodsOfBrowser(language: string): { readonly am: string; readonly pm: string } | null {
  try {
    if (language === '' || Intl.DateTimeFormat.supportedLocalesOf(language).length === 0) return null;
    const format = new Intl.DateTimeFormat(language, { hour: 'numeric', hour12: true });
    const period = (hour: number) => partOf(format, new Date(2024, 0, 1, hour), 'dayPeriod');
    return { am: period(9), pm: period(21) };
  } catch {
    return null;
  }
}

/** The value whose name stands in `text` as a word of its own, or null; the longest name wins. */
function valueIn(text: string, names: Names): number | null {
  let best = '';
  for (const name of names.keys()) {
    if (name.length > best.length && wordAt(text, name) >= 0) best = name;
  }
  return names.get(best) ?? null;
}

/** Where `word` stands in `text` as a word of its own, or -1. */
export function wordAt(text: string, word: string): number {
  let at = text.indexOf(word);
  while (at >= 0 && isInsideWord(text, at, word.length)) at = text.indexOf(word, at + 1);
  return at;
}

/** A letter before or after, in scripts that put spaces between words. */
function isInsideWord(text: string, at: number, length: number): boolean {
  if (
    /^[\p{Script=Han}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u.test(text.slice(at))
  )
    return false;
  return /[\p{L}\p{M}]$/u.test(text.slice(0, at)) || /^[\p{L}\p{M}]/u.test(text.slice(at + length));
}

/**
 * What a name in `text` means in the page's language, else what all other languages that know it agree on: "listopad"
 * is November in Polish and October in Croatian.
 */
export function meaningOf(text: string, language: string, kind: LongKind): number | null {
  return valueIn(text, namesIn(language, kind)) ?? agreedMeaning(text, kind);
}

/** The same in a line that is no sentence. Short names count too, of the page's language alone: elsewhere they are other words. */
export function meaningInLine(text: string, language: string, kind: LongKind): number | null {
  return (
    valueIn(text, namesIn(language, kind)) ??
    (kind === 'days' ? null : shortMeaning(text, language, kind)) ??
    agreedMeaning(text, kind)
  );
}

/** In Spanish "mar" is Tuesday and March: beside another month it is the former. */
function shortMeaning(text: string, language: string, kind: 'months' | 'weekdays'): number | null {
  const weekdays = namesIn(language, 'short-weekdays');
  if (kind === 'weekdays') return valueIn(text, weekdays);
  const months = namesIn(language, 'short-months');
  return valueIn([...weekdays.keys()].reduce(without, text), months) ?? valueIn(text, months);
}

function agreedMeaning(text: string, kind: LongKind): number | null {
  const meanings = new Set<number>();
  for (const other of LANGUAGES) {
    const value = valueIn(text, namesIn(other, kind));
    if (value !== null) meanings.add(value);
  }
  return meanings.size === 1 ? ([...meanings][0] ?? null) : null;
}

/** Whether nothing stands in `text` but words of a day and numbers: of the page's language, or one name of another. */
export function isOnlyDay(text: string, language: string): boolean {
  const rest = dayWords(language).reduce(without, text);
  if (!/\p{L}/u.test(rest)) return true;
  const name = rest.replace(/[^\p{L}\p{M}\s]/gu, '').trim();
  return rest === text && LANGUAGES.some((each) => LONG.some((kind) => namesIn(each, kind).has(name)));
}

/** `text` without `word`, wherever it stands as one of its own. */
function without(text: string, word: string): string {
  let rest = text;
  for (let at = wordAt(rest, word); at >= 0; at = wordAt(rest, word))
    rest = `${rest.slice(0, at)} ${rest.slice(at + word.length)}`;
  return rest;
}

/** Names of months and days in one language and what it writes between them ("de", "年", "at"), longest first. */
const dayWords = remembering(MAX_REMEMBERED, (language: string): readonly string[] => {
  const kinds = [...LONG, 'short-weekdays', 'short-months'] as const;
  const names = kinds.flatMap((kind) => [...namesIn(language, kind).keys()]);
  return [...names, ...wordsBetween(language)].toSorted((a, b) => b.length - a.length);
});

/** As the browser writes a day and an hour. The words of a month or weekday that is a number stand in these too ("tháng 11"). */
function wordsBetween(language: string): readonly string[] {
  try {
    if (Intl.DateTimeFormat.supportedLocalesOf(language).length === 0) return [];
    return [
      { dateStyle: 'full', timeStyle: 'short' } as const,
      { month: 'short', day: 'numeric', weekday: 'short' } as const,
    ].flatMap((options) =>
      new Intl.DateTimeFormat(language, options)
        .formatToParts(new Date(2024, 0, 1))
        .filter(({ type }) => type !== 'dayPeriod')
        .flatMap(({ value }) => plainDate(value).match(/[\p{L}\p{M}]+/gu) ?? []),
    );
  } catch {
    return []; // `lang` of a page may be anything
  }
}

const IS_PLAIN = /^[\t\n\r\x20-\x7e]*$/;

/** Digits of any script as 0-9, lower case, without marks of direction. */
export function plainDate(text: string): string {
  if (IS_PLAIN.test(text)) return text.toLowerCase().trim(); // nearly all hours, and each row has one
  return latinDigits(text.normalize('NFKC'))
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .toLowerCase()
    .trim();
}
