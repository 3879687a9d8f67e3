// Sets of word ids as phrases name them, and the table of bits in which they are looked up.

/** Words that one part of a phrase may be. */
export type Words = {
  /** How often ordinary talk holds one of them, in times in 1,000 words; too high where parts overlap. */
  readonly commonness: number;
  readonly parts: readonly Words[];
  /** Null for a union: its ids are those of its parts; see `idsOf`. */
  readonly ids: readonly number[] | null;
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

/**
 * The word ids of a set; few may stand in it twice. Gathered anew each time: it is asked for once or twice, and a page
 * would keep the lists of tens of thousands of sets for as long as it is open.
 */
export function idsOf(words: Words): readonly number[] {
  if (words.ids !== null) return words.ids;
  const all: number[] = [];
  gather(words, all);
  return all.length > FEW ? [...new Set(all)] : all;
}

/** Plain loops: this runs a few times only, before it is compiled, where iterators are slow. */
function gather({ ids, parts }: Words, into: number[]): void {
  if (ids !== null) for (let k = 0; k < ids.length; k += 1) into.push(ids[k] as number);
  for (let i = 0; i < parts.length; i += 1) gather(parts[i] as Words, into);
}

/** Bits of a block: so many sets with numbers in a row, of one word. */
export const BLOCK_BITS = 8;
const INTS_BITS = BLOCK_BITS - 5;
const INTS = 1 << INTS_BITS;
export const INT_MASK = INTS - 1;
/** Blocks a word and in all, at first and so many more when they are full: a page keeps what they take. */
const MORE_WIDTH = 4;
const MORE_BLOCKS = 4_096;

/**
 * One bit a word and set: set n holds word w where, with `b` as what `index[w * width + (n >> BLOCK_BITS)]` says, bit
 * n & 31 of `blocks[b + ((n >> 5) & INT_MASK)]` is 1. In small blocks: a word is in few of the thousands of sets, so that most blocks are empty and
 * are all the same one, block 0. As one table, a detector took 17 MB in each page.
 */
export class WordTable {
  /** For each word where its blocks begin, `width` numbers a word: of set n, number n >> BLOCK_BITS. */
  index: Int32Array;
  width = MORE_WIDTH;
  blocks = new Int32Array(MORE_BLOCKS * INTS);
  /** Blocks in use. */
  private used = 1;
  /** For each set how many words it holds. */
  private readonly sizes: number[] = [];
  /** Sets by what their words add up to: of two phrases that ask for the same words, the second takes the first's set. */
  private readonly bySum = new Map<number, number>();
  /** For each set the one before it with the same sum, or NO_COLUMN. */
  private readonly before: number[] = [];

  /** @param size word ids are at most this */
  constructor(private readonly size: number) {
    this.index = new Int32Array((size + 1) * MORE_WIDTH);
  }

  /** The number of a set; it is filled in where it is new. */
  columnOf(words: Words): number {
    if (words.column !== NO_COLUMN) return words.column;
    const ids = [...new Set(idsOf(words))];
    let sum = 0;
    for (let i = 0; i < ids.length; i += 1) sum += (ids[i] as number) ** 2;
    let set = this.bySum.get(sum) ?? NO_COLUMN;
    while (set !== NO_COLUMN && !this.isSame(ids, set)) set = this.before[set] as number;
    words.column = set === NO_COLUMN ? this.fill(ids, sum) : set;
    return words.column;
  }

  private isSame(ids: readonly number[], set: number): boolean {
    if (this.sizes[set] !== ids.length) return false;
    for (let i = 0; i < ids.length; i += 1) {
      const block = this.index[(ids[i] as number) * this.width + (set >> BLOCK_BITS)] as number;
      if ((((this.blocks[block + ((set >> 5) & INT_MASK)] as number) >>> (set & 31)) & 1) === 0) return false;
    }
    return true;
  }

  /** Fills in a new set. */
  private fill(ids: readonly number[], sum: number): number {
    const set = this.sizes.length;
    this.sizes.push(ids.length);
    this.before.push(this.bySum.get(sum) ?? NO_COLUMN);
    this.bySum.set(sum, set);
    if (set >> BLOCK_BITS >= this.width) this.widen();
    const bit = 1 << (set & 31);
    for (let i = 0; i < ids.length; i += 1) {
      const at = this.blockOf(ids[i] as number, set) + ((set >> 5) & INT_MASK);
      (this.blocks[at] as number) |= bit;
    }
    return set;
  }

  /** Where the block of a word begins that holds a set; it is the word's own from now on. */
  private blockOf(word: number, set: number): number {
    const place = word * this.width + (set >> BLOCK_BITS);
    const known = this.index[place] as number;
    if (known !== 0) return known;
    const fresh = this.used * INTS;
    this.used += 1;
    if (fresh === this.blocks.length) {
      const larger = new Int32Array(fresh + MORE_BLOCKS * INTS);
      larger.set(this.blocks);
      this.blocks = larger;
    }
    this.index[place] = fresh;
    return fresh;
  }

  private widen(): void {
    const { index, width, size } = this;
    this.width = width + MORE_WIDTH;
    this.index = new Int32Array((size + 1) * this.width);
    for (let word = 0; word <= size; word += 1)
      this.index.set(index.subarray(word * width, (word + 1) * width), word * this.width);
  }
}
