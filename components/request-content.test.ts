// Which facts are worth a line beside a request.
import { expect, it } from 'vitest';
import en from '../locales/en.json';
import type { ContactFact } from '../page/adapter';
import { createTranslator } from '../utils/i18n';
import { requestContent } from './request-content';

const t = createTranslator(en, 'en');

it('puts no card on a request that shows nothing of note', () => {
  const quiet: readonly ContactFact[] = [
    { fact: 'message-request' },
    { fact: 'mutual-friends', count: 3 },
    { fact: 'unseen', what: 'account-age' },
  ];
  expect(requestContent(quiet, t, 'en')).toBeNull();
  expect(requestContent([...quiet, { fact: 'no-mutual-friends' }], t, 'en')?.line).toBe(
    'You have no friends in common',
  );
});

it.each<ContactFact>([
  { fact: 'no-mutual-friends' },
  { fact: 'new-account', month: '2026-10' },
  { fact: 'country', country: 'NL' },
])('puts one on a request for a single fact of note: %j', (fact) => {
  expect(requestContent([fact], t, 'en')?.line).toBeTruthy();
});
