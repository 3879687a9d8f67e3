// Reads one language's pack: every phrase parsed and checked, so that a fault is found before anything is shipped.
import { splitWords } from './normalise';
import { canBeEmpty, hasLostMark, type PhraseNode } from './phrase';
import { PhraseParser } from './phrase-parser';
import type { PackData, PackSignal, SignalTable } from './rules';

/** A pack that can't be used; names its language and, where known, the signal. */
export class PackError extends Error {
  constructor(
    message: string,
    readonly language: string,
    readonly signal: string | null = null,
  ) {
    super(`${language}${signal ? ` ${signal}` : ''}: ${message}`);
  }
}

/** Phrases of one signal; those that stand several times in a pack are one object. */
type ParsedSignal = {
  readonly id: string;
  readonly speaker: PackSignal['speaker'];
  readonly phrases: readonly PhraseNode[];
  readonly unless: readonly PhraseNode[];
};

export type ParsedPack = {
  readonly pack: PackData;
  readonly lists: ReadonlyMap<string, readonly PhraseNode[]>;
  readonly gates: readonly PhraseNode[];
  readonly lessons: readonly PhraseNode[];
  readonly signals: readonly ParsedSignal[];
};

/** A word that the tokeniser leaves as it is: most words of a pack. */
const PLAIN = /^[a-z]{1,40}$/;
const split = (text: string) => (PLAIN.test(text) ? [text] : splitWords(text).words);

/**
 * Parses one pack.
 * @throws PackError at the first fault, PhraseError where a phrase does not parse
 */
export function parsePack(pack: PackData, table: SignalTable): ParsedPack {
  const { language } = pack;
  const parser = new PhraseParser(split);
  const lists = new Map<string, readonly PhraseNode[]>();
  for (const [name, entries] of Object.entries(pack.lists)) {
    lists.set(
      name,
      entries.map((entry) => parser.parse(entry)),
    );
  }
  const known = new Map<string, PhraseNode>();
  const parseOne = (text: string, signal: string): PhraseNode => {
    const tree = parser.parse(text);
    const fault = faultOf(tree, lists);
    if (fault !== null) throw new PackError(`"${text}" ${fault}`, language, signal);
    known.set(text, tree);
    return tree;
  };
  const parseAll = (texts: readonly string[], signal: string) =>
    texts.map((text) => known.get(text) ?? parseOne(text, signal));
  const gates = parseAll(pack.gates, '');
  const lessons = parseAll(pack.lessons, '');
  const signals: ParsedSignal[] = [];
  for (const { id, speaker, phrases, unless } of pack.signals) {
    if (!table[id]) throw new PackError('unknown signal', language, id);
    signals.push({
      id,
      speaker,
      phrases: parseAll(phrases, id),
      unless: parseAll(unless, id),
    });
  }
  return { pack, lists, gates, lessons, signals };
}

/** What is wrong with a phrase, or null. */
function faultOf(tree: PhraseNode, lists: ParsedPack['lists']): string | null {
  const missing = unknownList(tree, lists);
  return missing === null ? shapeFaultOf(tree) : `names an unknown list [${missing}]`;
}

/** What is wrong with the shape of a phrase, whatever its lists hold, or null. */
export function shapeFaultOf(tree: PhraseNode): string | null {
  if (canBeEmpty(tree)) return 'can match nothing';
  if (hasLostMark(tree)) return 'can match nothing: ^ stands behind a word, or $ before one';
  if (tree.kind !== 'sequence') return null;
  if (tree.items[0]?.kind === 'gap') return 'starts with a gap';
  // It would only make the match longer than what was said, and hide another sign that stands there.
  return tree.items.at(-1)?.kind === 'gap' ? 'ends with a gap' : null;
}

function unknownList(node: PhraseNode, lists: ParsedPack['lists']): string | null {
  if (node.kind === 'list') return lists.has(node.name) ? null : node.name;
  if (node.kind === 'optional') return unknownList(node.item, lists);
  if (node.kind !== 'sequence' && node.kind !== 'choice') return null;
  for (const item of node.items) {
    const name = unknownList(item, lists);
    if (name !== null) return name;
  }
  return null;
}
