// Finds phrases in a row of word ids. First the keyword filter: a phrase is looked at only around a word of its rarest
// part, and only where the other words it needs stand near enough. Then the phrase itself, word by word.
import { ANY, type Block, CodeWriter } from './code';
import type { Compiler, Program } from './compile';
import { factsOf, KeywordIndex } from './keyword-index';
import { type Search, searchOf } from './keywords';
import type { PhraseNode } from './phrase';
import { Walker } from './walker';
import { SetNumbers, type WordTable } from './word-set';

/** A text as word ids; `asks` holds i where a question mark stands before word i (or at the end). */
export type Line = { readonly ids: readonly number[]; readonly asks: ReadonlySet<number> | null };

/** Where a rule's phrase was found first: word indices [first, end). */
export type Found = { readonly rule: number; readonly first: number; readonly end: number };

type Added = { readonly rule: number; readonly program: Program; readonly search: Search };

/** A phrase made ready; `starts` is the set of words that it can start with, or ANY. */
type Entry = {
  readonly rule: number;
  readonly block: Block;
  readonly starts: number;
  readonly least: number;
  readonly most: number;
};

/** What reading needs; made once all phrases are known. */
type Ready = {
  readonly entries: readonly Entry[];
  readonly index: KeywordIndex;
  readonly walker: Walker;
  readonly table: WordTable;
  /** For each entry the text (`round`) in which it was last looked for, and the start to try next in it. */
  readonly rounds: Int32Array;
  readonly nexts: Int32Array;
};

/** In `nexts`: found already, no start is tried again. */
const NEVER = 0x7fffffff;

/** Collects the phrases of all languages, then reads texts. */
export class Matcher {
  private added: Added[] = [];
  private ready: Ready | null = null;
  /** Counts the texts read. */
  private round = 0;

  /** @param words word ids are at most this */
  constructor(
    private readonly compiler: Compiler,
    private readonly words: number,
  ) {}

  /** Adds a phrase to look for; `rule` is reported where it is found. One that needs no word is never found. */
  add(tree: PhraseNode, rule: number, lists: ReadonlyMap<string, readonly PhraseNode[]>, gap: number): void {
    const program = this.compiler.compile(tree, lists, gap);
    const search = searchOf(program, this.compiler);
    if (search) this.added.push({ rule, program, search });
  }

  /** Makes ready for reading; nothing can be added any more. */
  seal(): void {
    const sets = new SetNumbers();
    const searches = this.added.map(({ search }) => search);
    // The words of the keywords come first in the table: they are looked at most.
    const facts = factsOf(searches, sets);
    const writer = new CodeWriter(this.compiler, sets);
    const entries = this.added.map(
      ({ rule, program, search }): Entry => ({
        rule,
        block: writer.write(program),
        starts: writer.startsOf(program),
        least: search.before[0],
        most: search.before[1],
      }),
    );
    const table = sets.table(this.words);
    this.ready = {
      entries,
      index: new KeywordIndex(searches, facts, table, this.words),
      walker: new Walker(writer.code(), table),
      table,
      rounds: new Int32Array(entries.length),
      nexts: new Int32Array(entries.length),
    };
    this.added = [];
  }

  /**
   * First place of every phrase in the line, in no order; null where there is none, which is the case of nearly every
   * message. Linear in the length of the line.
   * @param boundary where given, only phrases whose first place begins before that word and ends behind it
   */
  find(line: Line, boundary = -1): Found[] | null {
    if (this.ready === null) return null;
    const { index } = this.ready;
    const { anchorAt, anchors } = index;
    const { ids } = line;
    this.round += 1;
    let found: Found[] | null = null;
    for (let i = 0; i < ids.length; i += 1) {
      const word = ids[i] as number;
      const end = anchorAt[word + 1] as number;
      for (let k = anchorAt[word] as number; k < end; k += 1) {
        const entry = anchors[k] as number;
        if ((boundary >= 0 && !index.spans(entry, i, boundary)) || !index.fits(entry, line, i)) continue;
        const place = this.look(this.ready, entry, line, i, boundary);
        if (place === null) continue;
        if (found) found.push(place);
        else found = [place];
      }
    }
    return found;
  }

  /** Tries the starts that word i allows and that were not tried yet. */
  private look(ready: Ready, number: number, line: Line, i: number, boundary: number): Found | null {
    const { entries, rounds, nexts } = ready;
    const entry = entries[number] as Entry;
    const next = rounds[number] === this.round ? (nexts[number] as number) : 0;
    const last = boundary < 0 ? i - entry.least : Math.min(i - entry.least, boundary - 1);
    const place = search(ready, entry, line, Math.max(next, i - entry.most), last);
    rounds[number] = this.round;
    nexts[number] = place === null ? Math.max(next, last + 1) : NEVER;
    if (place === null || boundary < 0) return place;
    const isFirst = place.end > boundary && search(ready, entry, line, 0, place.first - 1) === null;
    return isFirst ? place : null;
  }
}

/** The first place of a phrase that starts in [from, last]. */
function search(
  { walker, table }: Ready,
  entry: Entry,
  line: Line,
  from: number,
  last: number,
): Found | null {
  const { rule, block, starts } = entry;
  for (let first = from; first <= last; first += 1) {
    const row = table.rows[(line.ids[first] as number) * table.stride + (starts >> 5)] as number;
    if (starts !== ANY && ((row >>> (starts & 31)) & 1) === 0) continue;
    const length = walker.walk(block, line, first);
    if (length > 0) return { rule, first, end: first + length };
  }
  return null;
}
