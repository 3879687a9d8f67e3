// Sets of word ids as phrases name them, and the table of bits in which they are looked up.

/** Words that one part of a phrase may be. */
export type Words = {
  /** How often ordinary talk holds one of them, in times in 1,000 words; too high where parts overlap. */
  readonly commonness: number;
  readonly parts: readonly Words[];
  /** Null until asked for; see `idsOf`. */
  ids: readonly number[] | null;
  /** Column in the table; NO_COLUMN until it is looked up. */
  column: number;
};

const NO_COLUMN = -1;
const NOTHING: readonly never[] = [];

export function wordsOf(ids: readonly number[], commonness: number): Words {
  return { commonness, parts: NOTHING, ids, column: NO_COLUMN };
}

/** All words of some sets. */
export function union(sets: readonly Words[]): Words {
  const parts = sets.length > 1 ? [...new Set(sets)] : sets;
  if (parts.length === 1 && parts[0]) return parts[0];
  let commonness = 0;
  for (const part of parts) commonness += part.commonness;
  return { commonness, parts, ids: null, column: NO_COLUMN };
}

/** The word ids of a set, each once. Gathered once: sets hold sets that hold sets. */
export function idsOf(words: Words): readonly number[] {
  if (words.ids !== null) return words.ids;
  const all = new Set<number>();
  for (const part of words.parts) for (const id of idsOf(part)) all.add(id);
  words.ids = [...all];
  return words.ids;
}

/** Ints a row at first, each for 32 sets; doubled when they are full. */
const FIRST_STRIDE = 16;

/**
 * One bit a word and set: set n holds word w where bit n & 31 of `rows[w * stride + (n >> 5)]` is 1.
 * Row after row, since a message has few words and many sets are asked about each.
 */
export class WordTable {
  rows: Int32Array;
  stride = FIRST_STRIDE;
  private columns = 0;

  /** @param size word ids are at most this */
  constructor(private readonly size: number) {
    this.rows = new Int32Array((size + 1) * FIRST_STRIDE);
  }

  /** The number of a set; it is filled in where it is new. */
  columnOf(words: Words): number {
    if (words.column !== NO_COLUMN) return words.column;
    const number = this.columns;
    this.columns += 1;
    words.column = number;
    if (number >> 5 >= this.stride) this.widen();
    const { rows, stride } = this;
    for (const id of idsOf(words)) (rows[id * stride + (number >> 5)] as number) |= 1 << (number & 31);
    return number;
  }

  private widen(): void {
    const { rows, stride, size } = this;
    this.stride = 2 * stride;
    this.rows = new Int32Array((size + 1) * this.stride);
    for (let word = 0; word <= size; word += 1)
      this.rows.set(rows.subarray(word * stride, (word + 1) * stride), word * this.stride);
  }
}
