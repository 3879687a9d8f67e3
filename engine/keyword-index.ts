// Which phrases a word may announce, and where the other words that they need must stand: flat tables of numbers.
import { CHECKS_MOST, type Search } from './keywords';
import type { Line } from './matcher';
import { AT, NO_SET, SEARCH, SEARCH_SIZE } from './rules';
import type { WordSets } from './unpack';
import { grown, type WordTable } from './words';

/**
 * A cell says that a word announces a phrase. It holds the first check and how far a match reaches, so that nearly all
 * cells are done with without another look: the phrase; the set of the check or NO_CHECK; packed, from where to
 * where its word may stand; packed, how many words a match begins before and ends behind the announcing word at most.
 */
const CELL = 4;
const [PHRASE, SET, RANGE, REACH] = [0, 1, 2, 3] as const;
const NO_CHECK = 0xffff;
/** Cells hold numbers of 16 bits, for a page keeps them: of phrases, and of the sets of anchors and first checks, two each. */
export const PHRASES_MOST = 30_000;
/** Two numbers from -HALF to HALF - 1 in one: a phrase is far shorter. */
const HALF = 128;
const BITS = 8;
const within = (number: number) => Math.max(-HALF, Math.min(HALF - 1, number));
const pack = (low: number, high: number) => ((within(high) + HALF) << BITS) | (within(low) + HALF);
const lowOf = (packed: number) => (packed & (2 * HALF - 1)) - HALF;
const highOf = (packed: number) => (packed >> BITS) - HALF;

/** What else is kept of one phrase, in a row of so many numbers: see SEARCH; and where its other checks stand. */
const FACTS = 5;
const [LEAST, MOST, AFTER, ENDS, ROW] = [0, 1, 2, 3, 4] as const;
/** In place of that: the checks behind the first are not worked out yet. */
const UNKNOWN = 0;
/** A check is three numbers: its set (NO_SET behind the last one), and from where to where its word may stand. */
const CHECK = 3;
/** The checks behind the first, of phrases that passed that one. */
const ROW_SIZE = CHECK * (CHECKS_MOST - 1);
/** Rows at first. */
const FIRST_ROWS = 256;

export class KeywordIndex {
  /** Cells by the announcing word: those of word w are number `at[w]` to `at[w + 1] - 1`. */
  readonly at: Int32Array;
  private readonly cells: Uint16Array;
  private readonly facts: Uint16Array;
  private checks = new Int32Array(FIRST_ROWS * ROW_SIZE);
  private rows = UNKNOWN;

  /** @param searches of the phrases; @param size word ids are at most this; @param describe asked once a phrase, when it is likely */
  constructor(
    searches: readonly number[],
    anchors: WordSets,
    size: number,
    private readonly table: WordTable,
    private readonly describe: (phrase: number) => Search,
  ) {
    [this.at, this.cells] = cellTable(searches, anchors, size);
    this.facts = factTable(searches);
  }

  /**
   * The phrase of a cell where the words around word i are those that it needs; -1 else.
   * @param boundary where not negative, a match must be able to begin before that word and end behind it
   */
  announced(cell: number, line: Line, i: number, boundary: number): number {
    const { cells } = this;
    const base = cell * CELL;
    if (boundary >= 0) {
      const reach = cells[base + REACH] as number;
      if (i - lowOf(reach) >= boundary || i + highOf(reach) <= boundary) return -1;
    }
    const set = cells[base + SET] as number;
    if (set === NO_CHECK) return this.fits(cells[base + PHRASE] as number, line, i);
    const range = cells[base + RANGE] as number;
    return this.stands(set, i + lowOf(range), i + highOf(range), line.ids)
      ? this.fits(cells[base + PHRASE] as number, line, i)
      : -1;
  }

  /** True where one of words low to high belongs to a set. */
  private stands(set: number, low: number, high: number, ids: readonly number[]): boolean {
    const { table } = this;
    const last = Math.min(high, ids.length - 1);
    for (let at = Math.max(low, 0); at <= last; at += 1) if (table.has(set, ids[at] as number)) return true;
    return false;
  }

