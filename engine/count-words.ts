// All words that the packs name, and how many phrases name each.
import type { ParsedPack } from './pack';
import type { PhraseNode } from './phrase';
import type { WordBook } from './word-index';

/** All words that some packs name, in the order of their numbers: the classes of numbers first, then as they are met. */
export function countWords(packs: readonly ParsedPack[]): WordBook {
  const uses = new Map<string, number>([
    ['<num>', 0],
    ['<minor>', 0],
    ['<adult>', 0],
  ]);
  const lone = new Set<string>();
  const count = (word: string) => uses.set(word, (uses.get(word) ?? 0) + 1);
  for (const { pack, lists, gates, lessons, signals } of packs) {
    for (const entries of lists.values()) for (const entry of entries) forEachWord(entry, count);
    for (const tree of [...gates, ...lessons]) forEachWord(tree, count);
    for (const { phrases, unless } of signals) {
      for (const tree of phrases) {
        forEachWord(tree, count);
        forEachLoneWord(tree, lists, (word) => lone.add(word));
      }
      for (const tree of unless) forEachWord(tree, count);
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
