// Sets of word ids as phrases name them, and the table of bits in which they are looked up.

/** Words that one part of a phrase may be. */
export type Words = {
  /** How often ordinary talk holds one of them, in times in 1,000 words; too high where parts overlap. */
  readonly commonness: number;
  readonly parts: readonly Words[];
  /** Null until asked for; see `idsOf`. */
  ids: readonly number[] | null;
  /** Column in the one table of a detector; NO_COLUMN until it is looked up. */
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
  for (let i = 0; i < parts.length; i += 1) commonness += (parts[i] as Words).commonness;
  return { commonness, parts, ids: null, column: NO_COLUMN };
}

/** So many ids are cheaper kept twice than told apart. */
const FEW = 48;

/** The word ids of a set; few may stand in it twice. Gathered once: sets hold sets that hold sets. */
export function idsOf(words: Words): readonly number[] {
  if (words.ids !== null) return words.ids;
  // Plain loops, here and below: this runs a few times only, before it is compiled, where iterators are slow.
  const all: number[] = [];
  for (let i = 0; i < words.parts.length; i += 1) {
    const ids = idsOf(words.parts[i] as Words);
    for (let k = 0; k < ids.length; k += 1) all.push(ids[k] as number);
  }
  words.ids = all.length > FEW ? [...new Set(all)] : all;
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
    const column = number >> 5;
    const bit = 1 << (number & 31);
    const ids = idsOf(words);
    for (let i = 0; i < ids.length; i += 1) (rows[(ids[i] as number) * stride + column] as number) |= bit;
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
