// Writes phrases as rows of numbers, which are read faster than trees: see walker.ts for what they mean.
import { FILLERS_SKIPPED, type Glossary } from './glossary';
import type { PhraseNode } from './phrase';
import { union, type Words, type WordTable } from './words';

/** Steps of a phrase, each with the numbers that follow it. A sequence is a row of steps. */
export const STEP = {
  /** set */
  words: 0,
  /** width */
  gap: 1,
  /** set, most */
  filler: 2,
  /** end; up to it stands what may be left out */
  optional: 3,
  /** end, starts (a set, or ANY); up to it stand the alternatives: end, steps */
  choice: 4,
  /** from, end: a choice that many phrases share */
  shared: 5,
  question: 6,
  start: 7,
  end: 8,
} as const;
/** In place of a set: any word, or none. */
export const ANY = -1;

/** Where the steps of a phrase stand, and the set of words that it can start with, or ANY. */
export type Block = { readonly from: number; readonly end: number; readonly starts: number };

/** Numbers at first; doubled when they are full. */
const FIRST_SIZE = 4096;

/** Collects the steps of phrases as they are first looked at. */
export class Code {
  numbers = new Int32Array(FIRST_SIZE);
  private size = 0;
  private readonly shared = new Map<Glossary, Map<string, Block>>();

  constructor(readonly table: WordTable) {}

  /** Writes a phrase. */
  write(tree: PhraseNode, glossary: Glossary): Block {
    this.share(tree, glossary);
    const from = this.size;
    this.steps(tree, glossary);
    return { from, end: this.size, starts: this.startsOf(tree, glossary) };
  }

  private startsOf(tree: PhraseNode, glossary: Glossary): number {
    const starts = glossary.startsOf(tree);
    return starts === null ? ANY : this.table.columnOf(starts);
  }

  /** The same for alternatives, where a list stands for its longer entries. */
  private startsOfAny(items: readonly PhraseNode[], glossary: Glossary): number {
    const all: Words[] = [];
    for (const item of items) {
      const starts = glossary.startsOf(item);
      if (starts === null) return ANY;
      all.push(starts);
    }
    return this.table.columnOf(union(all));
  }

  private put(number: number): void {
    if (this.size === this.numbers.length) {
      const larger = new Int32Array(2 * this.size);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers[this.size] = number;
    this.size += 1;
  }

  /** Leaves room for the place where something ends; the place of the room. */
  private room(): number {
    this.put(0);
    return this.size - 1;
  }

  private putWords(words: Words): void {
    this.put(STEP.words);
    this.put(this.table.columnOf(words));
  }

  /** Writes the longer entries of the lists that a phrase names, each list once, before the phrase itself. */
  private share(node: PhraseNode, glossary: Glossary): void {
    if (node.kind === 'optional') this.share(node.item, glossary);
    else if (node.kind === 'sequence' || node.kind === 'choice')
      for (const item of node.items) this.share(item, glossary);
    if (node.kind !== 'list') return;
    const blocks = this.shared.get(glossary) ?? new Map<string, Block>();
    this.shared.set(glossary, blocks);
    const { longer } = glossary.alternativesOf(node.name);
    if (longer.length === 0 || blocks.has(node.name)) return;
    for (const item of longer) this.share(item, glossary);
    const from = this.size;
    this.choice(null, longer, this.startsOfAny(longer, glossary), glossary);
    blocks.set(node.name, { from, end: this.size, starts: ANY });
  }

  private steps(node: PhraseNode, glossary: Glossary): void {
    switch (node.kind) {
      case 'word':
      case 'class':
        this.putWords(glossary.singleOf(node) as Words);
        break;
      case 'gap':
        this.put(STEP.gap);
        this.put(glossary.gap);
        break;
      case 'filler':
        this.put(STEP.filler);
        this.put(this.table.columnOf(glossary.fillers));
        this.put(FILLERS_SKIPPED);
        break;
      case 'optional': {
        this.put(STEP.optional);
        const end = this.room();
        this.steps(node.item, glossary);
        this.numbers[end] = this.size;
        break;
      }
      case 'sequence':
        for (const item of node.items) this.steps(item, glossary);
        break;
      case 'choice':
      case 'list': {
        const { single, words, longer } = glossary.sort([node]);
        if (longer.length === 0) this.putWords(words);
        else this.choice(single.length === 0 ? null : words, longer, this.startsOf(node, glossary), glossary);
        break;
      }
      default:
        this.put(STEP[node.kind]);
    }
  }

  /** @param longer a list stands for its longer entries */
  private choice(
    words: Words | null,
    longer: readonly PhraseNode[],
    starts: number,
    glossary: Glossary,
  ): void {
    this.put(STEP.choice);
    const end = this.room();
    this.put(starts);
    if (words !== null) {
      const next = this.room();
      this.putWords(words);
      this.numbers[next] = this.size;
    }
    for (const item of longer) {
      const next = this.room();
      if (item.kind === 'list') this.callList(item.name, glossary);
      else this.steps(item, glossary);
      this.numbers[next] = this.size;
    }
    this.numbers[end] = this.size;
  }

  private callList(name: string, glossary: Glossary): void {
    const block = this.shared.get(glossary)?.get(name);
    this.put(STEP.shared);
    this.put(block?.from ?? 0);
    this.put(block?.end ?? 0);
  }
}
