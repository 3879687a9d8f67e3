// Sets of words as phrases name them. Only the build asks for them: a page gets their numbers (unpack.ts).

/** Words that one part of a phrase may be. */
export type WordSet = {
  /** How often ordinary talk holds one of them, in times in 1,000 words; too high where parts overlap. */
  readonly commonness: number;
  /** The word's number where it is one word, with all its forms and spellings; null for a union. */
  readonly id: number | null;
  readonly parts: readonly WordSet[];
};

const NOTHING: readonly never[] = [];

export function wordOf(id: number, commonness: number): WordSet {
  return { commonness, id, parts: NOTHING };
}

/** All words of some sets. */
export function union(sets: readonly WordSet[]): WordSet {
  const parts = [...new Set(sets)];
  if (parts.length === 1 && parts[0]) return parts[0];
  return { commonness: parts.reduce((sum, part) => sum + part.commonness, 0), id: null, parts };
}

/** The numbers of all words of a set, in order, each once. */
export function idsOf(words: WordSet): readonly number[] {
  const all = new Set<number>();
  const gather = ({ id, parts }: WordSet) => {
    if (id !== null) all.add(id);
    parts.forEach(gather);
  };
  gather(words);
  return [...all].sort((a, b) => a - b);
}
