// Turns a phrase's tree into a program over word ids, and says which words any match must contain.
import type { Lexicon } from './lexicon';
import type { PhraseNode } from './phrase';

/** A set of word ids, shared by all phrases that name the same words. */
export type WordSet = {
  readonly id: number;
  /** One bit a word id; made when first asked for, since most phrases are never looked at. */
  bits: Uint8Array | null;
  readonly members: readonly number[];
  readonly commonness: number;
};

/** True where a word id belongs to a set. */
export function holds(set: WordSet, id: number): boolean {
  const bits = set.bits ?? fillBits(set);
  return (((bits[id >> 3] ?? 0) >> (id & 7)) & 1) === 1;
}

function fillBits(set: WordSet): Uint8Array {
  const bits = new Uint8Array(((set.members.at(-1) ?? 0) >> 3) + 1);
  for (const id of set.members) bits[id >> 3] = (bits[id >> 3] ?? 0) | (1 << (id & 7));
  set.bits = bits;
  return bits;
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
  | Choice
  | { readonly kind: 'optional'; readonly item: Program };

/** `starts`: words that any alternative starts with; null where one can start with any, undefined until asked for. */
type Choice = {
  readonly kind: 'choice';
  readonly items: readonly Program[];
  starts: WordSet | null | undefined;
};

type Lists = ReadonlyMap<string, readonly PhraseNode[]>;

/** Compiles phrases; word sets are shared over all of them. */
export class Compiler {
  private readonly sets = new Map<string, WordSet>();
  private readonly listPrograms = new Map<Lists, Map<string, Program>>();

  constructor(private readonly lexicon: Lexicon) {}

  /** How many word sets there are; their ids are below it. */
  get size(): number {
    return this.sets.size;
  }

  /** @param lists the pack's lists; @param gap width of `...` in words */
  compile(node: PhraseNode, lists: Lists, gap: number): Program {
    switch (node.kind) {
      case 'word':
        return { kind: 'words', set: this.setOf(this.lexicon.idsOfWord(node.word)) };
      case 'class':
        return { kind: 'words', set: this.setOf(this.lexicon.idsOfClass(node.name)) };
      case 'gap':
        return { kind: 'gap', width: gap };
      case 'filler':
        return this.fillers(lists, gap);
      case 'list':
        return this.list(node.name, lists, gap);
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

  private fillers(lists: Lists, gap: number): Program {
    const program = this.list('filler', lists, gap);
    return {
      kind: 'skip',
      set: program.kind === 'words' ? program.set : this.setOf([]),
      most: FILLERS_SKIPPED,
    };
  }

  /** A list's program, compiled once a pack. */
  private list(name: string, lists: Lists, gap: number): Program {
    const known = this.listPrograms.get(lists) ?? new Map<string, Program>();
    this.listPrograms.set(lists, known);
    const program = known.get(name) ?? this.choice(lists.get(name) ?? [], lists, gap);
    known.set(name, program);
    return program;
  }

  /** Alternatives of one word each become one set; longer ones stay beside it. */
  private choice(items: readonly PhraseNode[], lists: Lists, gap: number): Program {
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
    return { kind: 'choice', items, starts: undefined };
  }

  /** Works out the starts of every choice in a phrase: done when the phrase is first looked at. */
  prepareChoices(program: Program): void {
    if (program.kind === 'optional') this.prepareChoices(program.item);
    else if (program.kind === 'sequence' || program.kind === 'choice') {
      for (const item of program.items) this.prepareChoices(item);
      if (program.kind === 'choice') this.startsOfChoice(program);
    }
  }

  /** The words that a choice can start with; worked out once. */
  private startsOfChoice(choice: Choice): WordSet | null {
    if (choice.starts !== undefined) return choice.starts;
    const starts = choice.items.map((item) => this.startsOf(item));
    const isKnown = starts.every((set) => set !== null);
    choice.starts = isKnown ? this.setOf(starts.flatMap((set) => set?.members ?? [])) : null;
    return choice.starts;
  }

  /** The words that a match can start with, or null where it can start with any word or with none. */
  startsOf(program: Program): WordSet | null {
    if (program.kind === 'words') return program.set;
    if (program.kind === 'choice') return this.startsOfChoice(program);
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
    const commonness = members.reduce((sum, id) => sum + this.lexicon.commonness(id), 0);
    const fresh: WordSet = { id: this.sets.size, bits: null, members, commonness };
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
