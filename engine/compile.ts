// Writes phrases as rows of numbers (code.ts), once, in the build: a page has no phrase to parse.
import { FIRST_WORD, STEP } from './code';
import type { Glossary } from './glossary';
import type { PhraseNode } from './phrase';
import type { SetWriter } from './set-writer';
import { idsOf, union, type WordSet } from './words';

type Row = readonly number[];

/** Writes the phrases of one pack. */
export class PhraseWriter {
  /** Rows that several phrases share: the longer entries of a list, each list once. */
  readonly shared: Row[] = [];
  private readonly lists = new Map<string, number>();

  constructor(
    private readonly glossary: Glossary,
    private readonly sets: SetWriter,
  ) {}

  /** A whole phrase. Where it may begin in several ways, their first words stand ahead: nearly all starts fail there. */
  writePhrase(tree: PhraseNode): Row {
    const row = this.write(tree);
    const first = row[0] as number;
    const isSingle = first >= FIRST_WORD || first === STEP.oneOf || first === STEP.set;
    const starts = isSingle ? null : this.glossary.startsOf(tree);
    return starts === null ? row : [STEP.ahead, this.sets.numberOf(starts), ...row];
  }

  private write(node: PhraseNode): Row {
    switch (node.kind) {
      case 'word':
      case 'class':
        return wordsRow([this.glossary.singleOf(node) as WordSet]);
      case 'gap':
        return [STEP.gap, this.glossary.gap];
      case 'filler':
        return [STEP.filler, this.sets.numberOf(this.glossary.fillers)];
      case 'optional':
        return sized(STEP.optional, this.write(node.item));
      case 'sequence':
        return node.items.flatMap((item) => this.write(item));
      case 'choice':
      case 'list':
        return this.writeChoice(node);
      default:
        return [STEP[node.kind]];
    }
  }

  private writeChoice(node: PhraseNode): Row {
    const { single, longer } = this.glossary.sort([node]);
    const words = single.filter(({ id }) => id !== null);
    const lists = single.filter(({ id }) => id === null);
    const alternatives = [
      ...(words.length > 0 ? [wordsRow(words)] : []),
      ...lists.map((list) => [STEP.set, this.sets.numberOf(list)]),
      ...longer.map((item) => (item.kind === 'list' ? this.listRow(item.name) : this.write(item))),
    ];
    return choiceRow(alternatives);
  }

  /** The entries of a list that are longer than a word. */
  private listRow(name: string): Row {
    const known = this.lists.get(name);
    const number = known ?? this.writeList(name);
    this.lists.set(name, number);
    return [STEP.shared, number];
  }

  private writeList(name: string): number {
    const { longer } = this.glossary.alternativesOf(name);
    const entries = longer.map((item) => this.write(item));
    const starts = longer.map((item) => this.glossary.startsOf(item));
    const ahead = starts.every((words) => words !== null)
      ? [STEP.ahead, this.sets.numberOf(union(starts))]
      : [];
    return this.shared.push([...ahead, ...choiceRow(entries)]) - 1;
  }
}

/** One of some words. */
function wordsRow(words: readonly WordSet[]): Row {
  const ids = idsOf(union(words));
  return ids.length === 1 ? [FIRST_WORD + (ids[0] as number)] : [STEP.oneOf, ids.length, ...ids];
}

function choiceRow(alternatives: readonly Row[]): Row {
  if (alternatives.length === 1) return alternatives[0] as Row;
  return sized(
    STEP.choice,
    alternatives.flatMap((row) => [row.length, ...row]),
  );
}

const sized = (step: number, row: Row): Row => [step, row.length, ...row];
