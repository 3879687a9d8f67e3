// Which line comes first: judged on the shipped files for the first countries, on small ones for the rules.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  crisisFor,
  emergencyFor,
  helpForCard,
  hotlineFor,
  linesFor,
  once,
  routesFor,
  sameLine,
} from './choose';
import { loadHelp, readHelpFiles } from './load';
import { testLine } from './test-line';
import type { HelpData, HelpLine } from './types';

const { data } = loadHelp(readHelpFiles(join(import.meta.dirname)));
if (data === null) throw new Error('help/ is not right: see load.test.ts');
const help: HelpData = data;

const line = (id: string, change: Partial<HelpLine>) =>
  testLine({ kind: 'crisis', id, phone: id, ...change });
/** Help that knows one country. */
const only = (...lines: HelpLine[]): HelpData => ({
  ...help,
  countries: [{ country: 'XX', first: null, members: [], lines }],
});

describe('the danger card in Cambodia', () => {
  const card = helpForCard(help, 'KH');

  it("offers APLE's hotline with its form, and the child helpline", () => {
    expect(card.hotline).toMatchObject({
      phone: '092 311 511',
      url: 'https://aplecambodia.org/reporting-page/',
    });
    expect(card.childHelpline?.phone).toBe('1280');
    expect(card.emergency).toMatchObject({ phone: '117', kind: 'police' });
  });

  it('offers 1280 in a crisis, called a child helpline', () => {
    expect(card.crisis).toMatchObject({ as: 'child-helpline', line: { phone: '1280', hours: 'always' } });
  });

  it('shows no body that can not be reached', () => {
    expect(linesFor(help, 'KH').map(({ id }) => id)).not.toContain('kh-child-protection-unit');
  });
});

describe('every country', () => {
  const codes = help.countries.map(({ country }) => country);

  it.each(codes)('%s has a crisis route, called what it is', (country) => {
    const { line: route, as } = crisisFor(help, country);
    expect(route.limits).not.toContain('adults-only');
    if (as === 'crisis-line') expect(route).toMatchObject({ kind: 'crisis', standsIn: null });
    else expect(route.standsIn !== null || route.kind === 'helpline' || as === 'directory').toBe(true);
  });

  it.each(codes)('%s has a hotline to offer', (country) => {
    expect(hotlineFor(help, country).limits).not.toContain('adults-only');
  });

  it.each(codes)('%s offers without a name only what needs none', (country) => {
    expect(hotlineFor(help, country, { anonymousFirst: true }).anonymous).toBe(true);
  });

  it.each([
    ['US', '988', 'crisis-line'],
    ['GB', '116 123', 'crisis-line'],
    ['TH', '1323', 'crisis-line'],
    ['PH', '1553', 'crisis-line'],
    ['VN', '111', 'child-helpline'],
    ['TR', '112', 'emergency'],
  ])('%s: %s, called a %s', (country, phone, as) => {
    expect(crisisFor(help, country)).toMatchObject({ as, line: { phone } });
  });
});

