// The guess of a country, from languages and time zone alone.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { suggestCountry, suggestedCountry } from './suggest-country';

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
    ['KH', ['en-US', 'km'], 'UTC'],
    [null, ['en-US', 'en'], 'UTC'],
    [null, ['es'], 'UTC'],
    [null, ['not a tag'], 'Nowhere/Place'],
    [null, [], ''],
    // A country that has no file is never guessed.
    [null, ['my'], 'Asia/Yangon'],
    [null, ['en-JM'], 'UTC'],
  ];

  it.each(cases)('%s from %j in %s', (country, languages, zone) => {
    expect(suggestCountry(languages, zone)).toBe(country);
  });
});

describe('suggestedCountry', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it.each([
    // English Windows has one clock for Cambodia and Thailand.
    ['KH', 'km', ['en-US', 'en']],
    ['TH', 'en', ['en-US', 'en']],
    // What nobody chose tells no more than what it was taken from.
    ['VN', 'km', ['vi', 'km']],
    ['KH', 'en', ['km', 'en-US']],
  ] as const)(
    'is %s where %s is shown in a browser of %j at the clock of Bangkok',
    (country, shown, languages) => {
      const { resolvedOptions } = Intl.DateTimeFormat.prototype;
      vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockImplementation(function (
        this: Intl.DateTimeFormat,
      ) {
        return { ...resolvedOptions.call(this), timeZone: 'Asia/Bangkok' };
      });
      vi.stubGlobal('navigator', { languages });
      expect(suggestedCountry(shown)).toBe(country);
    },
  );

  it('is what every page and the background guess by', () => {
    const folder = join(import.meta.dirname, '../entrypoints');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\./.test(file))
      .map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const);
    const using = (word: RegExp) => files.filter(([, text]) => word.test(text)).map(([file]) => file);
    expect(using(/\bsuggestCountry\(/)).toEqual([]);
    expect(using(/import \{ suggestedCountry \}/)).toHaveLength(6);
  });
});
