// Whether a child said an age that is young beyond doubt.
import type { SpokenHit } from './detector';
import { splitWords } from './normalise';

const NUMBER = /^\d{1,2}$/;
const ORDINAL = /^(st|nd|rd|th)$/;
/** In years: younger is mostly play, older is near enough to an adult of 18. */
const YOUNGEST = 8;
const OLDEST = 15;

/** True where a hit of context.child-age holds such an age in figures: "8th grade" and "kid" are not plain enough. */
export function isYoungAge({ signal, span }: SpokenHit, text: string): boolean {
  if (signal !== 'context.child-age') return false;
  const { words } = splitWords(span[1] > span[0] ? text.slice(...span) : text);
  const age = words.find((word, at) => NUMBER.test(word) && !ORDINAL.test(words[at + 1] ?? ''));
  return age !== undefined && Number(age) >= YOUNGEST && Number(age) <= OLDEST;
}
