// @vitest-environment happy-dom
// Every sentence that the popup may ask for is there, and every country can be drawn.
import { describe, expect, it } from 'vitest';
import { limitSchema } from '../../help/schema';
import { DEFAULT_SETTINGS } from '../../utils/settings';
import { shippedHelp } from '../lines/testing';
import { STEPS, type StepSet, stepKey } from './stages';
import { DANGER, drawPopup, englishContext } from './testing';

const { has } = englishContext().t;
const help = shippedHelp();
const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six'];

describe('the words', () => {
  it.each(limitSchema.options)('of the limit %s', (limit) => expect(has(`help.limit.${limit}`)).toBe(true));

  it.each(help.routes)('of the route $id', ({ id, taps }) => {
    expect(has(`help.route.${id}`)).toBe(true);
    if (taps !== null) expect(has(`help.taps.${taps}`)).toBe(true);
  });

  it.each(Object.entries(STEPS))('of the steps %s: exactly %i', (set, count) => {
    expect(NUMBERS.filter((number) => has(stepKey(set as StepSet, number)))).toHaveLength(count);
  });

  it.each(['crisis-line', 'child-helpline', 'youth-line', 'emergency', 'directory'])('of %s', (as) =>
    expect(has(`help.as.${as}`)).toBe(true),
  );
});

describe('a country', () => {
  it.each(help.countries.map(({ country }) => country))('%s can be drawn whole', (country) => {
    const root = drawPopup({ tab: DANGER, settings: { ...DEFAULT_SETTINGS, country } });
    const lines = help.countries.find((file) => file.country === country)?.lines ?? [];
    const phones = lines
      .filter(({ limits }) => !limits.includes('no-public-line'))
      .flatMap(({ phone }) => phone ?? []);
    const shown = [...root.querySelectorAll('.line-number bdi')].map((number) => number.textContent);
    for (const phone of phones) expect(shown).toContain(phone);
  });
});
