// Names of countries, languages and clocks, and lists of them, in the reader's language. A catalogue's section `names`
// comes first: Chromium's Intl has no Khmer, and a name should read alike in every browser. Where it has none, Intl names.
import { intlLocales, setApart, type Translate } from './i18n';
import { onceEach } from './lazy';
import type { Language } from './settings';

/** A country's name, from ISO 3166 alpha-2; the code itself where none is known. */
export function formatCountry(country: string, t: Translate, language: Language): string {
  return own(`names.country.${country}`, t) ?? intlName('region', country, language);
}

/** A language's name, from its tag, e.g. 'fil'; the tag itself where none is known. */
export function formatLanguage(tag: string, t: Translate, language: Language): string {
  return own(`names.language.${tag}`, t) ?? intlName('language', tag, language);
}

/** The name of a time zone the year round, e.g. 'Central Time', from its IANA name; that name where none is known. */
export function formatZone(zone: string, t: Translate, language: Language): string {
  return own(`names.zone.${zone}`, t) ?? intlZones(language)(zone);
}

/** What a site is called: `site` is its adapter. Most names are the sites' own, alike in every language. */
export function formatSite(site: { readonly id: string; readonly name: string }, t: Translate): string {
  return own(`names.site.${site.id}`, t) ?? site.name;
}

/** 'A, B and C'; with `unit` plainly 'A, B, C'. */
export function formatList(
  items: readonly string[],
  type: 'conjunction' | 'unit',
  t: Translate,
  language: Language,
): string {
  if (!t.has('names.list.comma')) {
    const apart = items.map((item) => setApart(item, language));
    return new Intl.ListFormat(intlLocales(language), { type }).format(apart);
  }
  const [first = '', ...rest] = items;
  return rest.reduce((a, b, index) => {
    const isLast = index === rest.length - 1;
    return t(type === 'conjunction' && isLast ? 'names.list.and' : 'names.list.comma', { a, b });
  }, first);
}

function own(key: string, t: Translate): string | null {
  return t.has(key) ? t(key) : null;
}

/** Making one takes a hundred times as long as asking it, and a choice of countries asks for sixty names at each drawing. */
const intlNames = {
  region: onceEach((language: Language) => displayNames(language, 'region')),
  language: onceEach((language: Language) => displayNames(language, 'language')),
};

function displayNames(language: Language, type: 'region' | 'language'): Intl.DisplayNames {
  return new Intl.DisplayNames(intlLocales(language), { type });
}

function intlName(type: 'region' | 'language', code: string, language: Language): string {
  try {
    return intlNames[type](language).of(code) ?? code;
  } catch {
    return code; // Intl throws on what is no code: a page may show anything, a pack may be named anyhow
  }
}

const intlZones = onceEach((language: Language) => onceEach((zone: string) => intlZone(zone, language)));

function intlZone(zone: string, language: Language): string {
  const format = new Intl.DateTimeFormat(intlLocales(language), {
    timeZone: zone,
    timeZoneName: 'longGeneric',
  });
  return format.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}
