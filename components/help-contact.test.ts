// The lines on a card carry the caveats one must know before calling, for every country that ships.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CrisisChoice } from '../help/choose';
import { testLine } from '../help/test-line';
import type { HelpLine } from '../help/types';
import { createTranslator } from '../utils/i18n';
import { cardHelp, eachOnce, type HelpContact, helpContact } from './help-contact';

const t = createTranslator(JSON.parse(readFileSync('locales/en.json', 'utf8')), 'en');
const line = testLine({
  ...{ id: 'kh-one', nativeName: 'បណ្តាញ', phone: '1280', url: 'https://helpline.example/' },
  ...{ languages: ['km'], forWhom: 'child', free: true },
});

describe('helpContact', () => {
  const cases: readonly (readonly [string, Partial<HelpLine>, CrisisChoice['as'] | null, string | null])[] = [
    ['a sure line that is always open carries no note', {}, null, null],
    ['a crisis line is called one', {}, 'crisis-line', null],
    ['what stands in for a crisis line says so', {}, 'child-helpline', 'A helpline for children.'],
    [
      'a number we are less sure of says so',
      { confidence: 'medium' },
      null,
      'Check this number: we are less sure of it.',
    ],
    [
      'so does a page',
      { confidence: 'medium', phone: null },
      null,
      'Check this page: we are less sure of it.',
    ],
    ['a line that closes says so', { hours: 'office' }, null, 'Open at some hours only.'],
    ['so does a crisis line whose hours nobody knows', { hours: null }, 'crisis-line', 'Hours not known.'],
    ['so does any line that one can talk to', { hours: null }, null, 'Hours not known.'],
    [
      'and one that is said to be always open, but by no source',
      { unverifiedFields: ['hours'] },
      null,
      'Hours not known.',
    ],
    [
      'a line that can only be written to in a chat has hours too',
      { hours: null, phone: null, chatUrl: 'https://helpline.example/chat' },
      'crisis-line',
      'Hours not known.',
    ],
    ['a form has no hours', { hours: null, phone: null }, null, null],
    ['an emergency number needs none', { hours: null, emergency: true }, null, null],
    ['a list of lines has no hours', { hours: null }, 'directory', 'A list of lines in many countries.'],
    ['a menu is explained', { press: '2' }, null, 'When they answer, press 2.'],
    [
      'a number for texts says so',
      { phone: null, sms: '741741', textKeyword: 'HOME' },
      null,
      'Send the word HOME to this number.',
    ],
    [
      'one for texts has hours and a check as one for calls has',
      { phone: null, sms: '741741', hours: null, confidence: 'medium' },
      null,
      'Send a text message to this number. Hours not known. Check this number: we are less sure of it.',
    ],
    ['a number for calls says nothing of texts', { sms: '741741' }, null, null],
    [
      'what stands in as an emergency number needs no hours',
      { hours: null },
      'emergency',
      'The number for emergencies.',
    ],
  ];
  it.each(cases)('%s', (_title, change, as, note) => {
    expect(helpContact({ ...line, ...change }, as, t, 'en').note).toBe(note);
  });

  it('names a number for texts where there is none for calls, and a chat before a page', () => {
    const change = { phone: null, sms: '741741', chatUrl: 'https://helpline.example/chat' };
    expect(helpContact({ ...line, ...change }, null, t, 'en')).toMatchObject({
      number: '741741',
      formUrl: change.chatUrl,
    });
    expect(helpContact(line, null, t, 'en').formUrl).toBe(line.url);
  });

  it('knows whether one of us tried it', () => {
    expect(helpContact(line, null, t, 'en').tried).toBe(false);
    expect(helpContact({ ...line, dialled: '2026-11-20' }, null, t, 'en').tried).toBe(true);
  });

  it('shows the name and the number as they are written in the country', () => {
    expect(helpContact(line, null, t, 'km')).toMatchObject({ name: 'បណ្តាញ', number: '1280' });
    expect(helpContact({ ...line, nativeName: null }, null, t, 'km').name).toBe('Line');
  });
});

describe('cardHelp', () => {
  it('keeps report line, helpline and crisis line apart', () => {
    const help = cardHelp(
      { hotline: line, childHelpline: null, crisis: { line, as: 'emergency' }, emergency: line },
      t,
      'en',
    );
    expect(help.hotline?.note).toBeNull();
    expect(help.helpline).toBeNull();
    expect(help.crisis?.note).toBe('The number for emergencies.');
    expect(help.emergency?.note).toBe('The number for emergencies.');
  });

  it('says at each line of a country that nobody chose how to choose it, and at none of everywhere', () => {
    const everywhere = { ...line, id: 'int-directory' };
    const given = {
      ...{ hotline: line, childHelpline: line, emergency: null },
      crisis: { line, as: 'child-helpline' },
    } as const;
    const notes = (change: object, guessed: boolean) => {
      const { hotline, helpline, crisis } = cardHelp({ ...given, ...change }, t, 'en', guessed);
      return [hotline, helpline, crisis].map((contact) => contact?.note);
    };
    const guess = 'Not your country? Tap the lamp in the toolbar to choose it.';
    expect(notes({}, true)).toEqual([guess, guess, `A helpline for children. ${guess}`]);
    expect(notes({ crisis: { line: everywhere, as: 'directory' } }, true)).toEqual([
      guess,
      guess,
      'A list of lines in many countries.',
    ]);
    expect(notes({}, false)).toEqual([null, null, 'A helpline for children.']);
  });
});

describe('eachOnce', () => {
  const contact = (name: string, number: string | null, formUrl: string | null = null): HelpContact => ({
    ...{ name, number, formUrl, note: null, tried: false },
  });
  const [hotline, helpline, crisis] = [contact('H', '1'), contact('C', '2'), contact('D', '2')];

  it('keeps the order, and shows a number once, as the crisis line that it is', () => {
    expect(eachOnce([hotline, helpline, crisis], crisis)).toEqual([hotline, crisis]);
    expect(eachOnce([crisis, helpline, hotline], crisis)).toEqual([crisis, hotline]);
    expect(eachOnce([null, hotline, null], null)).toEqual([hotline]);
  });

  it('shows a form once where there is no number, and two numbers of one form both', () => {
    const form = 'https://form.example/';
    const [one, other] = [contact('H', null, form), contact('D', null, form)];
    expect(eachOnce([one, other], other)).toEqual([other]);
    const apart = [one, contact('O', null, 'https://other.example/'), contact('N', '1', form)];
    expect(eachOnce(apart, null)).toEqual(apart);
    const [first, second] = [contact('H', '1', form), contact('D', '2', form)];
    expect(eachOnce([first, second], second)).toEqual([first, second]);
  });

  it('keeps two numbers of one name', () => {
    const namesake = contact('H', '3');
    expect(eachOnce([hotline, namesake], namesake)).toEqual([hotline, namesake]);
  });
});
