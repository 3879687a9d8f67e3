// All phrases' keywords in flat tables: from a word to the phrases it may announce, then a few reads for each of them.
import type { Search } from './keywords';
import type { Line } from './matcher';
import type { SetNumbers, WordTable } from './word-set';

/** What is kept of one phrase, in a row of so many numbers: see `factsOf`. */
const FACTS = 16;
const [BEFORE, AFTER, LATEST, FURTHEST, ASKS, CHECKS] = [0, 1, 2, 3, 4, 5] as const;
/** A check is three numbers: its set (-1 behind the last one), and from where to where its word may stand. */
const CHECK = 3;
const NO_LIMIT = 0x7fffffff;

export class KeywordIndex {
  /** Phrases by the words of their anchors: those of word w are `anchors[anchorAt[w]]` to `anchors[anchorAt[w + 1]]`. */
  readonly anchorAt: Int32Array;
  readonly anchors: Int32Array;
  private readonly facts: Int32Array;
  private readonly rows: Int32Array;
  private readonly stride: number;

  /** @param table holds the sets that `factsOf` named; @param words ids are at most this */
  constructor(searches: readonly Search[], facts: Int32Array, { rows, stride }: WordTable, words: number) {
    this.facts = facts;
    this.rows = rows;
    this.stride = stride;
    [this.anchorAt, this.anchors] = anchorTable(searches, words);
  }

  /** True where the words around word i are those that the phrase needs. */
  fits(phrase: number, { ids, asks }: Line, i: number): boolean {
    const { facts, rows, stride } = this;
    const base = phrase * FACTS;
    if (i > (facts[base + LATEST] as number) || ids.length - i > (facts[base + FURTHEST] as number))
      return false;
    if (asks === null && facts[base + ASKS] === 1) return false;
    for (let c = base + CHECKS; c < base + FACTS - 1; c += CHECK) {
      const set = facts[c] as number;
      if (set < 0) break;
      const last = Math.min(i + (facts[c + 2] as number), ids.length - 1);
      let at = Math.max(i + (facts[c + 1] as number), 0);
      while (
        at <= last &&
        ((rows[(ids[at] as number) * stride + (set >> 5)] as number) & (1 << (set & 31))) === 0
      )
        at += 1;
      if (at > last) return false;
    }
    return true;
  }

  /** True where a match around word i may begin before word `boundary` and end behind it. */
  spans(phrase: number, i: number, boundary: number): boolean {
    const base = phrase * FACTS;
    return (
      i - (this.facts[base + BEFORE] as number) < boundary &&
      i + (this.facts[base + AFTER] as number) > boundary
    );
  }
}

/** The searches as rows of numbers. */
export function factsOf(searches: readonly Search[], sets: SetNumbers): Int32Array {
  const facts = new Int32Array(searches.length * FACTS);
  for (let i = 0; i < searches.length; i += 1) writeFacts(facts, i * FACTS, searches[i] as Search, sets);
  return facts;
}

function writeFacts(facts: Int32Array, base: number, search: Search, sets: SetNumbers): void {
  facts[base + BEFORE] = search.before[1];
  facts[base + AFTER] = search.after;
  facts[base + LATEST] = search.atStart ? search.before[1] : NO_LIMIT;
  facts[base + FURTHEST] = search.atEnd ? search.after : NO_LIMIT;
  facts[base + ASKS] = search.asks ? 1 : 0;
  let at = base + CHECKS;
  for (const { set, low, high } of search.checks) {
    facts[at] = sets.of(set);
    facts[at + 1] = low;
    facts[at + 2] = high;
    at += CHECK;
  }
  facts[at] = -1;
}

/** A table from words to phrases, in two flat rows. */
function anchorTable(searches: readonly Search[], words: number): [Int32Array, Int32Array] {
  const at = new Int32Array(words + 2);
  for (const { anchor } of searches) for (const id of anchor.members) (at[id + 1] as number) += 1;
  for (let id = 0; id <= words; id += 1) (at[id + 1] as number) += at[id] as number;
  const phrases = new Int32Array(at[words + 1] as number);
  const next = at.slice();
  for (let i = 0; i < searches.length; i += 1)
    for (const id of searches[i]?.anchor.members ?? []) {
      phrases[next[id] as number] = i;
      (next[id] as number) += 1;
    }
  return [at, phrases];
}
