// Facts that say more together than alone, and what of a request is carried into the chat that follows.
import { REQUEST_FLAGS, type RequestFlag } from '../utils/request-flags';
import type { ContactFact } from './adapter';

/** So many friends in common are many: a whole class or team was added first. */
const MANY_FRIENDS = 10;

const FLAGS: readonly string[] = REQUEST_FLAGS;

/** The facts, and first the one that two of them make together: many friends in common reassure, and should not here. */
export function withRisk(facts: readonly ContactFact[]): readonly ContactFact[] {
  const isNew = facts.some(({ fact }) => fact === 'new-account');
  const hasMany = facts.some((fact) => fact.fact === 'mutual-friends' && fact.count >= MANY_FRIENDS);
  return isNew && hasMany ? [{ fact: 'new-with-many-friends' }, ...facts] : facts;
}

/** What of a request's facts is kept: flags alone. */
export function flagsOf(facts: readonly ContactFact[]): readonly RequestFlag[] {
  return facts.map(({ fact }) => fact).filter((fact): fact is RequestFlag => FLAGS.includes(fact));
}

/** The page's facts of a chat, with what its request showed and the chat itself does not. */
export function withRequested(
  facts: readonly ContactFact[],
  requested: readonly RequestFlag[],
): readonly ContactFact[] {
  const shown = flagsOf(facts);
  const gone = requested.filter((flag) => !shown.includes(flag));
  // "A new account with many friends" says what "a new account" would say again.
  const told = gone.filter((flag) => flag !== 'new-account' || !gone.includes('new-with-many-friends'));
  return [...facts, ...told.map((what): ContactFact => ({ fact: 'at-request', what }))];
}
