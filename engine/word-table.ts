// Which written words a part of a phrase takes: single words with their forms, and sets of them.
import { indexAmong } from './search';
import type { WordSets } from './unpack';

/** A set's signature has so many bits, one for each word number modulo so many: neighbours in a list get different ones. */
const SIGNATURE_BITS = 256;
const INTS = SIGNATURE_BITS / 32;
const INT_MASK = INTS - 1;
/** Sets are taken so many in one step. */
const STEP_SETS = 1000;

/**
 * Sets as the words of the rules that they name, sorted, and for each a signature of all forms of those words, which turns
 * nearly all other words away. A tenth of what one bit for each word and set takes, and less to look at: a page keeps it
 * for as long as it is open.
 */
export class WordTable {
  private readonly signatures: Int32Array;

  /** @param sets of words of the rules; @param bases for each written word, which others it is a form of */
  constructor(
    private readonly sets: WordSets,
    private readonly bases: WordSets,
  ) {
    this.signatures = new Int32Array(sets.count * INTS);
  }

  /** Notes the signatures, in steps. @param forms of each word of the rules, but for itself */
  *sign(forms: WordSets): Generator<undefined, void> {
    const { ids, begins } = this.sets;
    for (let set = 0; set < this.sets.count; set += 1) {
      for (let k = begins[set] as number; k < (begins[set + 1] as number); k += 1) {
        const word = ids[k] as number;
        this.mark(set, word);
        const end = forms.begins[word + 1] as number;
        for (let f = forms.begins[word] as number; f < end; f += 1) this.mark(set, forms.ids[f] as number);
      }
      if (set % STEP_SETS === 0) yield;
    }
  }

  private mark(set: number, word: number): void {
    (this.signatures[set * INTS + ((word >> 5) & INT_MASK)] as number) |= 1 << (word & 31);
  }

  /** True where a written word is a word of the rules, or a form or spelling of it. */
  isForm(written: number, word: number): boolean {
    if (written === word) return true;
    const { ids, begins } = this.bases;
    const end = begins[written + 1] as number;
    for (let k = begins[written] as number; k < end; k += 1) if (ids[k] === word) return true;
    return false;
  }

  /** True where a set holds a written word. */
  has(set: number, written: number): boolean {
    const bits = this.signatures[set * INTS + ((written >> 5) & INT_MASK)] as number;
    return ((bits >>> (written & 31)) & 1) === 1 && this.holds(set, written);
  }

  /** The same, without a look at the signature. */
  private holds(set: number, written: number): boolean {
    const { ids, begins } = this.sets;
    return this.takes(ids, begins[set] as number, begins[set + 1] as number, written);
  }

  /** True where a written word is a form of one of the words `from` to `end` of a row, which stand in order. */
  takes(words: Uint16Array, from: number, end: number, written: number): boolean {
    if (indexAmong(words, from, end, written) >= 0) return true;
    const { ids, begins } = this.bases;
    const last = begins[written + 1] as number;
    for (let k = begins[written] as number; k < last; k += 1)
      if (indexAmong(words, from, end, ids[k] as number) >= 0) return true;
    return false;
  }
}
