// Turns a phrase's tree into a program over word ids, and says which words any match must contain.
import type { Lexicon } from './lexicon';
import type { PhraseNode } from './phrase';

/** A set of word ids, shared by all phrases that name the same words. */
export type WordSet = {
  readonly id: number;
  /** One bit a word id. */
  readonly bits: Uint8Array;
  readonly members: readonly number[];
  readonly commonness: number;
};

/** True where a word id belongs to a set. */
export function holds(set: WordSet, id: number): boolean {
  return (((set.bits[id >> 3] ?? 0) >> (id & 7)) & 1) === 1;
}

/** Small words that `~` skips at most. */
const FILLERS_SKIPPED = 3;

/** A phrase as the matcher runs it. */
export type Program =
  | { readonly kind: 'words'; readonly set: WordSet }
  | { readonly kind: 'gap'; readonly width: number }
  | { readonly kind: 'skip'; readonly set: WordSet; readonly most: number }
  | { readonly kind: 'question' | 'start' | 'end' }
  | { readonly kind: 'sequence'; readonly items: readonly Program[] }
  /** `starts`: the words that any alternative starts with, or null where one can start with any word. */
  | { readonly kind: 'choice'; readonly items: readonly Program[]; readonly starts: WordSet | null }
  | { readonly kind: 'optional'; readonly item: Program };

/** Compiles phrases; word sets are shared over all of them. */
export class Compiler {
  private readonly sets = new Map<string, WordSet>();

  constructor(private readonly lexicon: Lexicon) {}

  /** @param lists the pack's lists; @param gap width of `...` in words */
  compile(node: PhraseNode, lists: ReadonlyMap<string, readonly PhraseNode[]>, gap: number): Program {
    switch (node.kind) {
      case 'word':
        return { kind: 'words', set: this.setOf(this.lexicon.idsOfWord(node.word)) };
      case 'class':
        return { kind: 'words', set: this.setOf(this.lexicon.idsOfClass(node.name)) };
      case 'gap':
        return { kind: 'gap', width: gap };
      case 'filler':
        return { kind: 'skip', set: this.fillersOf(lists), most: FILLERS_SKIPPED };
      case 'list':
        return this.choice(lists.get(node.name) ?? [], lists, gap);
      case 'choice':
        return this.choice(node.items, lists, gap);
      case 'optional':
        return { kind: 'optional', item: this.compile(node.item, lists, gap) };
      case 'sequence':
        return { kind: 'sequence', items: node.items.map((item) => this.compile(item, lists, gap)) };
      default:
        return { kind: node.kind };
    }
  }

  private fillersOf(lists: ReadonlyMap<string, readonly PhraseNode[]>): WordSet {
    const words = (lists.get('filler') ?? []).flatMap((entry) => (entry.kind === 'word' ? [entry.word] : []));
    return this.setOf(words.flatMap((word) => this.lexicon.idsOfWord(word)));
  }

  /** Alternatives of one word each become one set; longer ones stay beside it. */
  private choice(
    items: readonly PhraseNode[],
    lists: ReadonlyMap<string, readonly PhraseNode[]>,
    gap: number,
  ): Program {
    const programs = items.map((item) => this.compile(item, lists, gap));
    const flat = programs.flatMap((program) => (program.kind === 'choice' ? program.items : [program]));
    const single = flat.filter((program) => program.kind === 'words');
    const longer = flat.filter((program) => program.kind !== 'words');
    if (single.length === 0) return longer.length === 1 ? (longer[0] as Program) : this.choiceOf(longer);
    const set =
      single.length === 1 && single[0]
        ? single[0].set
        : this.setOf(single.flatMap((program) => program.set.members));
    return longer.length === 0 ? { kind: 'words', set } : this.choiceOf([{ kind: 'words', set }, ...longer]);
  }

  private choiceOf(items: readonly Program[]): Program {
    const starts = items.map((item) => this.startsOf(item));
    const isKnown = starts.every((set) => set !== null);
    return {
      kind: 'choice',
      items,
      starts: isKnown ? this.setOf(starts.flatMap((set) => set?.members ?? [])) : null,
    };
  }

  /** The words that a match can start with, or null where it can start with any word or with none. */
  startsOf(program: Program): WordSet | null {
    if (program.kind === 'words') return program.set;
    if (program.kind === 'choice') return program.starts;
    if (program.kind !== 'sequence') return null;
    const members: number[] = [];
    for (const item of program.items) {
      const inner =
        item.kind === 'optional'
          ? this.startsOf(item.item)
          : item.kind === 'skip'
            ? item.set
            : this.startsOf(item);
      if (inner === null) return null;
      members.push(...inner.members);
      if (item.kind !== 'optional' && item.kind !== 'skip') return this.setOf(members);
    }
    return null;
  }

  /** The shared set of these ids. */
  setOf(ids: readonly number[]): WordSet {
    const members = [...new Set(ids)].sort((a, b) => a - b);
    const key = members.join(' ');
    const known = this.sets.get(key);
    if (known) return known;
    const bits = new Uint8Array((this.lexicon.vocabulary.size >> 3) + 1);
    let commonness = 0;
    for (const id of members) {
      bits[id >> 3] = (bits[id >> 3] ?? 0) | (1 << (id & 7));
      commonness += this.lexicon.commonness(id);
    }
    const fresh: WordSet = { id: this.sets.size, bits, members, commonness };
    this.sets.set(key, fresh);
    return fresh;
  }

  /** Sets of which every match must contain a word: one for each part that can't be left out. */
  requirementsOf(program: Program): WordSet[] {
    if (program.kind === 'words') return [program.set];
    if (program.kind === 'sequence') return program.items.flatMap((item) => this.requirementsOf(item));
    if (program.kind !== 'choice') return [];
    const each = program.items.map((item) => this.requirementsOf(item));
    if (each.some((list) => list.length === 0)) return [];
    // Any alternative will do, so the union of the rarest part of each is required.
    return [this.setOf(each.flatMap((list) => rarest(list).members))];
  }
}

/** The set that ordinary talk contains least often. */
export function rarest(sets: readonly WordSet[]): WordSet {
  return sets.reduce((best, set) => (set.commonness < best.commonness ? set : best));
}
