// Turns a phrase's tree into a program over word ids.
import type { Keyword, Span } from './keywords';
import type { Lexicon } from './lexicon';
import type { NumberClass, PhraseNode } from './phrase';
import { WordSet } from './word-set';

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

export type Choice = {
  readonly kind: 'choice';
  readonly items: readonly Program[];
  /** Words that any alternative starts with; null where one can start with any, undefined until asked for. */
  starts: WordSet | null | undefined;
  /** True for alternatives of a list, which many phrases share. */
  readonly isShared: boolean;
  /** What any match of it contains, and how many words it takes up; null until asked for (keywords.ts). */
  keywords: readonly Keyword[] | null;
  span: Span | null;
};

type Lists = ReadonlyMap<string, readonly PhraseNode[]>;

/** Compiles phrases; word sets are shared over all of them. */
export class Compiler {
  /** Unions by the ids of their parts: two that name the same words in other ways may be apart, which harms nothing. */
  private readonly unions = new Map<string, WordSet>();
  private readonly ofWord = new Map<string, WordSet>();
  private readonly ofClass = new Map<NumberClass, WordSet>();
  private readonly listPrograms = new Map<Lists, Map<string, Program>>();
  private size = 0;

  constructor(private readonly lexicon: Lexicon) {}

  /** @param lists the pack's lists; @param gap width of `...` in words */
  compile(node: PhraseNode, lists: Lists, gap: number): Program {
    switch (node.kind) {
      case 'word':
        return { kind: 'words', set: this.wordSet(node.word) };
      case 'class':
        return { kind: 'words', set: this.classSet(node.name) };
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
        return this.sequence(node.items, lists, gap);
      default:
        return { kind: node.kind };
    }
  }

  private sequence(nodes: readonly PhraseNode[], lists: Lists, gap: number): Program {
    const items: Program[] = [];
    for (const node of nodes) {
      const item = this.compile(node, lists, gap);
      if (item.kind === 'sequence') items.push(...item.items);
      else items.push(item);
    }
    return { kind: 'sequence', items };
  }

  private fillers(lists: Lists, gap: number): Program {
    const program = this.list('filler', lists, gap);
    return {
      kind: 'skip',
      set: program.kind === 'words' ? program.set : this.union([]),
      most: FILLERS_SKIPPED,
    };
  }

  /** A list's program, compiled once a pack. */
  private list(name: string, lists: Lists, gap: number): Program {
    const known = this.listPrograms.get(lists) ?? new Map<string, Program>();
    this.listPrograms.set(lists, known);
    const program = known.get(name) ?? shared(this.choice(lists.get(name) ?? [], lists, gap));
    known.set(name, program);
    return program;
  }

  /** Alternatives of one word each become one set; longer ones stay beside it, those of a list as one. */
  private choice(nodes: readonly PhraseNode[], lists: Lists, gap: number): Program {
    const single: WordSet[] = [];
    const longer: Program[] = [];
    const sort = (program: Program) => {
      if (program.kind === 'words') single.push(program.set);
      else if (program.kind === 'choice' && !program.isShared) program.items.forEach(sort);
      else longer.push(program);
    };
    for (const node of nodes) sort(this.compile(node, lists, gap));
    if (single.length === 0) return longer.length === 1 ? (longer[0] as Program) : choiceOf(longer);
    const words: Program = { kind: 'words', set: this.union(single) };
    return longer.length === 0 ? words : choiceOf([words, ...longer]);
  }

  private wordSet(word: string): WordSet {
    const known = this.ofWord.get(word);
    if (known) return known;
    const fresh = this.fresh([], this.lexicon.idsOfWord(word));
    this.ofWord.set(word, fresh);
    return fresh;
  }

  private classSet(name: NumberClass): WordSet {
    const known = this.ofClass.get(name) ?? this.fresh([], this.lexicon.idsOfClass(name));
    this.ofClass.set(name, known);
    return known;
  }

  private fresh(parts: readonly WordSet[], own: readonly number[]): WordSet {
    let commonness = 0;
    for (const id of own) commonness += this.lexicon.commonness(id);
    for (const part of parts) commonness += part.commonness;
    this.size += 1;
    return new WordSet(this.size, commonness, parts, own);
  }

  /** The shared set of all words of some sets. */
  union(sets: readonly WordSet[]): WordSet {
    if (sets.length === 1 && sets[0]) return sets[0];
    const parts = [...new Set(sets)].sort((a, b) => a.id - b.id);
    if (parts.length === 1 && parts[0]) return parts[0];
    let key = '';
    for (const { id } of parts) key += `${id} `;
    const known = this.unions.get(key);
    if (known) return known;
    const fresh = this.fresh(parts, []);
    this.unions.set(key, fresh);
    return fresh;
  }

  /** The words that a choice can start with; worked out once. */
  private startsOfChoice(choice: Choice): WordSet | null {
    if (choice.starts !== undefined) return choice.starts;
    const starts = choice.items.map((item) => this.startsOf(item));
    choice.starts = starts.every((set) => set !== null) ? this.union(starts) : null;
    return choice.starts;
  }

  /** The words that a match can start with, or null where it can start with any word or with none. */
  startsOf(program: Program): WordSet | null {
    if (program.kind === 'words') return program.set;
    if (program.kind === 'choice') return this.startsOfChoice(program);
    if (program.kind !== 'sequence') return null;
    const sets: WordSet[] = [];
    for (const item of program.items) {
      if (item.kind === 'skip') sets.push(item.set);
      else {
        const inner = this.startsOf(item.kind === 'optional' ? item.item : item);
        if (inner === null) return null;
        sets.push(inner);
        if (item.kind !== 'optional') return this.union(sets);
      }
    }
    return null;
  }
}

function choiceOf(items: readonly Program[], isShared = false): Choice {
  return { kind: 'choice', items, starts: undefined, isShared, keywords: null, span: null };
}

/** A list's program whose longer alternatives are one choice, the same wherever the list is named. */
function shared(program: Program): Program {
  if (program.kind !== 'choice' || program.isShared) return program;
  const words = program.items.filter(({ kind }) => kind === 'words');
  const longer = choiceOf(
    program.items.filter(({ kind }) => kind !== 'words'),
    true,
  );
  return words.length === 0 ? longer : choiceOf([...words, longer]);
}
