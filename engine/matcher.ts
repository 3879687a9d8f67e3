// Finds phrases in a row of word ids. First the keyword filter: a phrase is looked at only where the text contains a
// word of every part that it can't do without, its rarest part first. Then the phrase itself, word by word.
import { Compiler, holds, type Program, rarest, type WordSet } from './compile';
import type { Lexicon } from './lexicon';
import type { PhraseNode } from './phrase';

/** A text as word ids; `asks` holds i where a question mark stands before word i (or at the end). */
export type Line = { readonly ids: readonly number[]; readonly asks: ReadonlySet<number> | null };

/** Where a phrase was found: word indices [first, end). */
export type Found = { readonly first: number; readonly end: number };

/** A phrase that was compiled; `starts` are the words it can start with: null where any, undefined until asked for. */
export type Phrase = { readonly program: Program; starts: WordSet | null | undefined };
type Entry = Phrase & { readonly rule: number; readonly others: readonly WordSet[] };

/** Long texts are read in windows, so that their time stays linear: a phrase spans far fewer words than the overlap. */
const WINDOW = 96;
const OVERLAP = 40;

/** A set with words that are everywhere filters nothing and costs time at every one of them. */
const POOR_KEYWORD = 20_000;
/** More keywords than this beside the rarest filter hardly better. */
const KEYWORDS_MOST = 3;

/** Collects the phrases of all languages, then reads texts. */
export class Matcher {
  private readonly compiler: Compiler;
  private readonly byAnchor: Entry[][] = [];
  /** For each word id the sets that hold it and are the rarest part of a phrase. */
  private readonly setsOfWord: number[][];
  private readonly marked = new Set<number>();
  /** For each set the window in which it was last seen; negative where it was looked for in vain. */
  private stamps = new Int32Array(0);
  private stamp = 0;

  constructor(lexicon: Lexicon) {
    this.compiler = new Compiler(lexicon);
    this.setsOfWord = Array.from({ length: lexicon.vocabulary.size + 1 }, () => []);
  }

  /** Adds a phrase to look for; `rule` is reported where it is found. One that needs no word is never found. */
  add(tree: PhraseNode, rule: number, lists: ReadonlyMap<string, readonly PhraseNode[]>, gap: number): void {
    const program = this.compiler.compile(tree, lists, gap);
    const required = this.compiler.requirementsOf(program);
    if (required.length === 0) return;
    const anchor = rarest(required);
    const others = [...new Set(required)]
      .filter((set) => set !== anchor && set.commonness < POOR_KEYWORD)
      .sort((a, b) => a.commonness - b.commonness)
      .slice(0, KEYWORDS_MOST);
    const entry: Entry = { rule, program, starts: undefined, others };
    // Filled without holes: an array with holes is a slow hash table.
    while (this.byAnchor.length <= anchor.id) this.byAnchor.push([]);
    this.byAnchor[anchor.id]?.push(entry);
    this.mark(anchor);
  }

  /** Compiles a phrase that is only asked for after something was found; see `test`. */
  prepare(tree: PhraseNode, lists: ReadonlyMap<string, readonly PhraseNode[]>, gap: number): Phrase {
    return { program: this.compiler.compile(tree, lists, gap), starts: undefined };
  }

  /** True where the line holds a prepared phrase. */
  test(phrase: Phrase, line: Line): boolean {
    return this.search(phrase, line, 0, line.ids.length) !== null;
  }

  /** Makes the words of a set raise it when they are read. */
  private mark(set: WordSet): void {
    if (this.marked.has(set.id)) return;
    this.marked.add(set.id);
    for (const id of set.members) this.setsOfWord[id]?.push(set.id);
  }

  /** First place of every phrase in the line; null where there is none, which is the case of nearly every message. */
  find(line: Line): Map<number, Found> | null {
    const { length } = line.ids;
    if (length <= WINDOW) return this.findIn(line, 0, length, null);
    let found: Map<number, Found> | null = null;
    for (let from = 0; from === 0 || from + OVERLAP < length; from += WINDOW - OVERLAP)
      found = this.findIn(line, from, Math.min(length, from + WINDOW), found);
    return found;
  }

