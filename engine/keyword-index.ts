// Which phrases a word may announce, and where the other words that they need must stand: flat tables of numbers.
import { CHECKS_MOST, type Search } from './keywords';
import type { Line } from './matcher';
import type { KeywordSets } from './unpack';
import { idsOf, type WordTable } from './words';

/**
 * A cell says that a word announces a phrase. It holds the first check and how far a match reaches, so that nearly all
 * cells are done with without another look: the phrase; the set of the check, NO_SET or UNKNOWN; packed, from where to
 * where its word may stand; packed, how many words a match begins before and ends behind the announcing word at most.
 */
const CELL = 4;
const [PHRASE, SET, RANGE, REACH] = [0, 1, 2, 3] as const;
const NO_SET = 0xffff;
const UNKNOWN = 0xfffe;
/**
 * Cells hold numbers of 16 bits, for a page keeps them. Phrases that were all met and written ask for about four sets each:
 * so many stay below the number of UNKNOWN.
 */
export const PHRASES_MOST = 15_000;
/** Two numbers from -HALF to HALF - 1 in one: a phrase is far shorter. */
const HALF = 128;
const BITS = 8;
const within = (number: number) => Math.max(-HALF, Math.min(HALF - 1, number));
const pack = (low: number, high: number) => ((within(high) + HALF) << BITS) | (within(low) + HALF);
const lowOf = (packed: number) => (packed & (2 * HALF - 1)) - HALF;
const highOf = (packed: number) => (packed >> BITS) - HALF;

/** What else is kept of one phrase, in a row of so many numbers. */
const FACTS = 16;
const [LEAST, MOST, LATEST, FURTHEST, ASKS, CHECKS] = [0, 1, 2, 3, 4, 5] as const;
/** A check is three numbers: its set (NO_SET behind the last one), and from where to where its word may stand. */
const CHECK = 3;
const CHECKS_END = CHECKS + CHECK * CHECKS_MOST;
const NO_LIMIT = 0x7fffffff;

export class KeywordIndex {
  /** Cells by the announcing word: those of word w are number `at[w]` to `at[w + 1] - 1`. */
  readonly at: Int32Array;
  private readonly cells: Uint16Array;
  private readonly facts: Int32Array;

  /** @param keywords the set of each phrase's anchor; @param size word ids are at most this; @param describe asked once or twice a phrase, when first met */
  constructor(
    keywords: readonly number[],
    sets: KeywordSets,
    size: number,
    private readonly table: WordTable,
    private readonly describe: (phrase: number) => Search,
  ) {
    [this.at, this.cells] = anchorTable(keywords, sets, size);
    this.facts = new Int32Array(keywords.length * FACTS);
  }

  /**
   * The phrase of a cell where the words around word i are those that it needs; -1 else.
   * @param boundary where not negative, a match must be able to begin before that word and end behind it
   */
  announced(cell: number, line: Line, i: number, boundary: number): number {
    const { cells } = this;
    const base = cell * CELL;
    if (cells[base + SET] === UNKNOWN) this.learn(cells[base + PHRASE] as number);
    if (boundary >= 0) {
      const reach = cells[base + REACH] as number;
      if (i - lowOf(reach) >= boundary || i + highOf(reach) <= boundary) return -1;
    }
    const set = cells[base + SET] as number;
    if (set === NO_SET) return this.fits(cells[base + PHRASE] as number, line, i);
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
    if (i > (facts[base + LATEST] as number) || ids.length - i > (facts[base + FURTHEST] as number))
      return -1;
    if (asks === null && facts[base + ASKS] === 1) return -1;
    if (facts[base + CHECKS] === UNKNOWN) this.learnChecks(phrase);
    for (let c = base + CHECKS; c < base + CHECKS_END; c += CHECK) {
      const set = facts[c] as number;
      if (set === NO_SET) break;
      if (!this.stands(set, i + (facts[c + 1] as number), i + (facts[c + 2] as number), ids)) return -1;
    }
    return phrase;
  }

  /** Notes what to look for, when a phrase is first announced. */
  private learn(phrase: number): void {
    const { facts, cells, at } = this;
    const search = this.describe(phrase);
    const base = phrase * FACTS;
    facts[base + LEAST] = search.before[0];
    facts[base + MOST] = search.before[1];
    facts[base + LATEST] = search.atStart ? search.before[1] : NO_LIMIT;
    facts[base + FURTHEST] = search.atEnd ? search.after : NO_LIMIT;
    facts[base + ASKS] = search.asks ? 1 : 0;
    facts[base + CHECKS] = UNKNOWN;
    const first = search.checks[0];
    const set = first ? this.table.columnOf(first.words) : NO_SET;
    const range = first ? pack(first.low, first.high) : 0;
    const reach = pack(search.before[1], search.after);
    const ids = idsOf(search.anchor);
    for (let k = 0; k < ids.length; k += 1) {
      const id = ids[k] as number;
      for (let cell = at[id] as number; cell < (at[id + 1] as number); cell += 1) {
        if (cells[cell * CELL + PHRASE] !== phrase) continue;
        cells[cell * CELL + SET] = set;
        cells[cell * CELL + RANGE] = range;
        cells[cell * CELL + REACH] = reach;
      }
    }
  }

  /**
   * Notes the checks after the first, which is in the cells, when that one is first passed. Few phrases get so far: it
   * is cheaper to work them out again than to keep them for all.
   */
  private learnChecks(phrase: number): void {
    const { facts } = this;
    const base = phrase * FACTS;
    facts.fill(NO_SET, base + CHECKS, base + CHECKS_END);
    let c = base + CHECKS;
    for (const { words, low, high } of this.describe(phrase).checks.slice(1)) {
      facts[c] = this.table.columnOf(words);
      facts[c + 1] = low;
      facts[c + 2] = high;
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

/** A table from words to cells that are not described yet. Plain loops: it runs once, before it is compiled. */
function anchorTable(
  keywords: readonly number[],
  { ids, begins }: KeywordSets,
  size: number,
): [Int32Array, Uint16Array] {
  const at = new Int32Array(size + 2);
  for (let phrase = 0; phrase < keywords.length; phrase += 1) {
    const set = keywords[phrase] as number;
    const end = begins[set + 1] as number;
    for (let k = begins[set] as number; k < end; k += 1) (at[(ids[k] as number) + 1] as number) += 1;
  }
  for (let id = 0; id <= size; id += 1) (at[id + 1] as number) += at[id] as number;
  const cells = new Uint16Array((at[size + 1] as number) * CELL);
  const next = at.slice();
  for (let phrase = 0; phrase < keywords.length; phrase += 1) {
    const set = keywords[phrase] as number;
    const end = begins[set + 1] as number;
    for (let k = begins[set] as number; k < end; k += 1) {
      const id = ids[k] as number;
      const base = (next[id] as number) * CELL;
      cells[base + PHRASE] = phrase;
      cells[base + SET] = UNKNOWN;
      (next[id] as number) += 1;
    }
  }
  return [at, cells];
}
