// Several words that are written as one: "send|me|a|pic", "sendmeapic".
import { cutWhole } from './cut';

/** Signs that people put between letters or words. */
const BETWEEN = /[*+|!]+/;
/** Shorter words are no others run together, and longer ones are data. */
const RUN_TOGETHER = { from: 8, to: 40 };
/** Those have so many letters on average, and each is named by so many phrases: most long words can be cut into rare short ones. */
const PIECE_LETTERS = 2.5;
const PIECE_USES = 30;
const LONE_LETTERS = 'aiu';

/**
 * Ids of the words between signs, or of the one whose letters stand between them; null where none of them is known.
 * @param lookUp what one piece stands for, 0 for an unknown word
 */
export function splitAtSigns(
  word: string,
  lookUp: (piece: string) => number | readonly number[],
): readonly number[] | null {
  if (!BETWEEN.test(word)) return null;
  const pieces = word.split(BETWEEN).filter((piece) => piece !== '');
  const isSpread = pieces.length > 2 && pieces.every((piece) => piece.length === 1);
  const ids = (isSpread ? [pieces.join('')] : pieces).flatMap(lookUp);
  return ids.some((id) => id !== 0) ? ids : null;
}

/**
 * Ids of the common known words that were run together; null where the word is none of them.
 * @param usesOf how many phrases name a known word
 */
export function cutRunTogether(
  word: string,
  idOf: ReadonlyMap<string, number>,
  usesOf: (id: number) => number,
): readonly number[] | null {
  if (word.length < RUN_TOGETHER.from || word.length > RUN_TOGETHER.to) return null;
  const ids = cutWhole(word, (piece) => {
    const id = idOf.get(piece) ?? 0;
    const isWord = piece.length > 1 || LONE_LETTERS.includes(piece);
    return isWord && usesOf(id) >= PIECE_USES ? id : 0;
  });
  return ids === null || word.length < ids.length * PIECE_LETTERS ? null : ids;
}
