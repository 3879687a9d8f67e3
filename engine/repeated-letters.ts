// Letters typed again and again, or twice: "seeend", "sseenndd", "picss".
import type { Find } from './find';

const STRETCHED = /(.)\1{2,}/u;
const ALL_TWICE = /^(?:([a-z])\1)+$/;
const DOUBLED_MIN = 3;

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

/** Every letter is typed twice: uu, sseenndd. @param lone no single letter leads to these words */
export function halveAll(word: string, find: Find, lone: ReadonlySet<number>): number | null {
  if (!ALL_TWICE.test(word)) return null;
  const once = word.replace(/(.)\1/g, '$1');
  const id = find(once);
  return id === null || (once.length === 1 && lone.has(id)) ? null : id;
}

/** The last letter is typed twice: picss. */
export function dropDoubled(word: string, known: Find): number | null {
  return word.length >= DOUBLED_MIN && word.at(-1) === word.at(-2) ? known(word.slice(0, -1)) : null;
}
