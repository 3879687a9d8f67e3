// What the parts of one pack's phrases are in word ids: its lists worked out once, first words, lengths.
import { FILLERS_SKIPPED } from './code';
import type { Keyword } from './keywords';
import type { Lexicon } from './lexicon';
import type { ParsedPack } from './pack';
import type { PhraseNode } from './phrase';
import { eitherOf, NO_WORD, ONE_WORD, type Span, sumOf } from './span';
import { union, type WordSet } from './words';

/** A choice as a set of single words and the alternatives that are longer. */
type Alternatives = {
  readonly single: readonly WordSet[];
  /** All of `single`. */
  readonly words: WordSet;
  readonly longer: readonly PhraseNode[];
};

export class Glossary {
  readonly fillers: WordSet;
  /** Kept for keywords.ts. */
  readonly listKeywords = new Map<string, readonly Keyword[]>();
  private readonly listStarts = new Map<string, WordSet | null>();
  private readonly listSpans = new Map<string, Span>();
  private readonly listAlternatives = new Map<string, Alternatives>();

  /** @param lists of the pack, parsed; @param gap width of `...` in words */
  constructor(
    private readonly lexicon: Lexicon,
    private readonly lists: ParsedPack['lists'],
    readonly gap: number,
  ) {
    this.fillers = this.alternativesOf('filler').words;
  }

  entriesOf(list: string): readonly PhraseNode[] {
    return this.lists.get(list) ?? [];
  }

  /** The words that a part is, where it is always one word; null else. */
  singleOf(node: PhraseNode): WordSet | null {
    if (node.kind === 'word') return this.lexicon.wordsOf(node.word);
    return node.kind === 'class' ? this.lexicon.classOf(node.name) : null;
  }

  /** A list's entries, sorted once. */
  alternativesOf(list: string): Alternatives {
    const known = this.listAlternatives.get(list);
    if (known) return known;
    const fresh = this.sort(this.entriesOf(list));
    this.listAlternatives.set(list, fresh);
    return fresh;
  }

  /** Sorts alternatives by whether they are one word. A list gives its words to `single`; in `longer` it stands for the rest of it. */
  sort(nodes: readonly PhraseNode[]): Alternatives {
    const single: WordSet[] = [];
    const longer: PhraseNode[] = [];
    const take = (node: PhraseNode) => {
      const words = this.singleOf(node);
      if (words) single.push(words);
      else if (node.kind === 'choice') node.items.forEach(take);
      else if (node.kind === 'list') {
        const inner = this.alternativesOf(node.name);
        if (inner.single.length > 0) single.push(inner.words);
        if (inner.longer.length > 0) longer.push(node);
      } else longer.push(node);
    };
    nodes.forEach(take);
    return { single, words: union(single), longer };
  }

  /** Words that a match can start with; null where it can start with any word or with none. */
  startsOf(node: PhraseNode): WordSet | null {
    const single = this.singleOf(node);
    if (single) return single;
    if (node.kind === 'sequence') return this.startsOfSequence(node.items);
    if (node.kind === 'choice') return this.startsOfAny(node.items);
    if (node.kind !== 'list') return null;
    const known = this.listStarts.get(node.name);
    if (known !== undefined) return known;
    const starts = this.startsOfAny(this.entriesOf(node.name));
    this.listStarts.set(node.name, starts);
    return starts;
  }

  private startsOfAny(items: readonly PhraseNode[]): WordSet | null {
    const all: WordSet[] = [];
    for (const item of items) {
      const inner = this.startsOf(item);
      if (inner === null) return null;
      all.push(inner);
    }
    return union(all);
  }

  private startsOfSequence(items: readonly PhraseNode[]): WordSet | null {
    const all: WordSet[] = [];
    for (const item of items) {
      if (item.kind === 'filler') all.push(this.fillers);
      else {
        const inner = this.startsOf(item.kind === 'optional' ? item.item : item);
        if (inner === null) return null;
        all.push(inner);
        if (item.kind !== 'optional') return union(all);
      }
    }
    return null;
  }

  /** Words that a part of a phrase takes up. */
  spanOf(node: PhraseNode): Span {
    switch (node.kind) {
      case 'word':
      case 'class':
        return ONE_WORD;
      case 'gap':
        return [0, this.gap];
      case 'filler':
        return [0, FILLERS_SKIPPED];
      case 'optional':
        return [0, this.spanOf(node.item)[1]];
      case 'sequence':
        return sumOf(node.items.map((item) => this.spanOf(item)));
      case 'choice':
        return eitherOf(node.items.map((item) => this.spanOf(item)));
      case 'list': {
        const known = this.listSpans.get(node.name);
        if (known) return known;
        const fresh = eitherOf(this.entriesOf(node.name).map((entry) => this.spanOf(entry)));
        this.listSpans.set(node.name, fresh);
        return fresh;
      }
      default:
        return NO_WORD;
    }
  }
}
