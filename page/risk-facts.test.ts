import { expect, test } from 'vitest';
import type { ContactFact } from './adapter';
import { flagsOf, withRequested, withRisk } from './risk-facts';

const fresh: ContactFact = { fact: 'new-account', month: '2026-10' };
const friends = (count: number): ContactFact => ({ fact: 'mutual-friends', count });

test.each([
  ['many friends of a new account', [fresh, friends(10)], true],
  ['few friends of a new account', [fresh, friends(9)], false],
  ['many friends of an account whose age is not shown', [friends(80)], false],
  ['a new account alone', [fresh], false],
  ['many groups shared with a new account', [fresh, { fact: 'shared-groups', count: 10 }], false],
] as const)('%s', (_, facts, risk) => {
  expect(withRisk(facts).some(({ fact }) => fact === 'new-with-many-friends')).toBe(risk);
  expect(withRisk(facts)).toEqual(expect.arrayContaining([...facts]));
});

test('flags hold no number, no month, no country', () => {
  const facts = withRisk([fresh, friends(30), { fact: 'country', country: 'NL' }]);
  expect(flagsOf(facts)).toEqual(['new-with-many-friends', 'new-account']);
});

test('a chat repeats of its request what it does not show itself, once', () => {
  expect(withRequested([fresh], ['new-account', 'no-mutual-friends'])).toEqual([
    fresh,
    { fact: 'at-request', what: 'no-mutual-friends' },
  ]);
  expect(withRequested([], ['new-account', 'new-with-many-friends'])).toEqual([
    { fact: 'at-request', what: 'new-with-many-friends' },
  ]);
  expect(withRequested([], ['new-account'])).toEqual([{ fact: 'at-request', what: 'new-account' }]);
});
