// What can be worked out of the packs before any page is open: the build does it, so that a page need not.
import { Glossary } from './glossary';
import { anchorOf, searchOf } from './keywords';
import { createLexicon } from './lexicon';
import { type ParsedPack, parsePack, phrasesOf } from './pack';
import type { PhraseNode } from './phrase';
import {
  AT,
  CHECKS_MOST,
  NO_SET,
  type PackData,
  type PreparedPacks,
  type PreparedRules,
  type Rules,
  type SignalTable,
} from './rules';
import type { WordBook } from './vocabulary';
import { idsOf, type Words } from './words';

/** The rules as they ship. @throws PackError, PhraseError as `preparePacks` */
export function prepareRules({ signals, escalations, packs }: Rules): PreparedRules {
  return { signals, escalations, packs: preparePacks(packs, signals) };
}

/**
 * Checks the packs and works out what all pages need of them.
 * @throws PackError at the first fault, PhraseError where a phrase does not parse
 */
export function preparePacks(packs: readonly PackData[], table: SignalTable): PreparedPacks {
  const parsed = packs.map((pack) => parsePack(pack, table));
  const book = countWords(parsed);
  const lexicon = createLexicon(book, packs);
  const sets = { anchors: new SetWriter(), checks: new SetWriter() };
  const prepared = parsed.map((one) => {
    const glossary = new Glossary(lexicon, one.pack.lists, one.pack.gap);
    const searches = phrasesOf(one).flatMap(({ tree }) => packSearch(tree, glossary, sets));
    return { ...one.pack, searches };
  });
  return {
    packs: prepared,
    words: book.words.join(' '),
    uses: book.uses,
    lone: [...book.lone],
    anchors: sets.anchors.row,
    checks: sets.checks.row,
  };
}

/** How a phrase is looked for, as `PreparedPack` holds it. */
function packSearch(
  tree: PhraseNode,
  glossary: Glossary,
  sets: { readonly anchors: SetWriter; readonly checks: SetWriter },
): readonly number[] {
  if (anchorOf(tree, glossary) === null) return NEVER_FOUND;
  const { anchor, checks, before, after, atStart, atEnd, asks } = searchOf(tree, glossary);
  const at = (atStart ? AT.start : 0) + (atEnd ? AT.end : 0) + (asks ? AT.question : 0);
  const facts = [sets.anchors.numberOf(anchor), ...before, after, at];
  const rows = checks.flatMap(({ words, low, high }) => [sets.checks.numberOf(words), low, high]);
  return [...facts, ...rows, ...NO_CHECKS.slice(rows.length)];
}

const NO_CHECKS = Array.from({ length: CHECKS_MOST }, () => [NO_SET, 0, 0]).flat();
const NEVER_FOUND: readonly number[] = [NO_SET, 0, 0, 0, 0, ...NO_CHECKS];

/** Writes sets of words as one row of numbers. */
class SetWriter {
  readonly row: number[] = [];
  private readonly known = new Map<string, number>();

  numberOf(words: Words): number {
    const ids = idsOf(words);
    const steps = Array.from(ids, (id, i) => id - (ids[i - 1] ?? 0));
    const key = steps.join();
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const number = this.known.size;
    this.known.set(key, number);
    this.row.push(ids.length, ...steps);
    return number;
  }
}

/** All words that the packs name. */
function countWords(packs: readonly ParsedPack[]): WordBook {
  const uses = new Map<string, number>([
    ['<num>', 0],
    ['<minor>', 0],
    ['<adult>', 0],
  ]);
  const lone = new Set<string>();
  const count = (word: string) => uses.set(word, (uses.get(word) ?? 0) + 1);
  for (const { pack, lists, gates, lessons, signals } of packs) {
    for (const entries of lists.values()) for (const entry of entries) forEachWord(entry, count);
    for (const { tree } of [...gates, ...lessons]) forEachWord(tree, count);
    for (const { phrases, unless } of signals) {
      for (const { tree } of phrases) {
        forEachWord(tree, count);
        forEachLoneWord(tree, lists, (word) => lone.add(word));
      }
      for (const { tree } of unless) forEachWord(tree, count);
    }
    for (const spellings of Object.values(pack.spellings))
      for (const written of spellings) if (!uses.has(written)) uses.set(written, 0);
  }
  const words = [...uses.keys()];
  return {
    words,
    uses: [...uses.values()],
    lone: new Set(words.flatMap((word, i) => (lone.has(word) ? [i + 1] : []))),
  };
}

/** Calls `visit` for every word of a phrase. */
function forEachWord(node: PhraseNode, visit: (word: string) => void): void {
  if (node.kind === 'word') visit(node.word);
  else if (node.kind === 'optional') forEachWord(node.item, visit);
  else if (node.kind === 'sequence' || node.kind === 'choice')
    for (const item of node.items) forEachWord(item, visit);
}

/** Words that are a whole phrase by themselves. */
function forEachLoneWord(node: PhraseNode, lists: ParsedPack['lists'], visit: (word: string) => void): void {
  if (node.kind === 'word') visit(node.word);
  else if (node.kind === 'choice') for (const item of node.items) forEachLoneWord(item, lists, visit);
  else if (node.kind === 'list')
    for (const item of lists.get(node.name) ?? []) forEachLoneWord(item, lists, visit);
}
