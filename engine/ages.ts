// What words say of ages: a child's that is young beyond doubt, an adult's, and who may say it.
import { type Age, createAgeNumbers, isOrdinal } from './age-numbers';
import type { AgeWords } from './age-words';
import { asRead, splitWords, type Words } from './normalise';
import { masked } from './quotes';
import type { Speaker, SpokenHit } from './types';

/** Reads the ages in a message, by the words of a detector's languages. */
export type Ages = {
  /** True for a hit whose words may hold somebody's age. */
  mayTell(hit: SpokenHit): boolean;
  /** A text without the numbers that count or name something, every place kept. */
  withoutCounts(text: string): string;
  /** True where a hit holds the child's age in figures, said by the child or by the other person ("kid" is not plain enough). */
  isYoung(hit: SpokenHit, text: string, speaker: Speaker): boolean;
  /** True where the other person says that they are young themselves, as friends of one age do, and as those do who pose as one. */
  isPeer(hit: SpokenHit, text: string, speaker: Speaker): boolean;
  /** True where the other person's age is said to be 20 or more in figures: "a teacher" is not plain enough. */
  isGrown(hit: SpokenHit, text: string, speaker: Speaker): boolean;
};

/** Near enough to a child of 15 is 19; beyond 79 it is hardly an age. */
const GROWN = { from: 20, to: 79 } as const;
/** In years: younger is mostly play, older is near enough to an adult of 18. */
const YOUNG = { from: 8, to: 15 } as const;
/** School years by number: nearly all pupils up to the 9th are under 16. */
const GRADES = { from: 3, to: 9 } as const;
/** Signals whose words may hold the child's age, by who says them. */
const TELLING: Readonly<Record<'self' | 'other', readonly string[]>> = {
  self: ['context.child-age'],
  other: ['context.your-age', 'trust.mature', 'trust.age-gap', 'access.asks-age'],
};

const GROWN_BY: Readonly<Record<'self' | 'other', string>> = {
  self: 'context.their-age',
  other: 'context.adult-age',
};
const MAY_TELL = new Set([...Object.values(TELLING).flat(), ...Object.values(GROWN_BY)]);

/** Makes it of the words of all languages. */
export function createAges(words: AgeWords): Ages {
  const { ageAt, countAt } = createAgeNumbers(words);
  const [you, grades] = [new Set(words.you.map(asRead)), new Set(words.grades.map(asRead))];

  /** True where the first number among some words that counts nothing else is a young age or a low school year. */
  function holdsYoung(said: Words, text: string): boolean {
    for (let at = 0; at < said.words.length; at += 1) {
      const age = ageAt(said, at, text);
      if (age === null) continue;
      const [before = '', next = ''] = [said.words[at - 1], said.words[at + age.length]];
      const isGrade = isOrdinal(age.behind || next) || grades.has(next) || grades.has(before);
      return isWithin(isGrade ? GRADES : YOUNG, age);
    }
    return false;
  }

  return {
    mayTell: ({ signal }) => MAY_TELL.has(signal),
    withoutCounts(text) {
      const said = splitWords(text);
      return masked(
        text,
        said.words.flatMap((_, at) => {
          const place = countAt(said, at, text);
          return place ? [place] : [];
        }),
      );
    },
    isYoung(hit, text, speaker) {
      if (!TELLING[speaker === 'self' ? 'self' : 'other'].includes(hit.signal)) return false;
      const said = wordsOf(hit, text);
      // "Is it eleven already?" asks for the time.
      if (hit.signal === 'access.asks-age' && !said.words.some((word) => you.has(word))) return false;
      return holdsYoung(said, text);
    },
    isPeer: (hit, text, speaker) =>
      speaker !== 'self' && hit.signal === 'context.child-age' && holdsYoung(wordsOf(hit, text), text),
    isGrown(hit, text, speaker) {
      if (hit.signal !== GROWN_BY[speaker === 'self' ? 'self' : 'other']) return false;
      const said = wordsOf(hit, text);
      return said.words.some((_, at) => isWithin(GROWN, ageAt(said, at, text)));
    },
  };
}

function isWithin({ from, to }: { readonly from: number; readonly to: number }, age: Age | null): boolean {
  return age !== null && age.value >= from && age.value <= to;
}

/** The words of a hit, with their places in the text. */
function wordsOf({ span }: SpokenHit, text: string): Words {
  const [from, to] = span[1] > span[0] ? span : [0, text.length];
  const { words, starts, ends } = splitWords(text.slice(from, to));
  return { words, starts: starts.map((at) => at + from), ends: ends.map((at) => at + from) };
}
