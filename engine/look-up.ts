// Which known words a word stands for: as it is, undone of a trick, or cut apart; the surest first.
import { basesOf } from './endings';
import { type Find, findFirst } from './find';
import { cutRunTogether, splitAtSigns } from './joined-words';
import { HAS_SIGN, plainForms, readStars } from './leetspeak';
import { addVowels } from './missing-vowels';
import { isAgeInYears, partNumber } from './numbers';
import { dropDoubled, halveAll, unstretch } from './repeated-letters';
import { spelledForms } from './spelled-as-heard';
import { undoTypo } from './typos';
import { LATIN, type WordIndex } from './word-index';

/** The id of one word, or those of several in order; 0 for an unknown one, none for an unknown emoji. */
export type LookUp = (word: string) => number | readonly number[];

const UNKNOWN = 0;
const NOTHING: readonly number[] = [];
const PICTURE = /^\p{Extended_Pictographic}/u;

/**
 * Creates what looks a word up.
 * @param lone ids of words that are a whole phrase alone: the weakest tricks don't lead to them
 * @param endings regular endings of words ("ing"): an unknown word is tried without them
 * @param others words that are no typos, though a known word is one letter away
 * @param years words for years of age that are written at the number
 */
export function createLookUp(
  { idOf, known, usesOf, squeezed, outlines, shapes }: WordIndex,
  lone: ReadonlySet<number>,
  endings: readonly string[],
  others: ReadonlySet<string>,
  years: ReadonlySet<string>,
): LookUp {
  const formOf: Find = (word) => known(word) ?? findFirst(basesOf(word, endings), known);
  const unlessLone = (id: number | null) => (id === null || lone.has(id) ? null : id);
  const stretched: Find = (word) => unstretch(word, known, squeezed);
  const bare: Find = (word) => addVowels(word, outlines, endings);
  const mistyped: Find = (word) => (others.has(word) ? null : undoTypo(word, shapes, known));
  const guess: Find = (word) =>
    findFirst(spelledForms(word), (form) => unlessLone(formOf(form))) ??
    bare(word) ??
    unlessLone(dropDoubled(word, known));
  const readSigns = (word: string) =>
    (isAgeInYears(word, years) ? null : findFirst(plainForms(word), formOf)) ?? partNumber(word, known);
  const cutApart = (word: string) => {
    if (!LATIN.test(word)) return splitAtSigns(word, lookUp);
    return others.has(word) ? null : cutRunTogether(word, idOf, usesOf);
  };
  const readLatin: Find = (word) => (others.has(word) ? bare(word) : guess(word));
  const lookUp: LookUp = (word) =>
    known(word) ??
    (HAS_SIGN.test(word) ? readSigns(word) : null) ??
    formOf(word) ??
    halveAll(word, formOf, lone) ??
    stretched(word) ??
    findFirst(plainForms(word), (plain) => stretched(plain) ?? bare(plain) ?? mistyped(plain)) ??
    (LATIN.test(word) ? readLatin(word) : readStars(word, formOf, usesOf)) ??
    mistyped(word) ??
    cutApart(word) ??
    (PICTURE.test(word) ? NOTHING : UNKNOWN);
  return lookUp;
}
