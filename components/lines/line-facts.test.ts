// What is said of a line: its hours, cost, name, languages, and how sure we are.
import { describe, expect, it } from 'vitest';
import { testLine } from '../../help/test-line';
import type { HelpLine } from '../../help/types';
import { englishContext } from '../popup/testing';
import { lineCheck, lineFacts, lineHistory } from './line-facts';

const { t } = englishContext();
const base = testLine({ hours: null, languages: [], url: 'https://helpline.example/' });
const facts = (change: Partial<HelpLine>) => lineFacts({ ...base, ...change }, t, 'en');

describe('hours', () => {
  const week = { first: 'mon', last: 'fri', from: '08:30', to: '16:00' } as const;
  const night = { first: 'sun', last: 'sun', from: '19:00', to: '24:00' } as const;
  it.each([
    ['always', 'Open day and night'],
    ['office', 'Open in office hours'],
    [null, 'Opening hours not known'],
    [[week], 'Open Mon–Fri 08:30–16:00'],
    [[week, night], 'Open Mon–Fri 08:30–16:00, Sun 19:00–24:00'],
  ] as const)('%j: %s', (hours, sentence) => expect(facts({ hours })[0]).toBe(sentence));

  it('of a country with several clocks name the clock', () => {
    expect(facts({ hours: [week], hoursZone: 'America/Winnipeg' })[0]).toBe(
      'Open Mon–Fri 08:30–16:00 (Central Time)',
    );
  });

  it('that no source confirms are told as doubtful, and "always" not at all', () => {
    expect(facts({ hours: [week], unverifiedFields: ['hours'] })[0]).toContain('but this may have changed');
    expect(facts({ hours: 'always', unverifiedFields: ['hours'] })[0]).toBe('Opening hours not known');
  });

  it('do not belong to a form', () =>
    expect(facts({ phone: null, sms: null, chatUrl: null })[0]).toContain('name'));
});

it('nothing keeps a child from the emergency number, the right one where life is in danger', () => {
  const said = (change: Partial<HelpLine>) => facts({ limits: ['not-a-suicide-line'], ...change });
  expect(said({})).toContain(t('help.limit.not-a-suicide-line'));
  expect(said({ standsIn: 'emergency' })).not.toContain(t('help.limit.not-a-suicide-line'));
});

describe('name and cost', () => {
  it.each([
    [{ anonymous: true, free: true }, ['No name needed', 'Free']],
    [{ anonymous: false, free: false }, ['Asks for your name', 'May cost money']],
    [{}, ['Not known if they ask your name', 'Cost not known']],
    [
      { anonymous: true, free: true, unverifiedFields: ['anonymous', 'free'] },
      ['Not known if they ask your name', 'Cost not known'],
    ],
    [{ emergency: true }, []],
  ] as const)('%j', (change, expected) => expect(facts({ ...change, phone: null })).toEqual(expected));
});

describe('languages', () => {
  it.each([
    [{ languages: ['km', 'en'] }, 'Speaks Khmer and English'],
    [{ languages: ['km'], unverifiedFields: ['languages'] }, 'Likely speaks Khmer'],
    [{ languages: ['mul'] }, 'Speaks many languages'],
  ] as const)('%j: %s', (change, sentence) => expect(facts(change)).toContain(sentence));

  it('that are not known are left out', () => expect(facts({}).join()).not.toContain('peaks'));
});

it('what stands in for a crisis line says in small that it is none', () =>
  expect(facts({ limits: ['not-a-suicide-line'], standsIn: 'child-helpline' })).toContain(
    'Not a suicide line, but you can call',
  ));

describe('how sure we are', () => {
  it.each([
    [{ confidence: 'medium' }, 'Check this number'],
    [{ confidence: 'medium', phone: null, sms: null }, 'Check this page'],
    [{ unverifiedFields: ['url'] }, 'Check this link'],
  ] as const)('%j: %s', (change, sentence) =>
    expect(lineCheck({ ...base, ...change }, t)).toContain(sentence),
  );

  it('needs no word where all is confirmed', () => expect(lineCheck(base, t)).toBeNull());

  it('tells whether it was tried, and how old the source is', () => {
    expect(lineHistory(base, t, 'en')).toEqual(['Not yet dialled by us', 'Sources agree on it']);
    const less = { ...base, dialled: '2026-12-01', asOf: '2023-11', confidence: 'medium' } as const;
    expect(lineHistory(less, t, 'en')).toEqual(['Tried by us on December 1, 2026', 'Source: November 2023']);
    expect(lineHistory({ ...base, asOf: '2025' }, t, 'en')[1]).toBe('Source: 2025');
  });
});
