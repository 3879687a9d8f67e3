// What was seen in a chat, as sentences: what they say, and of whom. Pure.
import type { Reason } from '../engine/types';
import type { Translate } from '../utils/i18n';

/**
 * Who the sentences speak of: the other person of a chat of two; somebody in a group; or, where the page does not tell
 * who wrote, nobody ("This chat contains a threat").
 */
export type Who = 'person' | 'someone' | 'unknown';

/** More would be a list nobody reads. */
const MOST_REASONS = 5;

/**
 * What card, popup and note may name: the child's own words and mere context are nobody's deed. A second wall: the engine
 * gives no context as a reason (engine/reasons.ts) and notes no despair (engine/sign-notes.ts).
 */
export function isOfTheOther({ signal, stage }: Reason): boolean {
  return stage !== 'context' && signal !== 'crisis.despair';
}

/** True where a chat only looks risky as a whole: nothing that was written can be named. */
export function isLookAlone(reasons: readonly Reason[]): boolean {
  const theirs = reasons.filter(isOfTheOther);
  return theirs.length > 0 && theirs.every(({ stage }) => stage === 'look');
}

/** The reasons of a level, each a sentence; only the first few. */
export function reasonSentences(reasons: readonly Reason[], t: Translate, who: Who): string[] {
  return reasons
    .filter(isOfTheOther)
    .slice(0, MOST_REASONS)
    .map(({ signal }) => signalSentence(signal, t, who));
}

/** What only the talk as a whole shows: its sentence speaks of the chat, whoever wrote and whenever. */
const LOOK = 'look.alike';

/** One sign as a sentence, in the present; of nobody in particular where it is not known to be the other person's. */
export function signalSentence(signal: string, t: Translate, who: Who): string {
  if (who === 'person' || signal === LOOK) return t(`signal.${signal}.seen`);
  return t('card.seen.someone.one', { a: t(`signal.${signal}.clause`) });
}

/** One sign or two in one sentence; `past` where only older messages hold them. */
export function seenSentence(reasons: readonly Reason[], past: boolean, t: Translate, who: Who): string {
  const [first = '', second] = reasons.map((reason) => reason.signal);
  if (second === undefined && (!past || first === LOOK)) return signalSentence(first, t, who);
  const tense = past ? (who === 'person' ? 'past' : 'past-someone') : who === 'person' ? 'person' : 'someone';
  const a = t(`signal.${first}.clause`);
  if (second === undefined) return t(`card.seen.${tense}.one`, { a });
  return t(`card.seen.${tense}.two`, { a, b: t(`signal.${second}.clause`) });
}
