// Which known words a word stands for: as it is, undone of a trick, or cut apart; the surest first.
import { basesOf } from './endings';
import { type Find, findFirst } from './find';
import { cutRunTogether, splitAtSigns } from './joined-words';
import { plainForms, readStars } from './leetspeak';
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
 * Creates what looks a word up. Words of Latin letters alone are tried by other tricks than those with signs or of another script.
 * @param lone ids of words that are a whole phrase alone: the weakest tricks don't lead to them
 * @param endings regular endings of words ("ing"): an unknown word is tried without them
 * @param others words of everyday talk: no typos, not written as they sound, and no others run together
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
  const guess = (word: string) =>
    findFirst(spelledForms(word), (form) => unlessLone(formOf(form))) ??
    bare(word) ??
    unlessLone(dropDoubled(word, known)) ??
    undoTypo(word, shapes, known) ??
    cutRunTogether(word, idOf, usesOf);
  const readLetters = (word: string) =>
    formOf(word) ??
    halveAll(word, formOf, lone) ??
    stretched(word) ??
    (others.has(word) ? bare(word) : guess(word)) ??
    UNKNOWN;
  const readMixed = (word: string) => {
    const plain = plainForms(word);
    return (
      (isAgeInYears(word, years) ? null : findFirst(plain, formOf)) ??
      (plain.length > 0 ? partNumber(word, known) : null) ??
      formOf(word) ??
      stretched(word) ??
      findFirst(plain, (form) => stretched(form) ?? bare(form) ?? mistyped(form)) ??
      readStars(word, formOf, usesOf) ??
      mistyped(word) ??
      splitAtSigns(word, lookUp) ??
      (PICTURE.test(word) ? NOTHING : UNKNOWN)
    );
  };
  const lookUp: LookUp = (word) => known(word) ?? (LATIN.test(word) ? readLetters(word) : readMixed(word));
  return lookUp;
}
