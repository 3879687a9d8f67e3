// Finds phrases in a row of word ids. First the keyword filter: a phrase is looked at only around a word of its rarest
// part, and only where the other words it needs stand near enough. Then the phrase itself, word by word.
import { Compiler, type Program } from './compile';
import { KeywordIndex } from './keyword-index';
import { type Search, searchOf } from './keywords';
import type { Lexicon } from './lexicon';
import type { PhraseNode } from './phrase';
import { Walker } from './walker';
import type { WordSet } from './word-set';

/** A text as word ids; `asks` holds i where a question mark stands before word i (or at the end). */
export type Line = { readonly ids: readonly number[]; readonly asks: ReadonlySet<number> | null };

/** Where a rule's phrase was found first: word indices [first, end). */
export type Found = { readonly rule: number; readonly first: number; readonly end: number };

/** `starts` are the words it can start with: null where any, undefined until asked for. */
type Entry = {
  readonly rule: number;
  readonly program: Program;
  readonly search: Search;
  starts: WordSet | null | undefined;
};

/** Stands for "found": no start is tried again. */
const NEVER = 0x7fffffff;

/** Collects the phrases of all languages, then reads texts. */
export class Matcher {
  private readonly compiler: Compiler;
  private readonly entries: Entry[] = [];
  private readonly walker = new Walker();
  private index: KeywordIndex | null = null;
  /** Texts read so far, and for each entry the one it was last looked for in, and from which start on. */
  private round = 0;
  private rounds = new Int32Array(0);
  private nexts = new Int32Array(0);

  constructor(private readonly lexicon: Lexicon) {
    this.compiler = new Compiler(lexicon);
  }

  /** Adds a phrase to look for; `rule` is reported where it is found. One that needs no word is never found. */
  add(tree: PhraseNode, rule: number, lists: ReadonlyMap<string, readonly PhraseNode[]>, gap: number): void {
    const program = this.compiler.compile(tree, lists, gap);
    const search = searchOf(program, this.compiler);
    if (search) this.entries.push({ rule, program, search, starts: undefined });
    this.index = null;
  }

  /** Makes ready for reading; the first reading does it else. */
  seal(): KeywordIndex {
    this.index = new KeywordIndex(
      this.entries.map(({ search }) => search),
      this.lexicon.vocabulary.size,
    );
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
    const { anchorAt, anchors } = index;
    const { ids } = line;
    this.round += 1;
    let found: Found[] | null = null;
    for (let i = 0; i < ids.length; i += 1) {
      const word = ids[i] as number;
      const end = anchorAt[word + 1] as number;
      for (let k = anchorAt[word] as number; k < end; k += 1) {
        const entry = anchors[k] as number;
        if (!index.fits(entry, line, i) || (boundary >= 0 && !index.spans(entry, i, boundary))) continue;
        const place = this.look(entry, line, i, boundary);
        if (place === null) continue;
        if (found) found.push(place);
        else found = [place];
      }
    }
    return found;
  }

  /** Tries the starts that word i allows and that were not tried yet. */
  private look(number: number, line: Line, i: number, boundary: number): Found | null {
    const entry = this.entries[number] as Entry;
    const [least, most] = entry.search.before;
    const next = this.rounds[number] === this.round ? (this.nexts[number] as number) : 0;
    const last = boundary < 0 ? i - least : Math.min(i - least, boundary - 1);
    const place = this.search(entry, line, Math.max(next, i - most), last);
    this.rounds[number] = this.round;
    this.nexts[number] = place === null ? Math.max(next, last + 1) : NEVER;
    if (place === null || boundary < 0) return place;
    const isFirst = place.end > boundary && this.search(entry, line, 0, place.first - 1) === null;
    return isFirst ? place : null;
  }

  /** The first place of a phrase that starts in [from, last]. */
  private search(entry: Entry, line: Line, from: number, last: number): Found | null {
    if (from > last) return null;
    if (entry.starts === undefined) {
      this.compiler.prepare(entry.program);
      entry.starts = this.compiler.startsOf(entry.program);
    }
    const { program, starts, rule } = entry;
    for (let first = from; first <= last; first += 1) {
      if (starts !== null && !starts.has(line.ids[first] as number)) continue;
      const length = this.walker.walk(program, line, first);
      if (length > 0) return { rule, first, end: first + length };
    }
    return null;
  }
}