describe('the danger card of any country', () => {
  const first = line('first', { kind: 'report' });
  const child = line('child', { kind: 'helpline', forWhom: 'child', confidence: 'medium' });
  const card = (...lines: HelpLine[]) =>
    helpForCard({ ...help, countries: [{ country: 'XX', first: 'first', members: [], lines }] }, 'XX');

  it('names beside its hotline a helpline for children, and nothing else', () => {
    expect(card(first, child)).toMatchObject({ hotline: first, childHelpline: child });
    for (const other of [
      { kind: 'crisis' },
      { kind: 'report' },
      { forWhom: 'parent' },
      { forWhom: 'anyone' },
      { phone: null, url: 'https://form.example/' },
    ] as const)
      expect(card(first, { ...child, ...other }).childHelpline).toBeNull();
  });

  it('names one number once', () => {
    expect(card(first, { ...child, phone: first.phone }).childHelpline).toBeNull();
  });

  it("offers the file's own first before a better one, and also to whoever wants to stay unnamed", () => {
    const plain = { ...first, confidence: 'medium', anonymous: true } as const;
    const better = line('better', { kind: 'helpline', forWhom: 'child', anonymous: true });
    expect(card(better, plain).hotline.id).toBe('first');
    const data = {
      ...help,
      countries: [{ country: 'XX', first: 'first', members: [], lines: [better, plain] }],
    };
    expect(hotlineFor(data, 'XX', { anonymousFirst: true }).id).toBe('first');
  });

  it.each([
    ['one that takes texts before a form', { phone: null, sms: '1' }, { phone: null }],
    ['a sure number before an unsure one', {}, { confidence: 'medium', kind: 'helpline' }],
    ['a helpline before a report line', { kind: 'helpline' }, { forWhom: 'child' }],
    ['one for children before one for all', { forWhom: 'child', hours: 'office' }, {}],
    ['an open one before one that closes', {}, { hours: 'office' }],
    ['a report line, and never the police', { confidence: 'medium', phone: null }, { kind: 'police' }],
  ] as const)('without a first of its own offers %s', (_title, better, other) => {
    const [one, two] = [
      line('one', { kind: 'report', ...better }),
      line('two', { kind: 'report', ...other }),
    ];
    expect(hotlineFor(only(two, one), 'XX').id).toBe('one');
    expect(hotlineFor(only(one, two), 'XX').id).toBe('one');
  });

  it.each([{ forWhom: 'parent' }, { limits: ['adults-only'] }] as const)(
    'offers no line that would send a child away, sure as it may be: %j',
    (change) => {
      const sure = line('sure', { kind: 'helpline', ...change });
      expect(hotlineFor(only(sure, child), 'XX').id).toBe('child');
      expect(hotlineFor(only(sure), 'XX').id).toBe('int-cybertipline');
    },
  );
});

describe('whoever wants to stay unnamed', () => {
  const unnamed = (...lines: HelpLine[]) => hotlineFor(only(...lines), 'XX', { anonymousFirst: true }).id;
  const doubted = line('doubted', { kind: 'report', anonymous: true, unverifiedFields: ['anonymous'] });
  const checked = line('checked', { kind: 'report', anonymous: true, confidence: 'medium' });

  it('is not led to a line of which nobody checked that it needs no name, better as it may be', () => {
    expect(hotlineFor(only(doubted, checked), 'XX').id).toBe('doubted');
    expect(unnamed(doubted, checked)).toBe('checked');
  });

  it('gets the form that takes reports from everywhere where there is no other', () => {
    expect(unnamed(doubted)).toBe('int-cybertipline');
  });
});

describe('a country that is not known', () => {
  it.each([null, 'ZZ'])('%s gets the form that takes reports from everywhere, and a directory', (country) => {
    expect(hotlineFor(help, country).id).toBe('int-cybertipline');
    expect(crisisFor(help, country)).toMatchObject({ as: 'directory', line: { kind: 'crisis' } });
    expect(helpForCard(help, country).childHelpline).toBeNull();
  });
});

describe('in a crisis', () => {
  const sure = line('sure', {});
  const cases: [string, HelpLine, HelpLine][] = [
    ['a sure line before an unsure one', sure, line('unsure', { confidence: 'medium' })],
    [
      'an open line before one that closes',
      line('open', { confidence: 'medium' }),
      line('closes', { hours: 'office' }),
    ],
    ['a crisis line before a child helpline', sure, line('child', { kind: 'helpline', forWhom: 'child' })],
    [
      'a child helpline at night before a crisis line of unknown hours',
      line('child', { kind: 'helpline', forWhom: 'child' }),
      line('unknown', { hours: null }),
    ],
    [
      'hours that no source confirms count as unknown',
      line('child', { kind: 'helpline', forWhom: 'child' }),
      line('doubtful', { unverifiedFields: ['hours'] }),
    ],
    ['a real crisis line before a stand-in', sure, line('stand-in', { standsIn: 'emergency' })],
    [
      'one that takes children before one that may not',
      sure,
      line('adults', { limits: ['maybe-not-children'] }),
    ],
  ];

  it.each(cases)('%s', (_title, first, second) => {
    expect(crisisFor(only(second, first), 'XX').line.id).toBe(first.id);
    expect(crisisFor(only(first, second), 'XX').line.id).toBe(first.id);
  });

  it.each([
    ['adults', { limits: ['adults-only'] }],
    ['parents', { forWhom: 'parent' }],
    ['reading alone', { phone: null }],
    ['reports', { kind: 'report', forWhom: 'child' }],
    ['children by day', { kind: 'helpline', forWhom: 'child', hours: 'office' }],
  ] as const)('never a line for %s', (_title, change) => {
    expect(crisisFor(only(line('no', change)), 'XX').as).toBe('directory');
  });

  it('offers a line that answers in writing alone, behind one that can be called', () => {
    const written = line('written', { phone: null, chatUrl: 'https://chat.example' });
    expect(crisisFor(only(written), 'XX').line.id).toBe('written');
    expect(crisisFor(only(written, line('called', {})), 'XX').line.id).toBe('called');
  });
});

