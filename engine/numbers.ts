// Numbers as words of the rules, alone or typed together with a word: "13", "13yo".
import type { Find } from './find';

/** Figures and nothing else. */
export const DIGITS = /^\d+$/;
const DECIMAL = /^\d+\.\d+$/;
const NUMBER_THEN_WORD = /^(\d+)(\p{L}+)$/u;
const WORD_THEN_NUMBER = /^(\p{L}+)(\d+)$/u;
/** Two figures and what stands behind them; behind one figure it may be leetspeak all the same: "8y" is "by". */
const MAYBE_AGE = /^\d\d(\D+)$/;
/** Longer rows of figures are no ages, and are not read. */
const AGE_DIGITS_MAX = 6;

/** Id of a number; 0 where no rule asks for numbers. Null where the word is none. */
export function readNumber(word: string, known: Find): number | null {
  if (DIGITS.test(word)) return idOfNumber(word, known);
  return DECIMAL.test(word) ? (known('<num>') ?? 0) : null;
}

function idOfNumber(digits: string, known: Find): number {
  const value = digits.length > AGE_DIGITS_MAX ? Number.NaN : Number(digits);
  return known(digits) ?? known(classOfNumber(value)) ?? 0;
}

/** The word that stands for a number in phrases: a child's age, an adult's, or any other number. */
export function classOfNumber(value: number): '<minor>' | '<adult>' | '<num>' {
  if (value >= 5 && value <= 17) return '<minor>';
  return value >= 18 && value <= 79 ? '<adult>' : '<num>';
}

/** Ids of a number and a known word that were typed together, in order; null where the word is none. */
export function partNumber(word: string, known: Find): readonly number[] | null {
  const [, ...pieces] = NUMBER_THEN_WORD.exec(word) ?? WORD_THEN_NUMBER.exec(word) ?? [];
  const ids: number[] = [];
  for (const piece of pieces) {
    const id = DIGITS.test(piece) ? idOfNumber(piece, known) : known(piece);
    if (id === null) return null;
    ids.push(id);
  }
  return ids.length > 0 ? ids : null;
}

/** True where a word for years stands behind the figures: then it is no leetspeak, "13t" is an age, not "let". */
export function isAgeInYears(word: string, years: ReadonlySet<string>): boolean {
  return years.has(MAYBE_AGE.exec(word)?.[1] ?? '');
}
