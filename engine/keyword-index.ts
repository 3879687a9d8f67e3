// Which phrases a word may announce, and where the other words that they need must stand: flat tables of numbers.
import { Announcing } from './announcing';
import type { Line } from './matcher';
import { AT, CHECK, CHECK_SIZE, CHECKS_MOST, NO_SET, SEARCH, SEARCH_SIZE } from './search-code';
import type { WordSets } from './unpack';
import type { WordTable } from './word-table';

/**
 * A cell says that a word announces a phrase. It holds the first check and how far a match reaches, so that nearly all
 * cells are done with without another look: the phrase; the set of the check or NO_CHECK; packed, from where to
 * where its word may stand; packed, how many words a match begins before and ends behind the announcing word at most.
 */
const CELL = 4;
const [PHRASE, SET, RANGE, REACH] = [0, 1, 2, 3] as const;
const NO_CHECK = 0xffff;
/** Two numbers from -HALF to HALF - 1 in one: a phrase is far shorter. */
const HALF = 128;
const BITS = 8;
const within = (number: number) => Math.max(-HALF, Math.min(HALF - 1, number));
const pack = (low: number, high: number) => ((within(high) + HALF) << BITS) | (within(low) + HALF);
const lowOf = (packed: number) => (packed & (2 * HALF - 1)) - HALF;
const highOf = (packed: number) => (packed >> BITS) - HALF;

/** What else is kept of one phrase: see SEARCH; then the set and the range of each check behind the first. */
const [LEAST, MOST, AFTER, ENDS, CHECKS] = [0, 1, 2, 3, 4] as const;
const FACTS = CHECKS + 2 * (CHECKS_MOST - 1);

/** Cells by the announcing word: those of word w are number `at[w]` to `at[w + 1] - 1`. */
type CellTable = { readonly at: Int32Array; readonly cells: Uint16Array };

/**
 * Builds the index, in steps.
 * @param searches of the phrases; @param anchors those that searches name by number, without their forms
 */
export function* indexSteps(
  searches: readonly number[],
  anchors: WordSets,
  forms: WordSets,
  table: WordTable,
): Generator<undefined, KeywordIndex> {
  const cells = yield* cellSteps(searches, anchors, forms);
  yield;
  return new KeywordIndex(cells, factTable(searches), table);
}

export class KeywordIndex {
  readonly at: Int32Array;
  private readonly cells: Uint16Array;

  constructor(
    { at, cells }: CellTable,
    private readonly facts: Uint16Array,
    private readonly table: WordTable,
  ) {
    this.at = at;
    this.cells = cells;
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
    for (let c = base + CHECKS; c < base + FACTS; c += 2) {
      const set = facts[c] as number;
      if (set === NO_CHECK) break;
      const range = facts[c + 1] as number;
      if (!this.stands(set, i + lowOf(range), i + highOf(range), ids)) return -1;
    }
    return phrase;
  }

  /** The first and the last start that a match around word i can have. */
  firstStart(phrase: number, i: number): number {
    return i - (this.facts[phrase * FACTS + MOST] as number);
  }

  lastStart(phrase: number, i: number): number {
    return i - (this.facts[phrase * FACTS + LEAST] as number);
  }
}

/** So many numbers of searches are looked at in one step. */
const STEP_NUMBERS = 1000 * SEARCH_SIZE;

/** Plain loops: it runs once, too early for the browser to make it fast. */
function* cellSteps(
  searches: readonly number[],
  anchors: WordSets,
  forms: WordSets,
): Generator<undefined, CellTable> {
  const size = forms.count - 1;
  const announcing = new Announcing(anchors, forms);
  const at = new Int32Array(size + 2);
  for (let base = 0; base < searches.length; base += SEARCH_SIZE) {
    const count = announcing.gather(searches[base + SEARCH.anchor] as number);
    for (let k = 0; k < count; k += 1) (at[(announcing.words[k] as number) + 1] as number) += 1;
    if (base % STEP_NUMBERS === 0) yield;
  }
  for (let id = 0; id <= size; id += 1) (at[id + 1] as number) += at[id] as number;
  const cells = new Uint16Array((at[size + 1] as number) * CELL);
  const next = at.slice();
  for (let base = 0; base < searches.length; base += SEARCH_SIZE) {
    const [set, range] = checkAt(searches, base + SEARCH.checks);
    const reach = pack(searches[base + SEARCH.most] as number, searches[base + SEARCH.after] as number);
    const count = announcing.gather(searches[base + SEARCH.anchor] as number);
    for (let k = 0; k < count; k += 1) {
      const id = announcing.words[k] as number;
      const cell = (next[id] as number) * CELL;
      cells[cell + PHRASE] = base / SEARCH_SIZE;
      cells[cell + SET] = set;
      cells[cell + RANGE] = range;
      cells[cell + REACH] = reach;
      (next[id] as number) += 1;
    }
    if (base % STEP_NUMBERS === 0) yield;
  }
  return { at, cells };
}

/** A check as it is kept: its set or NO_CHECK, and packed, from where to where its word may stand. */
function checkAt(searches: readonly number[], at: number): readonly [set: number, range: number] {
  const set = searches[at + CHECK.set] as number;
  const range = pack(searches[at + CHECK.low] as number, searches[at + CHECK.high] as number);
  return [set === NO_SET ? NO_CHECK : set, range];
}

/** What else is known of each phrase. */
function factTable(searches: readonly number[]): Uint16Array {
  const facts = new Uint16Array((searches.length / SEARCH_SIZE) * FACTS);
  for (let from = 0, base = 0; from < searches.length; from += SEARCH_SIZE, base += FACTS) {
    facts[base + LEAST] = searches[from + SEARCH.least] as number;
    facts[base + MOST] = searches[from + SEARCH.most] as number;
    facts[base + AFTER] = searches[from + SEARCH.after] as number;
    facts[base + ENDS] = searches[from + SEARCH.at] as number;
    for (let c = 1; c < CHECKS_MOST; c += 1)
      facts.set(checkAt(searches, from + SEARCH.checks + c * CHECK_SIZE), base + CHECKS + 2 * (c - 1));
  }
  return facts;
}
