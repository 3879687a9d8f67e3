import { expect, test } from 'vitest';
import { dangerKind, stepsFor, urgencyOf, whoOf } from './stages';
import { CALM, DANGER, seen } from './testing';

test('help against despair stands with a threat too, where the child’s own words called for it', () => {
  expect(urgencyOf(DANGER)).toBe('talk');
  expect(urgencyOf({ ...DANGER, crisis: true })).toBe('despair');
  expect(urgencyOf({ ...CALM, crisis: true })).toBe('despair');
  expect(urgencyOf(CALM)).toBe('none');
});

test('danger is of the kind that the card shows: nobody is accused where the writer is not known', () => {
  expect(dangerKind(DANGER)).toBe('payment');
  expect(dangerKind({ ...DANGER, who: 'someone' })).toBe('payment');
  expect(dangerKind({ ...DANGER, who: 'unknown' })).toBe('unknown');
  expect(dangerKind({ ...DANGER, who: 'unknown', seen: [seen('crisis.push')] })).toBe('self-harm');
});

test('a tab that does not tell of whom one may speak is spoken of as nobody in particular', () => {
  const { who: _, ...older } = CALM;
  expect([whoOf(CALM), whoOf(older)]).toEqual(['person', 'someone']);
});

test('danger to life is as urgent where the writer is not known', () => {
  const harm = { ...DANGER, seen: [seen('threat.harm')] };
  expect([harm, { ...harm, who: 'unknown' } as const].map(urgencyOf)).toEqual(['life', 'life']);
});

test.each([
  ['caution-threat', ['threat.contacts', 'payment.demand']],
  ['caution-threat', ['payment.demand']],
  ['caution-threat', ['pressure.countdown', 'secrecy.hide']],
  ['caution-threat', ['context.paid', 'payment.more']],
  ['caution', ['secrecy.hide', 'payment.demand']],
  ['caution', ['look.alike']],
  ['advert', ['payment.method', 'advert.sale', 'advert.minor']],
  ['caution', []],
] as const)('the steps at caution are %s where the card speaks of the first of %j', (set, signals) => {
  expect(stepsFor({ ...CALM, level: 'caution', seen: signals.map((signal) => seen(signal)) })).toBe(set);
});
