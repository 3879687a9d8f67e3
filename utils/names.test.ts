// Names in both ways they come: from Intl, and from a catalogue's own section, which must know all that help/ names.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { loadHelp, readHelpFiles } from '../help/load';
import { TIME_ZONES } from '../help/time-zones';
import { type Catalogue, createTranslator } from './i18n';
import { formatCountry, formatLanguage, formatList, formatSite, formatZone } from './names';
import type { Language } from './settings';

/** Languages that Chromium's Intl lacks; Node's knows them, so that only the data tells whether a browser would. */
const NAMED_BY_US: readonly { language: Language; letters: RegExp }[] = [
  { language: 'km', letters: /^[\p{Script=Khmer} ]+$/u },
];

const ROOT = join(import.meta.dirname, '..');
const translator = (language: Language) =>
  createTranslator(
    JSON.parse(readFileSync(join(ROOT, `locales/${language}.json`), 'utf8')) as Catalogue,
    language,
  );

const help = loadHelp(readHelpFiles(join(ROOT, 'help'))).data;
const files = help === null ? [] : [...help.countries, help.international, help.europe];
const lines = files.flatMap((file) => file.lines);
const countries = [
  ...new Set([...(help?.countries ?? []).map(({ country }) => country), ...Object.keys(TIME_ZONES)]),
];
const languages = [...new Set(lines.flatMap((line) => line.languages))].filter((tag) => tag !== 'mul');
const zones = [...new Set(lines.flatMap(({ hoursZone }) => hoursZone ?? []))];

it('help/ names countries, languages and a clock at all', () => {
  expect([countries.length > 60, languages.length > 60, zones.length > 0]).toEqual([true, true, true]);
});

describe.each(NAMED_BY_US)('in $language', ({ language, letters }) => {
  const t = translator(language);

  it.each([
    ['country', countries],
    ['language', [...languages, 'en', 'km']],
    ['zone', zones],
  ] as const)('every %s of help/ has a name in its own letters', (kind, codes) => {
    const unnamed = codes.filter((code) => {
      const key = `names.${kind}.${code}`;
      return !t.has(key) || !letters.test(t(key));
    });
    expect(unnamed).toEqual([]);
  });

  it('no two countries have one name', () => {
    const names = countries.map((country) => formatCountry(country, t, language));
    expect(new Set(names).size).toBe(countries.length);
  });

  it('every country whose flag a page may show has a name', () => {
    const flags = ['NG', 'CI', 'BJ', 'CN', 'MM', 'RU', 'XK', 'CD', 'TL'];
    expect(flags.filter((country) => !letters.test(formatCountry(country, t, language)))).toEqual([]);
  });
});

describe('names and lists', () => {
  const en = translator('en');
  const km = translator('km');
  it.each([
    [formatCountry('KH', en, 'en'), 'Cambodia'],
    [formatCountry('KH', km, 'km'), 'កម្ពុជា'],
    [formatCountry('not a code', km, 'km'), 'not a code'],
    [formatLanguage('km', en, 'en'), 'Khmer'],
    [formatLanguage('fil', km, 'km'), 'ហ្វ៊ីលីពីន'],
    [formatLanguage('not a tag', en, 'en'), 'not a tag'],
    [formatZone('America/Winnipeg', en, 'en'), 'Central Time'],
    [formatZone('America/Winnipeg', km, 'km'), 'ម៉ោងភាគកណ្តាលអាមេរិកខាងជើង'],
    [formatSite({ id: 'messenger', name: 'Messenger on facebook.com' }, km), 'Messenger លើ Facebook'],
    [formatSite({ id: 'messenger', name: 'Messenger on facebook.com' }, en), 'Messenger on facebook.com'],
    [formatList(['A', 'B', 'C'], 'conjunction', en, 'en'), 'A, B, and C'],
    [formatList(['A', 'B', 'C'], 'conjunction', km, 'km'), 'A, B និងC'],
    [formatList(['A', 'B'], 'unit', km, 'km'), 'A, B'],
    [formatList(['A'], 'conjunction', km, 'km'), 'A'],
    [formatList([], 'conjunction', km, 'km'), ''],
    [formatList(['A', 'B'], 'conjunction', en, 'ar' as 'en'), '\u2068A\u2069 و\u2068B\u2069'],
  ])('%s', (written, expected) => expect(written).toBe(expected));
});

describe('what Intl is asked', () => {
  it('is asked of what was made once, however many names are written', () => {
    const made = [vi.spyOn(Intl, 'DisplayNames'), vi.spyOn(Intl, 'DateTimeFormat')];
    const t = translator('en');
    const write = () => {
      for (const country of countries) formatCountry(country, t, 'en');
      for (const language of languages) formatLanguage(language, t, 'en');
      for (const zone of zones) formatZone(zone, t, 'en');
    };
    write(); // makes what an earlier test did not
    for (const each of made) each.mockClear();
    write();
    for (const each of made) expect(each).not.toHaveBeenCalled();
  });
});
