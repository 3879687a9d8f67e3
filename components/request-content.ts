// What the line beside a request says, from the facts that the page shows of it. Pure.
import type { ContactFact } from '../page/adapter';
import type { Translate } from '../utils/i18n';
import type { Language } from '../utils/settings';
import { factSentences } from './fact-sentences';

export type RequestContent = {
  readonly line: string;
  readonly more: readonly string[];
  readonly tip: string;
};

/** The card of facts beside a request, or null where the page shows no fact worth one. */
export function requestContent(
  facts: readonly ContactFact[],
  t: Translate,
  language: Language,
): RequestContent | null {
  if (!facts.some(isWorthACard)) return null;
  const [line = '', ...more] = factSentences(facts, t, language);
  return { line, more, tip: t('card.request.tip') };
}

/** Every request is "not accepted" and most senders are no contacts: these alone would put a card on each. */
function isWorthACard(fact: ContactFact): boolean {
  return fact.fact === 'no-mutual-friends' || fact.fact === 'new-account' || fact.fact === 'country';
}
