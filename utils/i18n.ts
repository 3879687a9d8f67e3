// Every sentence a person reads, in the language the person chose. Catalogues are the files in locales/:
// Chrome has no Khmer interface locale, so `_locales` can't carry them.
import { lazy } from './lazy';
import type { Language } from './settings';

/** A catalogue as it stands in a file: sections within sections, sentences at the leaves. */
export type Catalogue = { readonly [key: string]: string | Catalogue };

/** Values for the `{name}` places of a sentence; a number is written as the language writes numbers. */
export type Values = Readonly<Record<string, string | number>>;

/** Looks a sentence up by its dotted key, e.g. `t('popup.title')` or `t('fact.mutual-friends', { count: 3 })`. */
export type Translate = {
  (key: string, values?: Values): string;
  /** True where the catalogue has a sentence for the key. */
  readonly has: (key: string) => boolean;
  /** All keys that begin so, in the order of the catalogue. */
  readonly keys: (start: string) => readonly string[];
};

/**
 * Each catalogue is a chunk of its own: a page loads the one it shows. Inside a function, so that the content script,
 * which is sent its sentences by the background, does not carry every language (a build drops what it does not call).
 */
function catalogueFiles(): Record<string, () => Promise<Catalogue>> {
  return import.meta.glob<Catalogue>('../locales/*.json', { import: 'default' });
}

function listLanguages(): readonly Language[] {
  const names = Object.keys(catalogueFiles()).map((path) => path.replace(/^.*\/|\.json$/g, ''));
  return names.sort() as Language[];
}

/** Languages that have a file in locales/, in alphabetical order. */
export const LANGUAGES: readonly Language[] = /* @__PURE__ */ listLanguages();

/** Each language's name in itself, so that a reader finds it whatever the page is written in. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', km: 'ខ្មែរ' };

/** Written from right to left; the rest from left to right. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set('ar ckb dv fa he ps sd ug ur yi'.split(' '));

/** Direction for the `dir` attribute. */
export function textDirection(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/**
 * A name, a number or a date inside a sentence. Where sentences run from right to left it keeps its own direction: else the
 * groups of a phone number change places, and so do Latin names that follow each other.
 */
export function setApart(text: string, language: string): string {
  return textDirection(language) === 'rtl' ? `\u2068${text}\u2069` : text;
}

/** Chrome itself is in none of these: whoever reads one has it behind the language that Chrome is in. */
const BEHIND_OTHERS: readonly Language[] = ['km'];

/**
 * The language to use: the person's choice, else one that the browser names and is not in itself, else the first of the
 * browser's that we have, else English.
 */
export function chooseLanguage(chosen: Language | null, browserLanguages: readonly string[]): Language {
  if (chosen !== null && LANGUAGES.includes(chosen)) return chosen;
  const named = browserLanguages.map((tag) => tag.toLowerCase().split('-')[0]);
  const behind = BEHIND_OTHERS.find((language) => named.includes(language));
  const first = named.find((tag) => LANGUAGES.some((language) => language === tag));
  return behind ?? (first as Language | undefined) ?? 'en';
}

/** The whole catalogue of a language. Throws where there is no file: `Language` names only those that exist. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  const load = catalogueFiles()[`../locales/${language}.json`];
  if (load === undefined) throw new Error(`locales/${language}.json does not exist`);
  return load();
}

/** Only the named top-level sections: what a content script needs is a small part of a catalogue. */
export function pickSections(catalogue: Catalogue, sections: readonly string[]): Catalogue {
  return Object.fromEntries(Object.entries(catalogue).filter(([section]) => sections.includes(section)));
}

/** Sections become dotted keys, whether a file nests them or writes the dots itself (`signal.` + a signal's id). */
export function flatten(
  catalogue: Catalogue,
  prefix = '',
  into = new Map<string, string>(),
): Map<string, string> {
  for (const [key, value] of Object.entries(catalogue)) {
    if (typeof value === 'string') into.set(prefix + key, value);
    else flatten(value, `${prefix}${key}.`, into);
  }
  return into;
}

/**
 * Makes the lookup for one catalogue. A sentence with a `count` may have forms of its own under `<key>.one`,
 * `<key>.other` and so on (CLDR plural categories). A missing key throws in development, and shows the key's last
 * part in production: a test elsewhere holds both catalogues to the same keys.
 */
export function createTranslator(catalogue: Catalogue, language: Language): Translate {
  const all = lazy(() => flatten(catalogue));
  const plural = lazy(() => new Intl.PluralRules(language));
  const translate = (key: string, values: Values = {}) => {
    const form = typeof values.count === 'number' ? `${key}.${plural().select(values.count)}` : key;
    const sentences = all();
    const sentence = sentences.get(form) ?? sentences.get(`${key}.other`) ?? sentences.get(key);
    if (sentence === undefined) return missing(key);
    return fill(sentence, values, language);
  };
  return Object.assign(translate, {
    has: (key: string) => all().has(key),
    keys: (start: string) => [...all().keys()].filter((key) => key.startsWith(start)),
  });
}

function missing(key: string): string {
  if (!import.meta.env.PROD) throw new Error(`No sentence for '${key}'`);
  return key.slice(key.lastIndexOf('.') + 1);
}

function fill(sentence: string, values: Values, language: Language): string {
  return sentence.replace(/\{([a-z][a-z0-9-]*)\}/gi, (place, name: string) => {
    const value = values[name];
    if (value === undefined) return place;
    return typeof value === 'number' ? formatNumber(value, language) : setApart(value, language);
  });
}

/**
 * One calendar in every language: sources are dated by it, and a year that stands alone is not worked out (dates.ts), where
 * Intl would write Thai and Persian years beside it. Latin digits in every language: Khmer readers read both, phone keypads show Latin, and one page must not write
 * the same number in two ways. Phone numbers are never formatted at all: they are shown as their source prints them.
 */
const WRITTEN = '-u-ca-gregory-nu-latn';

/**
 * What to ask Intl for. Chromium's Intl lacks languages, Khmer among them, and would go on in the browser's own: a reader
 * then gets English, never a third language. Names and dates come from the catalogue there (names.ts, dates.ts).
 */
export function intlLocales(language: Language): string[] {
  return [language + WRITTEN, `en${WRITTEN}`];
}

/** A number as the language groups it. */
export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(intlLocales(language)).format(value);
}
