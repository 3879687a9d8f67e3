// Which entries a release must look at again, and in which order; no test here asks the calendar.
import { describe, expect, it } from 'vitest';
import { crisisFor, hotlineFor } from './choose';
import { loadHelp, readHelpFiles } from './load';
import { type DueEntry, dueEntries, dueRow, overdue } from './stale';
import type { HelpData } from './types';

const loaded = loadHelp(readHelpFiles(import.meta.dirname)).data;
if (loaded === null) throw new Error('help/ is not right: see load.test.ts');
const help: HelpData = loaded;

const TODAY = Date.parse('2026-11-26T12:00:00Z');
const find = (entries: readonly DueEntry[], id: string) => entries.find((entry) => entry.id === id);

/** The shipped help with other dates on one line. */
function withDates(id: string, dates: { asOf: string | null; dialled: string | null }): HelpData {
  const countries = help.countries.map((file) => ({
    ...file,
    lines: file.lines.map((line) => (line.id === id ? { ...line, ...dates } : line)),
  }));
  return { ...help, countries };
}

const ageOf = (dates: { asOf: string | null; dialled: string | null }) =>
  find(dueEntries(withDates('kh-child-helpline', dates), TODAY), 'kh-child-helpline')?.age;

describe('dueEntries', () => {
  const entries = dueEntries(help, TODAY);

  it('names every line and route once', () => {
    const files = [...help.countries, help.international, help.europe];
    const ids = [...files.flatMap(({ lines }) => lines), ...help.routes].map(({ id }) => id);
    expect(entries.map(({ id }) => id).sort()).toEqual(ids.sort());
  });

  it('puts what is offered first before the rest, and what has no date before what is old', () => {
    const lastFirst = entries.findLastIndex(({ first }) => first);
    expect(entries.slice(0, lastFirst).every(({ first }) => first)).toBe(true);
    const ages = entries.filter(({ first }) => first).map(({ age }) => age ?? Number.POSITIVE_INFINITY);
    expect(ages).toEqual(ages.toSorted((a, b) => b - a));
  });

  it.each(help.countries.map(({ country }) => country))('knows what is offered first in %s', (country) => {
    for (const line of [hotlineFor(help, country), crisisFor(help, country).line])
      expect(find(entries, line.id)?.first).toBe(true);
  });

  it.each([
    [{ asOf: '2026-11-25', dialled: null }, 1],
    [{ asOf: '2020', dialled: '2026-11-20' }, 6],
    [{ asOf: '2026-10', dialled: null }, 56],
    [{ asOf: '2026', dialled: null }, 329],
    [{ asOf: null, dialled: null }, null],
    [{ asOf: '2026-11', dialled: '2036-11-20' }, null],
    [{ asOf: '2026-13', dialled: null }, null],
    [{ asOf: null, dialled: '2026-11-27' }, -1],
  ])('counts from the day it was tried, else from its source: %o', (dates, age) => {
    expect(ageOf(dates)).toBe(age);
  });
});

describe('overdue', () => {
  const entry = (age: number | null) => ({ ...(dueEntries(help, TODAY)[0] as DueEntry), age });

  it('keeps what is older than the days, and what has no date', () => {
    const all = [entry(365), entry(366), entry(null), entry(0)];
    expect(overdue(all, 365).map(({ age }) => age)).toEqual([366, null]);
  });
});

it('a row says whom to call and what is known of it', () => {
  const row = dueRow({
    ...{ id: 'kh-child-helpline', country: 'KH', reach: '1280', first: true, confidence: 'medium' },
    ...{ dialled: null, asOf: '2023-11', age: 1121 },
  });
  expect(row).toBe(
    'KH kh-child-helpline 1280: never tried by us, source of 2023-11, 36 months, less sure, offered first',
  );
});
