// The words that the rules name, by number and by what is left of them where letters are lost.
import type { Find } from './find';
import { outlinesOf } from './missing-vowels';
import { squeeze } from './repeated-letters';
import type { NumberRow } from './rules';
import { addShape, type Shapes } from './typos';

/** The words that the rules name, in the order of their ids. */
export type WordBook = {
  readonly words: readonly string[];
  /** For each how many phrases name it; ties between likely words go to the commoner one. */
  readonly uses: NumberRow;
  /** Ids of those that are a whole phrase alone: neither a typo nor a missing vowel may lead to them. */
  readonly lone: ReadonlySet<number>;
};

export type WordIndex = {
  readonly idOf: ReadonlyMap<string, number>;
  /** The same of one word as it is. */
  readonly known: Find;
  /** How many phrases name a word. */
  usesOf(id: number): number;
  /** Ids of Latin words by their letters without repeats. */
  readonly squeezed: ReadonlyMap<string, number>;
  /** Those that are no phrase alone, by what is left without vowels. */
  readonly outlines: ReadonlyMap<string, number>;
  readonly shapes: Shapes;
};

/** So many words are looked at in one step of building: about a millisecond's. */
const STEP_WORDS = 500;
/** Plain Latin letters and nothing else. */
export const LATIN = /^[a-z]+$/;

/** Builds it, in steps. Ids start at 1. */
export function* indexWords({ words, uses, lone }: WordBook): Generator<undefined, WordIndex> {
  const idOf = new Map<string, number>();
  const squeezed = new Map<string, number>();
  const outlines = new Map<string, number>();
  const shapes: Shapes = new Map();
  const usesOf = (id: number) => uses[id - 1] ?? 0;
  const keepCommoner = (map: Map<string, number>, key: string, id: number) => {
    const rival = map.get(key);
    if (rival === undefined || usesOf(rival) < usesOf(id)) map.set(key, id);
  };
  for (const word of words) {
    const id = idOf.size + 1;
    idOf.set(word, id);
    if (id % STEP_WORDS === 0) yield;
    if (!LATIN.test(word)) continue;
    keepCommoner(squeezed, squeeze(word), id);
    if (lone.has(id)) continue;
    for (const outline of outlinesOf(word)) keepCommoner(outlines, outline, id);
    addShape(shapes, word);
  }
  return { idOf, known: (word) => idOf.get(word) ?? null, usesOf, squeezed, outlines, shapes };
}
