// Every fact that a page can show has a sentence, in every language.
import { expect, test } from 'vitest';
import en from '../locales/en.json';
import km from '../locales/km.json';
import type { ContactFact } from '../page/adapter';
import { createTranslator } from '../utils/i18n';
import { factSentences } from './fact-sentences';

/** One of each: the type makes this list complete. */
const EACH: { readonly [F in ContactFact['fact']]: readonly Extract<ContactFact, { fact: F }>[] } = {
  'not-a-contact': [{ fact: 'not-a-contact' }],
  'no-mutual-friends': [{ fact: 'no-mutual-friends' }],
  'mutual-friends': [
    { fact: 'mutual-friends', count: 1 },
    { fact: 'mutual-friends', count: 12 },
  ],
  'shared-groups': [
    { fact: 'shared-groups', count: 1 },
    { fact: 'shared-groups', count: 3 },
  ],
  'new-account': [
    { fact: 'new-account', month: '2026-10' },
    { fact: 'new-account', month: null },
  ],
  country: [{ fact: 'country', country: 'NL' }],
  'message-request': [{ fact: 'message-request' }],
  'other-account-name': [{ fact: 'other-account-name' }],
  'new-with-many-friends': [{ fact: 'new-with-many-friends' }],
  'at-request': [
    { fact: 'at-request', what: 'no-mutual-friends' },
    { fact: 'at-request', what: 'new-account' },
    { fact: 'at-request', what: 'new-with-many-friends' },
    { fact: 'at-request', what: 'other-account-name' },
  ],
  unseen: [
    { fact: 'unseen', what: 'mutual-friends' },
    { fact: 'unseen', what: 'account-age' },
    { fact: 'unseen', what: 'country' },
  ],
};

const cases = Object.values(EACH)
  .flat()
  .flatMap((fact) => [['en', en, fact] as const, ['km', km, fact] as const]);

test.each(cases)('%s: %#', (language, catalogue, fact) => {
  const [sentence = ''] = factSentences([fact], createTranslator(catalogue, language), language);
  expect(sentence).not.toMatch(/fact\.|null/);
  expect(sentence.length).toBeGreaterThan(5);
  if ('count' in fact) expect(sentence).toContain(String(fact.count));
});
