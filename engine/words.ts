// Sets of word ids as phrases name them, and the table of bits in which they are looked up.

/** Words that one part of a phrase may be: `own` and those of `parts`. Gathered only where they are looked up. */
export type Words = {
  /** How often ordinary talk holds one of them, in times in 1,000 words. */
  readonly commonness: number;
  readonly own: readonly number[];
  readonly parts: readonly Words[];
  /** Column in the table; NO_COLUMN until it is looked up. */
  column: number;
};

const NO_COLUMN = -1;
const NOTHING: readonly never[] = [];

export function wordsOf(own: readonly number[], commonness: number): Words {
  return { commonness, own, parts: NOTHING, column: NO_COLUMN };
}

/** All words of some sets. */
export function union(parts: readonly Words[]): Words {
  if (parts.length === 1 && parts[0]) return parts[0];
  let commonness = 0;
  for (const part of parts) commonness += part.commonness;
  return { commonness, own: NOTHING, parts, column: NO_COLUMN };
}

/** Calls `visit` for every word id of a set, for some of them twice. */
export function forEachId({ own, parts }: Words, visit: (id: number) => void): void {
  for (const id of own) visit(id);
  for (const part of parts) forEachId(part, visit);
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
    forEachId(words, (id) => {
      (rows[id * stride + (number >> 5)] as number) |= 1 << (number & 31);
    });
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
