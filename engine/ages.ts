// What words say of ages: a child's that is young beyond doubt, an adult's, and who may say it.
import { isCount } from './counts';
import type { SpokenHit } from './detector';
import { splitWords, type Words } from './normalise';
import type { Speaker } from './types';

/** A number, also with what is written at it: "13", "14f", "f13", "13yo", "8th"; "8b" is a class. */
const NUMBER = /^[fm]?(\d{1,2})(|f|m|g|yo|y|yr|yrs|ish|st|nd|rd|th|[^a-z\d]+)$/;
const ORDINAL = /^(st|nd|rd|th)$/;
const SECOND_PERSON = new Set(['you', 'u', 'ur', 'youre']);
const SPELLED: Readonly<Record<string, number>> = {
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
};
/** Near enough to a child of 15 is 19; beyond 79 it is hardly an age. */
const GROWN = { from: 20, to: 79 } as const;
const TENS = new Set(['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy']);
/** In years: younger is mostly play, older is near enough to an adult of 18. */
const AGES = { from: 8, to: 15 } as const;
/** School years by number: nearly all pupils up to the 9th are under 16. */
const GRADES = { from: 3, to: 9 } as const;
const GRADE_WORDS = new Set(['grade', 'grader', 'gr', 'class', 'std', 'standard']);
/** Signals whose words may hold the child's age, by who says them. */
const TELLING: Readonly<Record<'self' | 'other', readonly string[]>> = {
  self: ['context.child-age'],
  other: ['context.your-age', 'trust.mature', 'trust.age-gap', 'access.asks-age'],
};

/** True where a hit holds the child's age in figures, said by the child or by the other person ("kid" is not plain enough). */
export function isYoungAge(hit: SpokenHit, text: string, speaker: Speaker): boolean {
  if (!TELLING[speaker === 'self' ? 'self' : 'other'].includes(hit.signal)) return false;
  const said = wordsOf(hit, text);
  // "Is it eleven already?" asks for the time.
  if (hit.signal === 'access.asks-age' && !said.words.some((word) => SECOND_PERSON.has(word))) return false;
  return isYoung(said, text);
}

/** True where the other person says that they are young themselves, as friends of one age do, and as those do who pose as one. */
export function isPeerAge(hit: SpokenHit, text: string, speaker: Speaker): boolean {
  return speaker !== 'self' && hit.signal === 'context.child-age' && isYoung(wordsOf(hit, text), text);
}

/** True where the other person's age is said to be 20 or more in figures: "a teacher" is not plain enough. */
export function isGrownAge(hit: SpokenHit, text: string, speaker: Speaker): boolean {
  if (hit.signal !== (speaker === 'self' ? 'context.their-age' : 'context.adult-age')) return false;
  const said = wordsOf(hit, text);
  return said.words.some(
    (word, at) =>
      (TENS.has(word) || isWithin(GROWN, Number(NUMBER.exec(word)?.[1]))) && !counts(said, at, text),
  );
}

/** True where the number that is word `at` is no age. "14m" is a boy, "14 m" as well. */
function counts({ words, starts, ends }: Words, at: number, text: string): boolean {
  const ordinal = ORDINAL.test(NUMBER.exec(words[at] ?? '')?.[2] ?? '');
  return isCount(text, starts[at] ?? 0, ends[at] ?? 0, ordinal);
}

function isWithin({ from, to }: { readonly from: number; readonly to: number }, value: number): boolean {
  return value >= from && value <= to;
}

/** The words of a hit, with their places in the text. */
function wordsOf({ span }: SpokenHit, text: string): Words {
  const [from, to] = span[1] > span[0] ? span : [0, text.length];
  const { words, starts, ends } = splitWords(text.slice(from, to));
  return { words, starts: starts.map((at) => at + from), ends: ends.map((at) => at + from) };
}

/** True where the first number among some words that counts nothing else is a young age or a low school year. */
function isYoung(said: Words, text: string): boolean {
  const { words } = said;
  for (const [at, word] of words.entries()) {
    const [, figure, behind = ''] = NUMBER.exec(word) ?? [];
    const value = figure === undefined ? SPELLED[word] : Number(figure);
    if (value === undefined || counts(said, at, text)) continue;
    const next = words[at + 1] ?? '';
    const isGrade =
      ORDINAL.test(behind || next) || GRADE_WORDS.has(next) || GRADE_WORDS.has(words[at - 1] ?? '');
    return isWithin(isGrade ? GRADES : AGES, value);
  }
  return false;
}
