// Whether a child said an age that is young beyond doubt.
import type { SpokenHit } from './detector';
import { splitWords } from './normalise';

/** A number, also with what is written right behind it: "13", "14f", "13yo", "8th". */
const NUMBER = /^(\d{1,2})(\D*)$/;
const ORDINAL = /^(st|nd|rd|th)$/;
/** In years: younger is mostly play, older is near enough to an adult of 18. */
const YOUNGEST = 8;
const OLDEST = 15;

/** True where a hit of context.child-age holds such an age in figures: "8th grade" and "kid" are not plain enough. */
export function isYoungAge({ signal, span }: SpokenHit, text: string): boolean {
  if (signal !== 'context.child-age') return false;
  const { words } = splitWords(span[1] > span[0] ? text.slice(...span) : text);
  const ages = words.flatMap((word, at) => {
    const [, figure, behind] = NUMBER.exec(word) ?? [];
    return figure === undefined || ORDINAL.test(behind || (words[at + 1] ?? '')) ? [] : [Number(figure)];
  });
  const [age = 0] = ages;
  return age >= YOUNGEST && age <= OLDEST;
}
