// What every help file must keep, and what the loader says of wrong ones.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadHelp, readHelpFiles } from './load';
import { TIME_ZONES } from './time-zones';

const files = readHelpFiles(join(import.meta.dirname));
const { data, problems } = loadHelp(files);

/** Issue 2 ships these first. */
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
    confidence: high
    asOf: null
    dialled: null
`;

/** The real files with one of them replaced. */
const withFile = (text: string) => loadHelp({ ...files, 'hotlines/xx.yaml': text }).problems;

describe('the loader', () => {
  const wrong = [
    ['a number without confidence', LINE.replace('    confidence: high\n', ''), 'xx-line, confidence'],
    ['words in a number', LINE.replace('"123"', '"call 123"'), 'xx-line, phone: not a phone number'],
    ['a line that nobody can reach', LINE.replace('    phone: "123"\n', ''), 'xx-line: no phone'],
    ['a word to text without a number', `${LINE}    textKeyword: HI\n`, 'xx-line: a word to text'],
    ['an unknown limit', `${LINE}    limits: [sometimes]\n`, 'xx-line, limits, entry 1'],
    ['a misspelt field', `${LINE}    phon: "1"\n`, 'xx-line: Unrecognized key'],
    ['a script for an address', `${LINE}    url: "javascript:alert(1)"\n`, 'xx-line, url'],
    [
      'a time that is none',
      `${LINE}    hours: [{ first: mon, last: fri, from: "9", to: "17:00" }]\n`,
      'hours',
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
    expect(withFile('country: [')[0]).toContain('hotlines/xx.yaml');
    expect(withFile(`country: YY\nlines:${LINE}`)[0]).toContain('is for YY');
  });

  it('says everything at once', () => {
    const twice = LINE.replace('helpline', 'oracle').replace('"123"', '"x"');
    expect(withFile(`country: XX\nfirst: xx-none\nlines:${twice}`)).toHaveLength(2);
  });

  it('refuses a `first` that is not there', () => {
    expect(withFile(`country: XX\nfirst: xx-none\nlines:${LINE}`)[0]).toContain('`first` names no line');
  });
});
