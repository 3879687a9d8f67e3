// The guess of a country, from languages and time zone alone.
import { describe, expect, it } from 'vitest';
import { suggestCountry } from './suggest-country';

describe('suggestCountry', () => {
  const cases: [country: string | null, languages: string[], zone: string][] = [
    ['KH', ['km'], 'Asia/Phnom_Penh'],
    ['KH', ['en-US', 'en'], 'Asia/Phnom_Penh'],
    ['TH', ['en-US', 'en'], 'Asia/Bangkok'],
    ['TH', ['th'], 'Asia/Bangkok'],
    ['KH', ['en-US', 'km-KH'], 'Asia/Bangkok'],
    ['VN', ['vi-VN'], 'Asia/Bangkok'],
    ['VN', ['en'], 'Asia/Saigon'],
    ['VN', ['en'], 'Asia/Ho_Chi_Minh'],
    ['PH', ['en-US'], 'Asia/Manila'],
    ['TR', ['en-GB'], 'Europe/Istanbul'],
    ['US', ['es-MX'], 'America/Los_Angeles'],
    ['GB', ['en-US'], 'Europe/London'],
    ['IN', ['en-IN'], 'Asia/Calcutta'],
    ['UA', ['uk'], 'Europe/Kiev'],
    // The clock tells nothing: the language may.
    ['GB', ['en-GB'], 'UTC'],
    ['KH', ['km'], 'Etc/UTC'],
    ['PH', ['fil'], ''],
    [null, ['en-US', 'en'], 'UTC'],
    [null, ['es'], 'UTC'],
    [null, ['not a tag'], 'Nowhere/Place'],
    [null, [], ''],
    // A country that has no file is never guessed.
    [null, ['my'], 'Asia/Yangon'],
  ];

  it.each(cases)('%s from %j in %s', (country, languages, zone) => {
    expect(suggestCountry(languages, zone)).toBe(country);
  });
});
