// Who a note can go to in every country, in which language, and what they would miss in it.
import { describe, expect, it } from 'vitest';
import type { HelpLine } from '../../help/types';
import { shippedHelp } from '../lines/testing';
import { languageOf, linkNeed, missingFor, recipientsFor, takesNoName } from './recipients';

const help = shippedHelp();
const find = (id: string): HelpLine => {
  const all = [...help.countries, help.international].flatMap(({ lines }) => lines);
  const line = all.find((one) => one.id === id);
  if (line === undefined) throw new Error(id);
  return line;
};

describe('the lines', () => {
  it.each([...help.countries.map(({ country }) => country), 'ZZ', null])(
    '%s: the first is the hotline, the last takes reports from everywhere, none is for adults',
    (country) => {
      const lines = recipientsFor(help, country);
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.some(({ id }) => id === help.international.first)).toBe(true);
      expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
      for (const line of lines) {
        expect(line.limits).not.toContain('adults-only');
        expect(line.forWhom).not.toBe('parent');
      }
    },
  );

  it('are never for adults or parents, as near as they may be', () => {
    const near = find('kh-aple-form');
    for (const change of [{ limits: ['adults-only'] }, { forWhom: 'parent' }] as const) {
      const lines = [{ ...near, ...change }];
      const countries = [{ country: 'XX', first: null, members: [], lines }];
      expect(recipientsFor({ ...help, countries }, 'XX').map(({ id }) => id)).not.toContain(near.id);
    }
  });

  it('offer both the number and the form of APLE in Cambodia', () => {
    const ids = recipientsFor(help, 'KH').map(({ id }) => id);
    expect(ids[0]).toBe('kh-aple-hotline');
    expect(ids).toContain('kh-aple-form');
  });
});

describe('the language beside the own one', () => {
  it.each([
    ['kh-aple-hotline', 'km', null],
    ['kh-aple-hotline', 'en', 'km'],
    ['kh-aple-form', 'en', null],
    ['int-cybertipline', 'km', 'en'],
    ['int-cybertipline', 'en', null],
    ['th-thaihotline', 'km', 'en'],
  ] as const)('%s, for who reads %s: %s', (id, own, second) => {
    expect(languageOf(find(id), own)).toBe(second);
  });
});

describe('what a line would miss', () => {
  const form = find('kh-aple-form');
  it('is a link, where it needs one and there is none', () => {
    expect(linkNeed(form)).toBe('link');
    expect(missingFor(form, {})).toEqual(['link']);
    for (const id of ['links', 'profile', 'posted-at'])
      expect(missingFor(form, { [id]: 'invented.example/x' })).toEqual([]);
  });

  it('is a link in its form alone, where one can call too', () => {
    expect(missingFor(find('kh-aple-hotline'), {})).toEqual(['link-form']);
    expect(missingFor(find('kh-aple-hotline'), { links: 'invented.example/x' })).toEqual([]);
  });

  it('is a name, where it is known to take none without', () => {
    const ceop = { ...form, limits: [], anonymous: false, unverifiedFields: [] };
    expect(missingFor(ceop, { reach: ['no-name'] })).toEqual(['name']);
    expect(missingFor(ceop, { reach: ['yes'] })).toEqual([]);
  });

  it('is not claimed from what no source says', () => {
    expect(takesNoName({ ...form, anonymous: true, unverifiedFields: ['anonymous'] })).toBeNull();
    expect(missingFor({ ...form, limits: [], anonymous: null }, { reach: ['no-name'] })).toEqual([]);
  });

  it('CEOP is marked as one that asks for a name', () => {
    const ceop = help.countries
      .find(({ country }) => country === 'GB')
      ?.lines.find(({ name }) => /CEOP/.test(name));
    expect(ceop && takesNoName(ceop)).toBe(false);
  });
});
