// Guesses the country whose help to show from what the browser says of itself: time zone and languages. Nothing is
// looked up, and the guess is only ever offered as a guess.

import { chooseLanguage } from '../utils/i18n';
import type { Language } from '../utils/settings';
import { TIME_ZONES } from './time-zones';

/** A neighbour's clock is common: Windows gives Cambodia, Laos and Vietnam one setting with Thailand. */
const SHARED_ZONES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Asia/Bangkok': { km: 'KH', vi: 'VN', lo: 'LA' },
};

/** Languages that point to one country of ours where the clock says nothing. English, Spanish, Arabic … point to many. */
const COUNTRY_OF_LANGUAGE: Readonly<Record<string, string>> = {
  km: 'KH',
  th: 'TH',
  vi: 'VN',
  fil: 'PH',
  tl: 'PH',
  tr: 'TR',
  lo: 'LA',
  ja: 'JP',
  ko: 'KR',
  he: 'IL',
  uk: 'UA',
  pl: 'PL',
  cs: 'CZ',
  hu: 'HU',
  fi: 'FI',
};

const COUNTRY_OF_ZONE: ReadonlyMap<string, string> = new Map(
  Object.entries(TIME_ZONES).flatMap(([country, zones]) => zones.split(' ').map((zone) => [zone, country])),
);

/**
 * The likely country (ISO 3166 alpha-2) among those that help/ knows, or null.
 * @param languages the browser's, best first, e.g. `navigator.languages`
 * @param timeZone an IANA name, e.g. `Intl.DateTimeFormat().resolvedOptions().timeZone`
 */
export function suggestCountry(languages: readonly string[], timeZone: string): string | null {
  const shared = SHARED_ZONES[timeZone];
  const spoken = languages.map((tag) => tag.toLowerCase().split('-')[0] ?? '');
  const neighbour = spoken.map((language) => shared?.[language]).find((country) => country !== undefined);
  const zoned = neighbour ?? COUNTRY_OF_ZONE.get(timeZone);
  if (zoned !== undefined) return zoned;
  const named = languages.map(regionOf).find((region) => region !== null && region in TIME_ZONES);
  return (
    named ?? spoken.map((language) => COUNTRY_OF_LANGUAGE[language]).find((c) => c !== undefined) ?? null
  );
}

/**
 * The same for this browser. `shown` is the language that we write in: one to which the browser alone would not have led
 * was chosen here, and tells more of where a person is than what the browser came with.
 */
export function suggestedCountry(shown: Language): string | null {
  const { languages } = navigator;
  const isChosen = shown !== chooseLanguage(null, languages);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return suggestCountry(isChosen ? [shown, ...languages] : languages, timeZone);
}

/** The region of a tag such as 'vi-VN'; null for 'en-US', which is the factory setting of half the world. */
function regionOf(tag: string): string | null {
  if (tag.toLowerCase() === 'en-us') return null;
  try {
    return new Intl.Locale(tag).region ?? null;
  } catch {
    return null; // not a language tag: a browser may say anything
  }
}
