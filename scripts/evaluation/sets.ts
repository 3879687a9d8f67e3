// The sets of conversations whose figures stand in docs/accuracy.md.
import type { Outcome } from './measure';

/** The rules were written and the classifier was taught with it in view: its figures say nothing. */
export const LEARNED_FROM = 'tune';
/** Folders of `tests/corpora`, in the order of the page. */
export const OWN_SETS: readonly string[] = [
  ...[LEARNED_FROM, 'frozen', 'fresh', 'kept', 'later', 'plain'],
  ...['printed', 'gathered', 'latin', 'talk', 'lessons'],
];

/** False where its set was learned from. */
export function isMeasured({ conversation: { set } }: Pick<Outcome, 'conversation'>): boolean {
  return set !== LEARNED_FROM;
}