describe('lines', () => {
  it("lend Europe's 112 to a member that names no emergency number, and to nobody else", () => {
    const phones = (country: string) =>
      linesFor(help, country)
        .filter((l) => l.emergency)
        .map((l) => l.phone);
    expect(phones('BG')).toEqual(['112']);
    expect(phones('DE')).toEqual(['110']);
    expect(phones('KH')).toEqual(['119', '117']);
    expect(phones('CH')).toEqual([]);
    expect(linesFor(help, 'BG').map(({ id }) => id)).toContain('bg-national-childrens-helpline-116-111');
  });

  it.each([
    ['KH', '117'],
    ['US', '911'],
    ['TR', '112'],
    ['BG', '112'],
    ['CH', undefined],
    [null, undefined],
  ])('in danger to life in %s: %s', (country, phone) => {
    expect(emergencyFor(help, country)?.phone).toBe(phone);
  });

  it('in danger to life are the police before others, and a sure number before an unsure one', () => {
    const emergency = (id: string, change: Partial<HelpLine>) => line(id, { emergency: true, ...change });
    const police = emergency('police', { kind: 'police', confidence: 'medium' });
    const first = (...lines: HelpLine[]) => emergencyFor(only(...lines), 'XX')?.id;
    expect(first(emergency('fire', {}), police)).toBe('police');
    expect(first(police, emergency('sure', { kind: 'police' }))).toBe('sure');
    expect(first(emergency('page', { phone: null }))).toBeUndefined();
  });

  it('are the same line under two kinds where the number is', () => {
    expect(sameLine(line('a', { phone: '1' }), line('b', { phone: '1', kind: 'helpline' }))).toBe(true);
    expect(sameLine(line('a', { phone: '1' }), line('b', { phone: '2' }))).toBe(false);
    expect(sameLine(line('a', { phone: null, url: null }), line('b', { phone: null, url: null }))).toBe(
      false,
    );
    expect(sameLine(line('a', { phone: null, sms: '1' }), line('b', { phone: null, sms: '1' }))).toBe(true);
    const form = line('form', { phone: null, url: 'https://form.example/' });
    expect(sameLine(form, { ...form, phone: '1' })).toBe(false);
    expect(sameLine(form, { ...form, url: 'https://other.example/' })).toBe(false);
  });

  it('are shown once each, as the first of their kinds, also those without number or page', () => {
    const chat = line('chat', { phone: null, url: null, chatUrl: 'https://chat.example/' });
    const [first, second] = [line('a', { phone: '1' }), line('b', { phone: '1', kind: 'helpline' })];
    const form = line('form', { phone: null, url: 'https://form.example/' });
    const lines = [first, chat, second, form, { ...form, id: 'again' }];
    expect(once(lines).map(({ id }) => id)).toEqual(['a', 'chat', 'form']);
  });

  it('of a service come with its own first', () => {
    expect(routesFor(help, 'messenger')[0]?.id).toBe('messenger-help');
    expect(routesFor(help, 'facebook')[0]?.name).toBe('Facebook');
    expect(routesFor(help, 'nothing')).toEqual([]);
  });
});
