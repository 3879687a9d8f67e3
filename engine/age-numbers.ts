// Numbers in a text, in figures or in words: whether they may be somebody's age, or count or name something.
import type { AgeWords } from './age-words';
import { createIsCount } from './counts';
import { asRead, type Words } from './normalise';

/** A number, what is written at it, and how many words it takes up. */
export type Age = { readonly value: number; readonly behind: string; readonly length: number };

/** Reads the numbers of a text that was cut into words. */
export type AgeNumbers = {
  /** The age that begins with word `at`; null where none does, or where the number counts or names something. */
  ageAt(said: Words, at: number, text: string): Age | null;
  /** Where a number in figures counts or names something; null where it is none, or an age. */
  countAt(said: Words, at: number, text: string): [start: number, end: number] | null;
};

/** A number, also with what is written at it: "13", "14f", "f13", "13yo", "8th"; "8b" is a class. */
const NUMBER = /^(?:[fm]|[^a-z\d]+)?(\d{1,2})(|[a-z]+|[^a-z\d]+)$/;
/** What may be written at an age, besides words for years. */
const AT_AGE: readonly string[] = ['', 'f', 'm', 'g', 'ish', 'st', 'nd', 'rd', 'th'];
const ORDINAL = /^(st|nd|rd|th)$/;

/** Makes it of the words of all languages. */
export function createAgeNumbers(words: AgeWords): AgeNumbers {
  const isCount = createIsCount(words);
  const spelled = new Map(Object.entries(words.numbers).map(([said, value]) => [asRead(said), value]));
  const longest = Math.max(1, ...[...spelled.keys()].map((said) => said.split(' ').length));
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

  return {
    ageAt({ words: said, starts, ends }, at, text) {
      const age = numberAt(said, at);
      if (age === null) return null;
      const end = ends[at + age.length - 1] ?? 0;
      return isCount(text, starts[at] ?? 0, end, isOrdinal(age.behind)) ? null : age;
    },
    countAt({ words: said, starts, ends }, at, text) {
      const place = [starts[at] ?? 0, ends[at] ?? 0] as [number, number];
      const figure = NUMBER.exec(said[at] ?? '');
      return figure && isCount(text, ...place, isOrdinal(figure[2] ?? '')) ? place : null;
    },
  };
}

/** True for what makes a number one in a row: "8th". @param behind what is written at it, or the word behind it */
export function isOrdinal(behind: string): boolean {
  return ORDINAL.test(behind);
}