  private findIn(
    line: Line,
    from: number,
    to: number,
    before: Map<number, Found> | null,
  ): Map<number, Found> | null {
    let found = before;
    this.stamp += 1;
    if (this.stamps.length < this.compiler.size) this.stamps = grow(this.stamps, this.compiler.size);
    const { stamps, stamp } = this;
    let anchors: number[] | null = null;
    for (let i = from; i < to; i += 1) {
      for (const set of this.setsOfWord[line.ids[i] ?? 0] ?? NONE) {
        if (stamps[set] === stamp) continue;
        stamps[set] = stamp;
        if (anchors) anchors.push(set);
        else anchors = [set];
      }
    }
    if (anchors === null) return found;
    for (const anchor of anchors) {
      for (const entry of this.byAnchor[anchor] ?? []) {
        if (found?.has(entry.rule) || !this.isPossible(entry, line, from, to)) continue;
        const place = this.search(entry, line, from, to);
        if (place === null) continue;
        found ??= new Map();
        found.set(entry.rule, place);
      }
    }
    return found;
  }

  /** The first place of a phrase in words [from, to). */
  private search(phrase: Phrase, line: Line, from: number, to: number): Found | null {
    if (phrase.starts === undefined) {
      this.compiler.prepareChoices(phrase.program);
      phrase.starts = this.compiler.startsOf(phrase.program);
    }
    const { program, starts } = phrase;
    for (let first = from; first < to; first += 1) {
      if (starts !== null && !holds(starts, line.ids[first] ?? 0)) continue;
      const last = Math.min(to - first, LONGEST_SPAN);
      const ends = advance(program, 1, { line, first, last });
      if (ends !== 0) return { first, end: first + 31 - Math.clz32(ends) };
    }
    return null;
  }

  private isPossible({ others }: Entry, line: Line, from: number, to: number): boolean {
    for (const set of others) if (!this.contains(set, line, from, to)) return false;
    return true;
  }

  /** True where the window holds a word of the set; worked out once a window. */
  private contains(set: WordSet, { ids }: Line, from: number, to: number): boolean {
    const known = this.stamps[set.id] ?? 0;
    if (known === this.stamp) return true;
    if (known === -this.stamp) return false;
    for (let i = from; i < to; i += 1) {
      if (!holds(set, ids[i] ?? 0)) continue;
      this.stamps[set.id] = this.stamp;
      return true;
    }
    this.stamps[set.id] = -this.stamp;
    return false;
  }
}

function grow(stamps: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * size);
  larger.set(stamps);
  return larger;
}

const NONE: readonly number[] = [];
/** A phrase spans fewer words than this: places inside it are the bits of one number. */
const LONGEST_SPAN = 30;

/** Where in a line a phrase is tried: places are bits, bit k stands before word `first` + k; `last` is the last bit. */
type Trial = { readonly line: Line; readonly first: number; readonly last: number };

/** The places that `program` can reach from `places`; 0 where it can't match from any of them. */
function advance(program: Program, places: number, trial: Trial): number {
  switch (program.kind) {
    case 'words':
      return overWord(program.set, places, trial);
    case 'gap':
      return overAny(places, program.width, trial);
    case 'skip':
      return overFillers(program.set, places, program.most, trial);
    case 'optional':
      return places | advance(program.item, places, trial);
    case 'choice': {
      if (program.starts && overWord(program.starts, places, trial) === 0) return 0;
      let reached = 0;
      for (const item of program.items) reached |= advance(item, places, trial);
      return reached;
    }
    case 'sequence': {
      let reached = places;
      for (let i = 0; i < program.items.length && reached !== 0; i += 1)
        reached = advance(program.items[i] as Program, reached, trial);
      return reached;
    }
    default:
      return keepPlaces(program.kind, places, trial);
  }
}

function overWord(set: WordSet, places: number, { line, first, last }: Trial): number {
  let reached = 0;
  for (let rest = places; rest !== 0; rest &= rest - 1) {
    const place = 31 - Math.clz32(rest & -rest);
    if (place < last && holds(set, line.ids[first + place] ?? 0)) reached |= 2 << place;
  }
  return reached;
}

function overAny(places: number, width: number, { last }: Trial): number {
  let reached = places;
  for (let i = 0; i < width; i += 1) reached |= reached << 1;
  return reached & ((2 << last) - 1);
}

function overFillers(set: WordSet, places: number, most: number, trial: Trial): number {
  let reached = places;
  let newest = places;
  for (let i = 0; i < most && newest !== 0; i += 1) {
    newest = overWord(set, newest, trial);
    reached |= newest;
  }
  return reached;
}

/** Places that are a start, an end, or behind a question mark. */
function keepPlaces(kind: 'question' | 'start' | 'end', places: number, { line, first }: Trial): number {
  let kept = 0;
  for (let rest = places; rest !== 0; rest &= rest - 1) {
    const place = 31 - Math.clz32(rest & -rest);
    const at = first + place;
    const holdsHere =
      kind === 'question' ? line.asks?.has(at) : at === (kind === 'start' ? 0 : line.ids.length);
    if (holdsHere) kept |= 1 << place;
  }
  return kept;
}
