// What words say of ages: a child's that is young beyond doubt, an adult's, and who may say it.
import { createIsCount } from './counts';
import type { SpokenHit } from './detector';
import { splitWords, type Words } from './normalise';
import type { AgeWords } from './rules';
import type { Speaker } from './types';

/** Reads the ages in a message, by the words of a detector's languages. */
export type Ages = {
  /** True where a hit holds the child's age in figures, said by the child or by the other person ("kid" is not plain enough). */
  isYoung(hit: SpokenHit, text: string, speaker: Speaker): boolean;
  /** True where the other person says that they are young themselves, as friends of one age do, and as those do who pose as one. */
  isPeer(hit: SpokenHit, text: string, speaker: Speaker): boolean;
  /** True where the other person's age is said to be 20 or more in figures: "a teacher" is not plain enough. */
  isGrown(hit: SpokenHit, text: string, speaker: Speaker): boolean;
};

/** A number, also with what is written at it: "13", "14f", "f13", "13yo", "8th"; "8b" is a class. */
const NUMBER = /^[fm]?(\d{1,2})(|f|m|g|yo|y|yr|yrs|ish|st|nd|rd|th|[^a-z\d]+)$/;
const ORDINAL = /^(st|nd|rd|th)$/;
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

/** Makes it of the words of all languages. */
export function createAges(words: AgeWords): Ages {
  const isCount = createIsCount(words);
  const spelled = new Map(Object.entries(words.numbers));
  const you = new Set(words.you);
  const grades = new Set(words.grades);

  /** The number that word `at` is, with what is written at it; null where it is none, or one that counts or names something. */
  function ageAt({ words: said, starts, ends }: Words, at: number, text: string): Age | null {
    const word = said[at] ?? '';
    const [, figure, behind = ''] = NUMBER.exec(word) ?? [];
    const value = figure === undefined ? spelled.get(word) : Number(figure);
    if (value === undefined || isCount(text, starts[at] ?? 0, ends[at] ?? 0, ORDINAL.test(behind)))
      return null;
    return { value, behind };
  }

  /** True where the first number among some words that counts nothing else is a young age or a low school year. */
  function holdsYoung(said: Words, text: string): boolean {
    for (let at = 0; at < said.words.length; at += 1) {
      const age = ageAt(said, at, text);
      if (age === null) continue;
      const [before = '', next = ''] = [said.words[at - 1], said.words[at + 1]];
      const isGrade = ORDINAL.test(age.behind || next) || grades.has(next) || grades.has(before);
      return isWithin(isGrade ? GRADES : YOUNG, age);
    }
    return false;
  }

  return {
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
      if (hit.signal !== (speaker === 'self' ? 'context.their-age' : 'context.adult-age')) return false;
      const said = wordsOf(hit, text);
      return said.words.some((_, at) => isWithin(GROWN, ageAt(said, at, text)));
    },
  };
}

type Age = { readonly value: number; readonly behind: string };

function isWithin({ from, to }: { readonly from: number; readonly to: number }, age: Age | null): boolean {
  return age !== null && age.value >= from && age.value <= to;
}

/** The words of a hit, with their places in the text. */
function wordsOf({ span }: SpokenHit, text: string): Words {
  const [from, to] = span[1] > span[0] ? span : [0, text.length];
  const { words, starts, ends } = splitWords(text.slice(from, to));
  return { words, starts: starts.map((at) => at + from), ends: ends.map((at) => at + from) };
}