  /** The phrase where its other conditions hold too. */
  private fits(phrase: number, { ids, asks }: Line, i: number): number {
    const { facts } = this;
    const base = phrase * FACTS;
    const ends = facts[base + ENDS] as number;
    if (ends & AT.start && i > (facts[base + MOST] as number)) return -1;
    if (ends & AT.end && ids.length - i > (facts[base + AFTER] as number)) return -1;
    if (ends & AT.question && asks === null) return -1;
    if (facts[base + ROW] === UNKNOWN) this.learnChecks(phrase);
    const { checks } = this;
    const from = (facts[base + ROW] as number) * ROW_SIZE;
    for (let c = from; c < from + ROW_SIZE; c += CHECK) {
      const set = checks[c] as number;
      if (set === NO_SET) break;
      if (!this.stands(set, i + (checks[c + 1] as number), i + (checks[c + 2] as number), ids)) return -1;
    }
    return phrase;
  }

  /**
   * Notes the checks after the first, which is in the cells, when that one is first passed. Few phrases get so far: it
   * is cheaper to work them out again than to keep them for all.
   */
  private learnChecks(phrase: number): void {
    this.rows += 1;
    this.facts[phrase * FACTS + ROW] = this.rows;
    let c = this.rows * ROW_SIZE;
    if (c === this.checks.length) this.checks = grown(this.checks, 2 * c);
    this.checks.fill(NO_SET, c, c + ROW_SIZE);
    for (const { words, low, high } of this.describe(phrase).checks.slice(1)) {
      this.checks.set([this.table.columnOf(words), low, high], c);
      c += CHECK;
    }
  }

  /** The first and the last start that a match around word i can have. */
  firstStart(phrase: number, i: number): number {
    return i - (this.facts[phrase * FACTS + MOST] as number);
  }

  lastStart(phrase: number, i: number): number {
    return i - (this.facts[phrase * FACTS + LEAST] as number);
  }
}

/** A table from words to the cells of the phrases that they announce. Plain loops: it runs once, before it is compiled. */
function cellTable(
  searches: readonly number[],
  { ids, begins }: WordSets,
  size: number,
): [Int32Array, Uint16Array] {
  const at = new Int32Array(size + 2);
  for (let base = 0; base < searches.length; base += SEARCH_SIZE) {
    const anchor = searches[base + SEARCH.anchor] as number;
    const end = begins[anchor + 1] as number;
    for (let k = begins[anchor] as number; k < end; k += 1) (at[(ids[k] as number) + 1] as number) += 1;
  }
  for (let id = 0; id <= size; id += 1) (at[id + 1] as number) += at[id] as number;
  const cells = new Uint16Array((at[size + 1] as number) * CELL);
  const next = at.slice();
  for (let base = 0; base < searches.length; base += SEARCH_SIZE) {
    const anchor = searches[base + SEARCH.anchor] as number;
    const check = searches[base + SEARCH.check] as number;
    const set = check === NO_SET ? NO_CHECK : check;
    const range = pack(searches[base + SEARCH.low] as number, searches[base + SEARCH.high] as number);
    const reach = pack(searches[base + SEARCH.most] as number, searches[base + SEARCH.after] as number);
    const end = begins[anchor + 1] as number;
    for (let k = begins[anchor] as number; k < end; k += 1) {
      const id = ids[k] as number;
      const cell = (next[id] as number) * CELL;
      cells[cell + PHRASE] = base / SEARCH_SIZE;
      cells[cell + SET] = set;
      cells[cell + RANGE] = range;
      cells[cell + REACH] = reach;
      (next[id] as number) += 1;
    }
  }
  return [at, cells];
}

/** What else is known of each phrase; its checks behind the first are not. */
function factTable(searches: readonly number[]): Uint16Array {
  const facts = new Uint16Array((searches.length / SEARCH_SIZE) * FACTS);
  for (let from = 0, base = 0; from < searches.length; from += SEARCH_SIZE, base += FACTS) {
    facts[base + LEAST] = searches[from + SEARCH.least] as number;
    facts[base + MOST] = searches[from + SEARCH.most] as number;
    facts[base + AFTER] = searches[from + SEARCH.after] as number;
    facts[base + ENDS] = searches[from + SEARCH.at] as number;
    facts[base + ROW] = UNKNOWN;
  }
  return facts;
}
