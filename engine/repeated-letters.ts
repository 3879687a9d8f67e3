// Letters typed again and again, or twice: "seeend", "sseenndd", "picss".
import type { Find } from './find';

const STRETCHED = /(.)\1{2,}/u;
const ALL_TWICE = /^(?:([a-z])\1)+$/;
const DOUBLED_MIN = 3;
/** A text in which every letter is typed twice holds a word of so many: "oo" and "mm" alone are sounds. */
const TWICE_MIN = 6;
const LETTERS = /^[a-z]/;

/** The word with each letter once where it stands several times in a row. */
export function squeeze(word: string): string {
  return word.replace(/(.)\1+/gu, '$1');
}

/**
 * A letter is typed three times or more.
 * @param squeezed ids of known words by what is left of them
 */
export function unstretch(word: string, known: Find, squeezed: ReadonlyMap<string, number>): number | null {
  if (!STRETCHED.test(word)) return null;
  return (
    known(word.replace(/(.)\1{2,}/gu, '$1$1')) ??
    known(word.replace(/(.)\1{2,}/gu, '$1')) ??
    squeezed.get(squeeze(word)) ??
    null
  );
}

/** The words of a text in which every letter is typed twice, each letter once; other texts as they are. */
export function halveText(words: readonly string[]): readonly string[] {
  let isLong = false;
  for (const word of words) {
    if (!LETTERS.test(word)) continue;
    if (word.charAt(0) !== word.charAt(1) || !ALL_TWICE.test(word)) return words;
    isLong ||= word.length >= TWICE_MIN;
  }
  return isLong ? words.map(halve) : words;
}

const halve = (word: string) => (ALL_TWICE.test(word) ? word.replace(/(.)\1/g, '$1') : word);

/** Every letter is typed twice: uu, sseenndd. @param lone no single letter leads to these words */
export function halveAll(word: string, find: Find, lone: ReadonlySet<number>): number | null {
  if (!ALL_TWICE.test(word)) return null;
  const once = halve(word);
  const id = find(once);
  return id === null || (once.length === 1 && lone.has(id)) ? null : id;
}

/** The last letter is typed twice: picss. */
export function dropDoubled(word: string, known: Find): number | null {
  return word.length >= DOUBLED_MIN && word.at(-1) === word.at(-2) ? known(word.slice(0, -1)) : null;
}
