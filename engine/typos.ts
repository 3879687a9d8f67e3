// One letter of a word is wrong: changed, added, lost or swapped with its neighbour.
import type { Find } from './find';

/** Shorter words have too many neighbours for a wrong letter to be undone, and longer ones are data. */
const TYPO_MIN_LENGTH = 6;
const TYPO_MAX_LENGTH = 24;
const LETTERS_AND_STARS = /^[a-z*]+$/;

/** Known words by their first letter and their length: only where that letter stands is a typo undone. */
export type Shapes = Map<string, string[]>;

const shapeOf = (word: string, length: number) => `${word.charAt(0)}${length}`;

/** Takes note of a known word that a typo may lead to. */
export function addShape(shapes: Shapes, word: string): void {
  if (word.length < TYPO_MIN_LENGTH) return;
  const shape = shapeOf(word, word.length);
  const alike = shapes.get(shape);
  if (alike) alike.push(word);
  else shapes.set(shape, [word]);
}

/** Id of the known word that is one letter away; null where there is none. `*` stands for any letter. */
export function undoTypo(word: string, shapes: Shapes, known: Find): number | null {
  if (word.length < TYPO_MIN_LENGTH || word.length > TYPO_MAX_LENGTH || !LETTERS_AND_STARS.test(word))
    return null;
  for (const length of [word.length, word.length + 1, word.length - 1])
    for (const candidate of shapes.get(shapeOf(word, length)) ?? [])
      if (isOneEditApart(word, candidate)) return known(candidate);
  return null;
}

/** True where one letter is changed, added, lost or swapped with its neighbour; `*` in `written` stands for any letter. */
function isOneEditApart(written: string, known: string): boolean {
  let front = 0;
  while (front < written.length && front < known.length && same(written, front, known, front)) front += 1;
  let back = 0;
  while (
    back < written.length - front &&
    back < known.length - front &&
    same(written, written.length - 1 - back, known, known.length - 1 - back)
  )
    back += 1;
  const left = written.length - front - back;
  const right = known.length - front - back;
  if (left <= 1 && right <= 1) return true;
  return (
    left === 2 && right === 2 && written[front] === known[front + 1] && written[front + 1] === known[front]
  );
}

function same(a: string, i: number, b: string, j: number): boolean {
  return a[i] === b[j] || a[i] === '*';
}
