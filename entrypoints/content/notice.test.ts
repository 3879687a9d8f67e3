// Which facts of a page are told where nothing was said yet.
import { expect, test } from 'vitest';
import type { Assessment, Level } from '../../engine/types';
import type { ContactFact } from '../../page/adapter';
import { withFacts } from './notice';

const TODAY = 10;
const assessment = (level: Level): Assessment => ({
  ...{ level, because: null, reasons: [], past: false, crisis: false },
});
const withOne = (fact: ContactFact, level: Level = 'calm') => withFacts(assessment(level), [fact], TODAY);

test.each<ContactFact>([
  { fact: 'not-a-contact' },
  { fact: 'no-mutual-friends' },
  { fact: 'new-account', month: null },
  { fact: 'message-request' },
  { fact: 'new-with-many-friends' },
  { fact: 'at-request', what: 'other-account-name' },
])('a person hears of a contact before they answer: $fact', (fact) => {
  expect(withOne(fact)).toMatchObject({ level: 'notice', because: 'contact-facts' });
});

test('a country alone is none of it: for most contacts it is the reader’s own', () => {
  expect(withOne({ fact: 'country', country: 'KH' }).level).toBe('calm');
});

test.each(['caution', 'danger'] as const)('what was said comes before any fact: %s', (level) => {
  expect(withOne({ fact: 'not-a-contact' }, level)).toEqual(assessment(level));
});
