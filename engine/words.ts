// Sets of word ids as phrases name them, and the table of bits in which they are looked up.
import { hashOfWords, SetIndex } from './set-index';
import type { WordSets } from './unpack';

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

/**
 * The word ids of a set in order, each once. Gathered anew each time: it is asked for once or twice, and a page would keep
 * the lists of tens of thousands of sets for as long as it is open. Numbers of 16 bits are sorted natively.
 */
export function idsOf(words: Words): Uint16Array {
  const all: number[] = [];
  gather(words, all);
  const ids = new Uint16Array(all).sort();
  let kept = 0;
  for (let i = 0; i < ids.length; i += 1) {
    if (kept > 0 && ids[i] === ids[kept - 1]) continue;
    ids[kept] = ids[i] as number;
    kept += 1;
  }
  return ids.subarray(0, kept);
}

/** Plain loops: this runs a few times only, before it is compiled, where iterators are slow. */
function gather({ ids, parts }: Words, into: number[]): void {
  if (ids !== null) for (let k = 0; k < ids.length; k += 1) into.push(ids[k] as number);
  for (let i = 0; i < parts.length; i += 1) gather(parts[i] as Words, into);
}

/** A set's signature has so many bits, one for each word number modulo so many: neighbours in a list get different ones. */
const SIGNATURE_BITS = 256;
const INTS = SIGNATURE_BITS / 32;
const INT_MASK = INTS - 1;
/** Sets and their words at first. */
const FIRST_SETS = 1 << 10;
const FIRST_WORDS = 1 << 14;
/** Sets that come ready are taken so many in one step. */
const STEP_SETS = 1000;
/** Word ids must fit 16 bits. */
const WORDS_MOST = 0xffff;

/**
 * Which words each set holds: a signature that turns nearly all others away, and the words themselves, sorted. A tenth of
 * what one bit for each word and set takes, and less to look at: a page keeps it for as long as it is open.
 */
export class WordTable {
  private signatures: Int32Array = new Int32Array(FIRST_SETS * INTS);
  /** For each set where its words begin; the next set's begin where they end. */
  private begins: Int32Array = new Int32Array(FIRST_SETS + 1);
  private words: Uint16Array = new Uint16Array(FIRST_WORDS);
  private sets = 0;
  /** Of two phrases that ask for the same words, the second takes the first's set. */
  private readonly index = new SetIndex((set) => this.hashOf(set));

  /** @param size word ids are at most this @throws RangeError where they do not fit 16 bits */
  constructor(size: number) {
    if (size > WORDS_MOST) throw new RangeError(`more than ${WORDS_MOST} words`);
  }

  /** Takes sets that come ready, as the first ones, in steps: they keep their numbers. */
  *prefill({ count, ids, begins }: WordSets): Generator<undefined, void> {
    this.words = ids;
    this.begins = grown(begins.subarray(0, count + 1), roomFor(Math.max(FIRST_SETS, count)) + 1);
    this.signatures = new Int32Array((this.begins.length - 1) * INTS);
    for (let set = 0; set < count; set += 1) {
      this.sign(set);
      this.index.add(this.hashOf(set), set);
      if (set % STEP_SETS === 0) yield;
    }
    this.sets = count;
  }

  /** Notes a set's signature. */
  private sign(set: number): void {
    const { words, signatures } = this;
    const end = this.begins[set + 1] as number;
    for (let k = this.begins[set] as number; k < end; k += 1) {
      const word = words[k] as number;
      (signatures[set * INTS + ((word >> 5) & INT_MASK)] as number) |= 1 << (word & 31);
    }
  }

  /** True where a set holds a word. */
  has(set: number, word: number): boolean {
    const bits = this.signatures[set * INTS + ((word >> 5) & INT_MASK)] as number;
    return ((bits >>> (word & 31)) & 1) === 1 && this.holds(set, word);
  }

  /** The same, without a look at the signature. */
  private holds(set: number, word: number): boolean {
    const { words } = this;
    let low = this.begins[set] as number;
    let high = (this.begins[set + 1] as number) - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = words[middle] as number;
      if (found === word) return true;
      if (found < word) low = middle + 1;
      else high = middle - 1;
    }
    return false;
  }

  /** The number of a set; it is filled in where it is new. */
  columnOf(words: Words): number {
    if (words.column !== NO_COLUMN) return words.column;
    const ids = idsOf(words);
    const hash = hashOfWords(ids, 0, ids.length);
    const set = this.index.find(hash, (one) => this.isSame(ids, one));
    words.column = set === NO_COLUMN ? this.fill(ids, hash) : set;
    return words.column;
  }

  private hashOf(set: number): number {
    return hashOfWords(this.words, this.begins[set] as number, this.begins[set + 1] as number);
  }

  private isSame(ids: Uint16Array, set: number): boolean {
    const begin = this.begins[set] as number;
    if ((this.begins[set + 1] as number) - begin !== ids.length) return false;
    for (let i = 0; i < ids.length; i += 1) if (this.words[begin + i] !== ids[i]) return false;
    return true;
  }

  /** Fills in a new set. @param ids in order */
  private fill(ids: Uint16Array, hash: number): number {
    const set = this.sets;
    this.sets += 1;
    const begin = this.begins[set] as number;
    const end = begin + ids.length;
    this.makeRoom(end);
    this.words.set(ids, begin);
    this.begins[set + 1] = end;
    this.sign(set);
    this.index.add(hash, set);
    return set;
  }

  private makeRoom(words: number): void {
    if (this.sets >= this.begins.length) {
      const room = roomFor(this.sets);
      this.begins = grown(this.begins, room + 1);
      this.signatures = grown(this.signatures, room * INTS);
    }
    if (words > this.words.length) this.words = grown(this.words, roomFor(words));
  }
}

/** Room for so many and a quarter more: what is asked for is kept as long as the page. */
const roomFor = (count: number) => count + (count >> 2);

/** The same numbers with room for more. */
function grown<T extends Int32Array | Uint16Array>(numbers: T, length: number): T {
  const larger = new (numbers.constructor as new (length: number) => T)(length);
  larger.set(numbers);
  return larger;
}
