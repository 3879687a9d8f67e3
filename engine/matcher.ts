// Finds phrases in a row of word ids. First the keyword filter: a phrase is looked at only around a word of its rarest
// part, and only where the other words it needs stand near enough. Then the phrase itself, word by word.
// Few phrases are ever announced by their rarest word: of the others no more than their text is kept.
import { ANY, type Block, type Code } from './compile';
import type { Glossary } from './glossary';
import { KeywordIndex, PHRASES_MOST } from './keyword-index';
import { parseAgain } from './pack';
import { NO_SET, SEARCH_SIZE } from './rules';
import type { WordSets } from './unpack';
import { Walker } from './walker';

/** A text as word ids; `asks` holds i where a question mark stands before word i (or at the end). */
export type Line = { readonly ids: readonly number[]; readonly asks: ReadonlySet<number> | null };

/** Where a rule's phrase was found first: word indices [first, end). */
export type Found = { readonly rule: number; readonly first: number; readonly end: number };

/** A phrase to look for; `block` is null until its other words were seen around its rarest one, and then the text is let go. */
type Entry = {
  readonly rule: number;
  text: string;
  readonly glossary: Glossary;
  block: Block | null;
};

/** In `nexts`: found already, no start is tried again. */
const NEVER = 0x7fffffff;

/** Collects phrases, then reads texts. */
export class Matcher {
  private readonly entries: Entry[] = [];
  /** Of all phrases, as `PreparedPack` holds them. Let go of once all are there: see `seal`. */
  private searches: number[] = [];
  private index: KeywordIndex | null = null;
  private readonly walker: Walker;
  /** Counts the texts read; for each entry the one it was last looked for in, and the start to try next in it. */
  private round = 0;
  private rounds = new Int32Array(0);
  private nexts = new Int32Array(0);

  /** @param size word ids are at most this; @param anchors those that searches name by number */
  constructor(
    private readonly code: Code,
    private readonly size: number,
    private anchors: WordSets | null,
  ) {
    this.walker = new Walker(code);
  }

  /**
   * Adds a phrase to look for, before the first reading; `rule` is reported where it is found.
   * @param searches of its pack; @param at where its own begins there
   */
  add(text: string, rule: number, glossary: Glossary, searches: readonly number[], at: number): void {
    if (searches[at] === NO_SET) return;
    if (this.index !== null || this.entries.length >= PHRASES_MOST) throw new Error('no more phrases');
    this.entries.push({ rule, text, glossary, block: null });
    for (let k = 0; k < SEARCH_SIZE; k += 1) this.searches.push(searches[at + k] as number);
  }

  /** Makes ready for reading; the first reading does it else. */
  seal(): KeywordIndex {
    if (this.anchors === null) throw new Error('sealed already');
    this.index = new KeywordIndex(this.searches, this.anchors, this.size, this.code.table);
    this.searches = [];
    this.anchors = null;
    this.rounds = new Int32Array(this.entries.length);
    this.nexts = new Int32Array(this.entries.length);
    this.round = 0;
    return this.index;
  }

  /**
   * First place of every phrase in the line, in no order; null where there is none, which is the case of nearly every
   * message. Linear in the length of the line.
   * @param boundary where given, only phrases whose first place begins before that word and ends behind it
   */
  find(line: Line, boundary = -1): Found[] | null {
    const index = this.index ?? this.seal();
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
        const place = this.look(index, phrase, line, i, boundary);
        if (place === null) continue;
        if (found) found.push(place);
        else found = [place];
      }
    }
    return found;
  }

  /** Tries the starts that word i allows and that were not tried yet. */
  private look(index: KeywordIndex, phrase: number, line: Line, i: number, boundary: number): Found | null {
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

  private write(entry: Entry): Block {
    const block = this.code.write(parseAgain(entry.text), entry.glossary);
    entry.block = block;
    entry.text = '';
    return block;
  }

  /** The first place of a phrase that starts in [from, last]. */
  private search(entry: Entry, line: Line, from: number, last: number): Found | null {
    const { rule } = entry;
    const block = entry.block ?? this.write(entry);
    const { table } = this.code;
    const { starts } = block;
    for (let first = from; first <= last; first += 1) {
      if (starts !== ANY && !table.has(starts, line.ids[first] as number)) continue;
      const length = this.walker.walk(block, line, first);
      if (length > 0) return { rule, first, end: first + length };
    }
    return null;
  }
}
