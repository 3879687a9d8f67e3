// Finds phrases in a row of word ids. First the keyword filter: a phrase is looked at only around a word of its rarest
// part, and only where the other words it needs stand near enough. Then the phrase itself, word by word.
import { indexSteps, type KeywordIndex } from './keyword-index';
import type { Program } from './program';
import type { NumberRow } from './rules';
import { NO_SET, SEARCH_SIZE } from './search-code';
import type { WordSets } from './unpack';
import { Walker } from './walker';
import type { WordTable } from './word-table';

/** A text as word ids; `asks` holds i where a question mark stands before word i (or at the end). */
export type Line = { readonly ids: readonly number[]; readonly asks: ReadonlySet<number> | null };

/** Where a rule's phrase was found first: word indices [first, end). */
export type Found = { readonly rule: number; readonly first: number; readonly end: number };

/** A phrase to look for: a row of its pack's program. */
type Entry = { readonly rule: number; readonly program: Program; readonly row: number };

/** What a matcher looks words up in; all of a detector share it. */
export type WordTables = {
  readonly table: WordTable;
  /** Sets that searches name by number, and for each word of the rules the others that are forms of it. */
  readonly anchors: WordSets;
  readonly forms: WordSets;
};

/** In `nexts`: found already, no start is tried again. */
const NEVER = 0x7fffffff;

/** Collects phrases to look for. */
export class MatcherBuilder {
  private readonly entries: Entry[] = [];
  /** Of all phrases, as `PreparedPack` holds them. */
  private readonly searches: number[] = [];

  /**
   * Adds a phrase; its `rule` is reported where it is found.
   * @param searches of its pack; @param at where its own begins there
   */
  add(entry: Entry, searches: NumberRow, at: number): void {
    if (searches[at] === NO_SET) return;
    this.entries.push(entry);
    for (let k = 0; k < SEARCH_SIZE; k += 1) this.searches.push(searches[at + k] as number);
  }

  /** Makes a matcher of them, in steps. */
  *build({ table, anchors, forms }: WordTables): Generator<undefined, Matcher> {
    const index = yield* indexSteps(this.searches, anchors, forms, table);
    return new Matcher(this.entries, index, new Walker(table));
  }
}

/** Reads texts. */
export class Matcher {
  /** Counts the texts read; for each entry the one it was last looked for in, and the start to try next in it. */
  private round = 0;
  private readonly rounds: Int32Array;
  private readonly nexts: Int32Array;

  constructor(
    private readonly entries: readonly Entry[],
    private readonly index: KeywordIndex,
    private readonly walker: Walker,
  ) {
    this.rounds = new Int32Array(entries.length);
    this.nexts = new Int32Array(entries.length);
  }

  /**
   * First place of every phrase in the line, in no order; null where there is none, which is the case of nearly every
   * message. Linear in the length of the line.
   * @param boundary where given, only phrases whose first place begins before that word and ends behind it
   */
  find(line: Line, boundary = -1): Found[] | null {
    const { index } = this;
    const { at } = index;
    const { ids } = line;
    this.round += 1;
    let found: Found[] | null = null;
    for (let i = 0; i < ids.length; i += 1) {
      const word = ids[i] as number;
      const end = at[word + 1] as number;
      for (let cell = at[word] as number; cell < end; cell += 1) {
        const phrase = index.announced(cell, line, i, boundary);
        if (phrase < 0) continue;
        const place = this.look(phrase, line, i, boundary);
        if (place === null) continue;
        if (found) found.push(place);
        else found = [place];
      }
    }
    return found;
  }

  /** Tries the starts that word i allows and that were not tried yet. */
  private look(phrase: number, line: Line, i: number, boundary: number): Found | null {
    const { index } = this;
    const entry = this.entries[phrase] as Entry;
    const next = this.rounds[phrase] === this.round ? (this.nexts[phrase] as number) : 0;
    const latest = index.lastStart(phrase, i);
    const last = boundary < 0 ? latest : Math.min(latest, boundary - 1);
    const place = this.search(entry, line, Math.max(next, index.firstStart(phrase, i)), last);
    this.rounds[phrase] = this.round;
    this.nexts[phrase] = place === null ? Math.max(next, last + 1) : NEVER;
    if (place === null || boundary < 0) return place;
    const isFirst = place.end > boundary && this.search(entry, line, 0, place.first - 1) === null;
    return isFirst ? place : null;
  }

  /** The first place of a phrase that starts in [from, last]. */
  private search({ rule, program, row }: Entry, line: Line, from: number, last: number): Found | null {
    for (let first = from; first <= last; first += 1) {
      if (!this.walker.mayBegin(program, row, line.ids[first] as number)) continue;
      const length = this.walker.walk(program, row, line, first);
      if (length > 0) return { rule, first, end: first + length };
    }
    return null;
  }
}
