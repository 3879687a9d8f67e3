// What the page shows of a contact, as sentences. Pure.
import type { ContactFact } from '../page/adapter';
import { formatDate } from '../utils/dates';
import type { Translate } from '../utils/i18n';
import { formatCountry } from '../utils/names';
import type { Language } from '../utils/settings';

/** One sentence a fact: those that stand out first, those that could not be seen last. */
export function factSentences(facts: readonly ContactFact[], t: Translate, language: Language): string[] {
  return facts
    .toSorted((a, b) => FACT_ORDER.indexOf(a.fact) - FACT_ORDER.indexOf(b.fact))
    .map((fact) => factSentence(fact, t, language));
}

const FACT_ORDER: readonly ContactFact['fact'][] = [
  'new-with-many-friends',
  'no-mutual-friends',
  'new-account',
  'other-account-name',
  'not-a-contact',
  'at-request',
  'message-request',
  'country',
  'mutual-friends',
  'shared-groups',
  'unseen',
];

function factSentence(fact: ContactFact, t: Translate, language: Language): string {
  switch (fact.fact) {
    case 'mutual-friends':
    case 'shared-groups':
      return t(`fact.${fact.fact}`, { count: fact.count });
    case 'new-account':
      if (fact.month === null) return t('fact.said-new-account');
      return t('fact.new-account', { month: formatDate(fact.month, t, language) });
    case 'country':
      return t('fact.country', { country: formatCountry(fact.country, t, language) });
    case 'unseen':
    case 'at-request':
      return t(`fact.${fact.fact}.${fact.what}`);
    default:
      return t(`fact.${fact.fact}`);
  }
}
