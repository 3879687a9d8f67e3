// What every help file must keep, and what the loader says of wrong ones.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadHelp, readHelpFiles } from './load';
import { TIME_ZONES } from './time-zones';

const files = readHelpFiles(join(import.meta.dirname));
const { data, problems } = loadHelp(files);

/** So many came from lists whose own sources nobody can look up (README.md). Whoever finds a source takes one off. */
const WITHOUT_SOURCE = 63;

/** No release goes out without these. */
const FIRST_COUNTRIES = ['KH', 'TH', 'VN', 'PH', 'TR', 'US', 'GB'];

describe('the shipped help files', () => {
  it('are right', () => expect(problems).toEqual([]));

  const countries = data?.countries ?? [];
  const all = data === null ? [] : [...countries, data.international, data.europe];
  const lines = all.flatMap((file) => file.lines);

  it.each(FIRST_COUNTRIES)('have lines for %s', (country) => {
    expect(countries.some((file) => file.country === country)).toBe(true);
  });

  it('know the time zones of exactly the countries that have a file', () => {
    expect(Object.keys(TIME_ZONES).sort()).toEqual(countries.map(({ country }) => country).sort());
  });

  it('call each line by its country', () => {
    const strangers = all.flatMap(({ country, lines: own }) =>
      own.filter(({ id }) => !id.startsWith(`${country.toLowerCase()}-`)).map(({ id }) => id),
    );
    expect(strangers).toEqual([]);
  });

  it.each(lines.filter(({ standsIn, kind }) => standsIn !== null && kind === 'crisis'))(
    '$id stands in for a crisis line, and says that it is none',
    (line) => expect(line.limits).toContain('not-a-suicide-line'),
  );

  it('carry no tracking in their addresses', () => {
    const addresses = [...lines, ...(data?.routes ?? [])].flatMap(({ url }) => url ?? []);
    expect(addresses.filter((address) => /[?&](utm_|fbclid|gclid|hl=)/.test(address))).toEqual([]);
    expect(addresses.length).toBeGreaterThan(200);
  });

  it('say where they are from: a further entry names a source', () => {
    const entries = Object.values(files).flatMap((text) => {
      const { lines, routes } = parse(text) as Record<
        'lines' | 'routes',
        { sources?: string[] }[] | undefined
      >;
      return lines ?? routes ?? [];
    });
    const without = entries.filter(({ sources = [] }) => sources.length === 0);
    expect(without.length).toBeLessThanOrEqual(WITHOUT_SOURCE);
  });

  it('ship no research notes and no sources', () => {
    expect(JSON.stringify(data)).not.toMatch(/"(note|sources)":/);
  });

  it("lead to Telegram's address for child abuse, its channel and its taps", () => {
    const telegram = data?.routes.filter(({ services }) => services.includes('telegram'));
    expect(telegram?.map(({ email }) => email)).toContain('stopCA@telegram.org');
    expect(telegram?.find(({ id }) => id === 'telegram-stopca')?.limits).toContain('channel-not-chat');
    expect(telegram?.some(({ taps }) => taps === 'telegram')).toBe(true);
  });
});

const LINE = `
  - id: xx-line
    kind: helpline
    name: A line
    phone: "123"
    languages: [en]
    forWhom: anyone
    anonymous: null
    free: null
    confidence: medium
    asOf: null
    dialled: null
`;

/** The real files with one of them replaced. */
const withFile = (text: string) => loadHelp({ ...files, 'hotlines/xx.yaml': text }).problems;

describe('the loader', () => {
  const wrong = [
    ['a number without confidence', LINE.replace('    confidence: medium\n', ''), 'xx-line, confidence'],
    ['words in a number', LINE.replace('"123"', '"call 123"'), 'xx-line, phone: not a phone number'],
    ['a line that nobody can reach', LINE.replace('    phone: "123"\n', ''), 'xx-line: no phone'],
    ['a word to text without a number', `${LINE}    textKeyword: HI\n`, 'xx-line: a word to text'],
    ['an unknown limit', `${LINE}    limits: [sometimes]\n`, 'xx-line, limits, entry 1'],
    [
      'a misspelt field',
      `${LINE}    phon: "1"\n`,
      'hotlines/xx.yaml:14, lines, xx-line: not known here: phon',
    ],
    ['a script for an address', `${LINE}    url: "javascript:alert(1)"\n`, 'xx-line, url'],
    [
      'a time that is none',
      `${LINE}    hours: [{ first: mon, last: fri, from: "9", to: "17:00" }]\n`,
      'hotlines/xx.yaml:14, lines, xx-line, hours, entry 1, from: not a time like',
    ],
    ['hours in words', `${LINE}    hours: 24/7\n`, 'xx-line, hours: not always, office'],
    [
      'what several sources say, and names none',
      LINE.replace('medium', 'high'),
      'xx-line: high confidence needs',
    ],
    [
      'a number without quotes',
      LINE.replace('"123"', '123'),
      ':6, lines, xx-line, phone: must be a text. A number',
    ],
    [
      'a language by its name',
      LINE.replace('[en]', '[English]'),
      ':7, lines, xx-line, languages, entry 1: not a code',
    ],
    ['two entries of one id', LINE + LINE, 'xx-line: two entries have this id'],
  ] as const;

  it.each(wrong)('refuses %s', (_title, lines, problem) => {
    expect(withFile(`country: XX\nlines:${lines}`).join('\n')).toContain(problem);
  });

  it('accepts the line that those are variations of', () => {
    expect(withFile(`country: XX\nlines:${LINE}`)).toEqual([]);
  });

  it('names the file that is no YAML, and one with a wrong name', () => {
    expect(withFile('country: [')[0]).toContain('hotlines/xx.yaml:1');
    expect(withFile('country: XX\nlines:\n\t- id: xx-line')[0]).toContain(
      'hotlines/xx.yaml:3: the line begins with a tab',
    );
    expect(withFile(`country: YY\nlines:${LINE}`)[0]).toContain('is for YY');
  });

  it('says everything at once', () => {
    const twice = LINE.replace('helpline', 'oracle').replace('"123"', '"x"');
    expect(withFile(`country: XX\nfirst: xx-none\nlines:${twice}`)).toHaveLength(2);
  });

  it('refuses a `first` that is not there', () => {
    expect(withFile(`country: XX\nfirst: xx-none\nlines:${LINE}`)[0]).toContain(
      'xx.yaml:2, first: names no line',
    );
  });
});
