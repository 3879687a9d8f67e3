// Which phrases a word may announce, and where the other words that they need must stand: flat tables of numbers.
import { CHECKS_MOST, type Search } from './keywords';
import type { Line } from './matcher';
import { forEachId, type Words, type WordTable } from './words';

/** What is kept of one phrase, in a row of so many numbers. */
const FACTS = 16;
const [READY, LEAST, MOST, AFTER, LATEST, FURTHEST, CHECKS] = [0, 1, 2, 3, 4, 5, 6] as const;
/** A check is three numbers: its set (NO_SET behind the last one), and from where to where its word may stand. */
const CHECK = 3;
const CHECKS_END = CHECKS + CHECK * CHECKS_MOST;
const NO_SET = -1;
const NO_LIMIT = 0x7fffffff;
/** Values of READY. */
const [UNKNOWN, KNOWN, ASKS] = [0, 1, 2] as const;

export class KeywordIndex {
  /** Phrases by the words of their anchors: those of word w are `phrases[at[w]]` to `phrases[at[w + 1] - 1]`. */
  readonly at: Int32Array;
  readonly phrases: Int32Array;
  private readonly facts: Int32Array;

  /** @param anchors of the phrases; @param size word ids are at most this */
  constructor(
    anchors: readonly Words[],
    size: number,
    private readonly table: WordTable,
  ) {
    [this.at, this.phrases] = anchorTable(anchors, size);
    this.facts = new Int32Array(anchors.length * FACTS);
  }

  isKnown(phrase: number): boolean {
    return this.facts[phrase * FACTS + READY] !== UNKNOWN;
  }

  /** Notes what to look for, before a phrase is first asked about. */
  learn(phrase: number, search: Search): void {
    const { facts } = this;
    const base = phrase * FACTS;
    facts[base + READY] = search.asks ? ASKS : KNOWN;
    facts[base + LEAST] = search.before[0];
    facts[base + MOST] = search.before[1];
    facts[base + AFTER] = search.after;
    facts[base + LATEST] = search.atStart ? search.before[1] : NO_LIMIT;
    facts[base + FURTHEST] = search.atEnd ? search.after : NO_LIMIT;
    let at = base + CHECKS;
    for (const { words, low, high } of search.checks) {
      facts[at] = this.table.columnOf(words);
      facts[at + 1] = low;
      facts[at + 2] = high;
      at += CHECK;
    }
    if (at < base + CHECKS_END) facts[at] = NO_SET;
  }

  /** True where the words around word i are those that the phrase needs. */
  fits(phrase: number, { ids, asks }: Line, i: number): boolean {
    const { facts } = this;
    const { rows, stride } = this.table;
    const base = phrase * FACTS;
    if (i > (facts[base + LATEST] as number) || ids.length - i > (facts[base + FURTHEST] as number))
      return false;
    if (asks === null && facts[base + READY] === ASKS) return false;
    for (let c = base + CHECKS; c < base + CHECKS_END; c += CHECK) {
      const set = facts[c] as number;
      if (set === NO_SET) return true;
      const bit = 1 << (set & 31);
      const column = set >> 5;
      const last = Math.min(i + (facts[c + 2] as number), ids.length - 1);
      let at = Math.max(i + (facts[c + 1] as number), 0);
      while (at <= last && ((rows[(ids[at] as number) * stride + column] as number) & bit) === 0) at += 1;
      if (at > last) return false;
    }
    return true;
  }

  /** True where a match around word i may begin before word `boundary` and end behind it. */
  spans(phrase: number, i: number, boundary: number): boolean {
    const base = phrase * FACTS;
    return (
      i - (this.facts[base + MOST] as number) < boundary &&
      i + (this.facts[base + AFTER] as number) > boundary
    );
  }

  /** The first and the last start that a match around word i can have. */
  firstStart(phrase: number, i: number): number {
    return i - (this.facts[phrase * FACTS + MOST] as number);
  }

  lastStart(phrase: number, i: number): number {
    return i - (this.facts[phrase * FACTS + LEAST] as number);
  }
}

/** A table from words to phrases, in two flat rows. */
function anchorTable(anchors: readonly Words[], size: number): [Int32Array, Int32Array] {
  const pairs: number[] = [];
  const at = new Int32Array(size + 2);
  const lastOf = new Int32Array(size + 1).fill(-1);
  anchors.forEach((anchor, phrase) => {
    forEachId(anchor, (id) => {
      if (lastOf[id] === phrase) return;
      lastOf[id] = phrase;
      pairs.push(id, phrase);
      (at[id + 1] as number) += 1;
    });
  });
  for (let id = 0; id <= size; id += 1) (at[id + 1] as number) += at[id] as number;
  const phrases = new Int32Array(pairs.length / 2);
  const next = at.slice();
  for (let i = 0; i < pairs.length; i += 2) {
    const id = pairs[i] as number;
    phrases[next[id] as number] = pairs[i + 1] as number;
    (next[id] as number) += 1;
  }
  return [at, phrases];
}
