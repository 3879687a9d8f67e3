// Facts that a page shows about a contact raise a quiet `notice`, and never more: a fact is no verdict.
import type { Assessment } from '../../engine/types';
import type { ContactFact } from '../../page/adapter';

/**
 * Facts that a person may want to know before they answer. A country alone is none: families live apart, and for most
 * contacts it is the reader's own.
 */
const STANDS_OUT: ReadonlySet<ContactFact['fact']> = new Set([
  'not-a-contact',
  'no-mutual-friends',
  'new-account',
  'message-request',
  'new-with-many-friends',
  'at-request',
]);

/** The assessment with the page's facts: a calm conversation becomes a notice where a fact stands out. */
export function withFacts(assessment: Assessment, facts: readonly ContactFact[], today: number): Assessment {
  if (assessment.level !== 'calm' || !facts.some(({ fact }) => STANDS_OUT.has(fact))) return assessment;
  // `decide` counts cards by stage; facts belong to the first one.
  const reason = { signal: 'contact.facts', stage: 'access', count: 1, lastDay: today } as const;
  return { ...assessment, level: 'notice', because: 'contact-facts', reasons: [reason] };
}
