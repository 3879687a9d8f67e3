// @vitest-environment happy-dom
// The school's contact stands beside the child helpline, and never before the crisis line.
import { describe, expect, it } from 'vitest';
import { crisisFor } from '../help/choose';
import type { SchoolContact } from '../utils/policy-types';
import { DEFAULT_SETTINGS } from '../utils/settings';
import { HELP_PLACES } from '../utils/situations';
import { contextIn, drawHelp, shippedSituations } from './help/testing';
import { shippedHelp } from './lines/testing';
import { CALM, DANGER, drawPopup } from './popup/testing';

const { t } = contextIn('en');
const CONTACT: SchoolContact = {
  ...{ name: 'Ms Chan, room 12', phone: '+855 12 345 678', email: 'help@school.example', hours: '8-16' },
};
const CRISIS_LINE = '1280'; // Cambodia's, as help/hotlines/kh.yaml has it
const policy = { managed: true, by: null, contact: CONTACT, locked: [], preset: [], problems: [] };

/** Numbers in the order in which they stand. */
const numbers = (root: Element) =>
  [...root.querySelectorAll('.line-number bdi')].map(({ textContent }) => textContent);

function expectAfterCrisis(root: Element): void {
  const all = numbers(root);
  expect(all).toContain(CONTACT.phone);
  expect(all.indexOf(CRISIS_LINE)).toBeGreaterThanOrEqual(0);
  expect(all.indexOf(CRISIS_LINE)).toBeLessThan(all.indexOf(CONTACT.phone ?? ''));
}

describe.each(HELP_PLACES.filter((place) => place !== 'directory'))('on the help page: %s', (place) => {
  it('comes after the crisis line, and says who wrote it', () => {
    const root = drawHelp({ place, contact: CONTACT });
    expectAfterCrisis(root);
    const school = root.querySelector('.line-school');
    for (const part of [...Object.values(CONTACT), t('help.school.note')])
      expect(school?.textContent).toContain(part);
    expect(school?.querySelectorAll('a')).toHaveLength(0); // nothing that leads out
  });

  it('is not there where no policy names anybody', () => {
    expect(drawHelp({ place }).querySelector('.line-school')).toBeNull();
  });
});

it('every situation shows it', () => expect(HELP_PLACES).toHaveLength(shippedSituations().length + 3));

it.each([CALM, DANGER, { ...CALM, crisis: true }])('in the popup comes after the crisis line', (tab) => {
  expectAfterCrisis(drawPopup({ tab, policy }));
  expect(drawPopup({ tab }).querySelector('.line-school')).toBeNull();
});

describe('wherever the crisis line comes from', () => {
  const help = shippedHelp();
  /** One country for each kind of line that stands for the crisis line (its own, a list of lines …), and none chosen. */
  const countries = [
    ...new Map(help.countries.map(({ country }) => [crisisFor(help, country).as, country])).values(),
    null,
  ];

  /** The crisis line, or what stands in for one, is drawn, and drawn before the contact. */
  function expectNotFirst(root: Element, country: string | null): void {
    const { line } = crisisFor(help, country);
    const known = [line.phone, line.sms, line.url, line.name].filter((text) => text !== null);
    const lines = [...root.querySelectorAll('.line')];
    const crisis = lines.findIndex(({ outerHTML }) => known.some((text) => outerHTML.includes(text)));
    const school = lines.findIndex(({ classList }) => classList.contains('line-school'));
    expect(crisis, `crisis line in ${country}`).toBeGreaterThanOrEqual(0);
    expect(school, `contact in ${country}`).toBeGreaterThan(crisis);
  }

  it.each(HELP_PLACES.filter((place) => place !== 'directory'))('on the help page: %s', (place) => {
    for (const country of countries) expectNotFirst(drawHelp({ place, country, contact: CONTACT }), country);
  });

  it.each([CALM, DANGER, { ...CALM, crisis: true }])('in the popup', (tab) => {
    for (const country of countries)
      expectNotFirst(drawPopup({ tab, policy, settings: { ...DEFAULT_SETTINGS, country } }), country);
  });
});

it('a site that the school switched off is said to be so, without a button that would do nothing', () => {
  const fixed = { ...policy, locked: ['offServices' as const] };
  const tab = { ...CALM, state: 'paused' as const };
  const settings = { ...DEFAULT_SETTINGS, offServices: ['telegram'] };
  const root = drawPopup({ tab, settings, policy: fixed });
  expect(root.textContent).toContain(t('popup.paused.by-school'));
  expect(root.textContent).not.toContain(t('popup.paused.site.resume'));
  expect(drawPopup({ tab, settings, policy }).textContent).toContain(t('popup.paused.site.resume'));
});
