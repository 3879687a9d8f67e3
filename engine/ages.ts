// What words say of ages: a child's that is young beyond doubt, an adult's, and who may say it.
import type { AgeWords } from './age-words';
import { createIsCount } from './counts';
import { splitWords, type Words } from './normalise';
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

/** A number, also with what is written at it: "13", "14f", "f13", "13yo", "8th"; "8b" is a class. */
const NUMBER = /^(?:[fm]|[^a-z\d]+)?(\d{1,2})(|[a-z]+|[^a-z\d]+)$/;
/** What may be written at an age, besides words for years. */
const AT_AGE: readonly string[] = ['', 'f', 'm', 'g', 'ish', 'st', 'nd', 'rd', 'th'];
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

const GROWN_BY: Readonly<Record<'self' | 'other', string>> = {
  self: 'context.their-age',
  other: 'context.adult-age',
};
const MAY_TELL = new Set([...Object.values(TELLING).flat(), ...Object.values(GROWN_BY)]);

/** Makes it of the words of all languages. */
export function createAges(words: AgeWords): Ages {
  const isCount = createIsCount(words);
  const spelled = new Map(Object.entries(words.numbers).map(([said, value]) => [asRead(said), value]));
  const longest = Math.max(1, ...[...spelled.keys()].map((said) => said.split(' ').length));
  const [you, grades] = [new Set(words.you.map(asRead)), new Set(words.grades.map(asRead))];
  const atAge = new Set([...AT_AGE, ...words.years.map(asRead)]);

  /** The number that begins with word `at`, as figures or as words. */
  function numberAt(said: readonly string[], at: number): Age | null {
    const [, figure, behind = ''] = NUMBER.exec(said[at] ?? '') ?? [];
    if (figure !== undefined)
      return /^[a-z]/.test(behind) && !atAge.has(behind)
        ? null
        : { value: Number(figure), behind, length: 1 };
    for (let length = longest; length > 0; length -= 1) {
      const value = spelled.get(said.slice(at, at + length).join(' '));
      if (value !== undefined) return { value, behind, length };
    }
    return null;
  }

  /** The same; null where it counts or names something. */
  function ageAt({ words: said, starts, ends }: Words, at: number, text: string): Age | null {
    const age = numberAt(said, at);
    if (age === null) return null;
    const end = ends[at + age.length - 1] ?? 0;
    return isCount(text, starts[at] ?? 0, end, ORDINAL.test(age.behind)) ? null : age;
  }

  /** True where the first number among some words that counts nothing else is a young age or a low school year. */
  function holdsYoung(said: Words, text: string): boolean {
    for (let at = 0; at < said.words.length; at += 1) {
      const age = ageAt(said, at, text);
      if (age === null) continue;
      const [before = '', next = ''] = [said.words[at - 1], said.words[at + age.length]];
      const isGrade = ORDINAL.test(age.behind || next) || grades.has(next) || grades.has(before);
      return isWithin(isGrade ? GRADES : YOUNG, age);
    }
    return false;
  }

  /** Where a number in figures counts or names something; null where it is none, or an age. */
  function countAt({ words: said, starts, ends }: Words, at: number, text: string): [number, number] | null {
    const place = [starts[at] ?? 0, ends[at] ?? 0] as [number, number];
    const figure = NUMBER.exec(said[at] ?? '');
    return figure && isCount(text, ...place, ORDINAL.test(figure[2] ?? '')) ? place : null;
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

/** A number, what is written at it, and how many words it takes up. */
type Age = { readonly value: number; readonly behind: string; readonly length: number };

/** A word of a pack as messages have it. */
const asRead = (word: string): string => splitWords(word).words.join(' ');

function isWithin({ from, to }: { readonly from: number; readonly to: number }, age: Age | null): boolean {
  return age !== null && age.value >= from && age.value <= to;
}

/** The words of a hit, with their places in the text. */
function wordsOf({ span }: SpokenHit, text: string): Words {
  const [from, to] = span[1] > span[0] ? span : [0, text.length];
  const { words, starts, ends } = splitWords(text.slice(from, to));
  return { words, starts: starts.map((at) => at + from), ends: ends.map((at) => at + from) };
}
