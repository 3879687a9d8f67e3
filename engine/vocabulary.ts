// The words known to the rules, and a memory of which of them each written word stands for.
import type { Find } from './find';
import { createLookUp, type LookUp } from './look-up';
import { readNumber } from './numbers';
import { indexWords, type WordBook } from './word-index';

/** Words known to the rules. Ids start at 1; 0 stands for every unknown word. */
export type Vocabulary = {
  readonly idOf: ReadonlyMap<string, number>;
  /** Ids of the known words that a written word stands for, in order; [0] for an unknown one, none for an unknown emoji. */
  resolve(written: string): readonly number[];
  readonly size: number;
};

const NO_WORDS: ReadonlySet<string> = new Set();
/** How many different written words are remembered: a message of random text must not fill memory. */
const MEMORY_LIMIT = 4_000;

/**
 * Builds a vocabulary, in steps: whoever runs them may rest at each `yield`.
 * @param endings regular endings of words ("ing"): an unknown word is tried without them
 * @param others words that are no typos, though a known word is one letter away
 * @param years words for years of age that are written at the number
 */
export function* vocabularySteps(
  book: WordBook,
  endings: readonly string[],
  others: ReadonlySet<string>,
  years: ReadonlySet<string> = NO_WORDS,
): Generator<undefined, Vocabulary> {
  const index = yield* indexWords(book);
  const { idOf, known } = index;
  const lookUp = createLookUp(index, book.lone, endings, others, years);
  return { idOf, size: idOf.size, resolve: createResolve(lookUp, known) };
}

/** Remembers what was found. One word is a row that is shared by all that stands for it. */
function createResolve(lookUp: LookUp, known: Find): Vocabulary['resolve'] {
  const alone: (readonly number[])[] = [];
  const remembered = new Map<string, readonly number[]>();
  const only = (id: number) => {
    alone[id] ??= [id];
    return alone[id];
  };
  return (written) => {
    const cached = remembered.get(written);
    if (cached) return cached;
    // Numbers are read as fast as remembered, and there is no end of different ones.
    const number = readNumber(written, known);
    if (number !== null) return only(number);
    const found = lookUp(written);
    const ids = typeof found === 'number' ? only(found) : found;
    if (remembered.size >= MEMORY_LIMIT) remembered.clear();
    remembered.set(written, ids);
    return ids;
  };
}
