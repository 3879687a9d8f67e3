// Which words any match of a phrase must contain, and how far apart: what the matcher looks for before the phrase.
import { LONGEST_SPAN } from './code';
import type { Glossary } from './glossary';
import type { PhraseNode } from './phrase';
import { CHECKS_MOST } from './search-code';
import { type Span, sumOf } from './span';
import { union, type WordSet } from './words';

/** A match contains one of `words`, between `low` and `high` words behind some place. */
export type Keyword = { readonly words: WordSet; readonly low: number; readonly high: number };
type Placed = Keyword & { readonly item: number };

/** Where to look for a phrase: at its rarest word, and only where the words around it fit. */
export type Search = {
  readonly anchor: WordSet;
  /** Other keywords, measured from the anchor's word; the most telling first. */
  readonly checks: readonly Keyword[];
  /** A match starts between `before[0]` and `before[1]` words in front of the anchor's word. */
  readonly before: Span;
  /** A match ends at most so many words behind the start of the anchor's word. */
  readonly after: number;
  /** True where a match stands at the very start, at the very end, or beside a question mark. */
  readonly atStart: boolean;
  readonly atEnd: boolean;
  readonly asks: boolean;
};

/** The cheapest way to look for a phrase; null where no word is needed. */
export function searchOf(tree: PhraseNode, glossary: Glossary): Search | null {
  const items = itemsOf(tree);
  const spans = items.map((item) => glossary.spanOf(item));
  const keywords = needed(tree, glossary);
  if (keywords.length === 0) return null;
  const anchor = rarestOf(keywords);
  const checks = [...keywords, ...firstWords(items, keywords, glossary)].filter(
    ({ words, item }) => words !== anchor.words || item !== anchor.item,
  );
  const [least, most] = sumOf(spans, 0, anchor.item);
  return {
    anchor: anchor.words,
    checks: checks
      .map((keyword) => fromAnchor(keyword, anchor, spans))
      .sort((a, b) => likelihood(a) - likelihood(b))
      .slice(0, CHECKS_MOST),
    before: [least + anchor.low, most + anchor.high],
    after: sumOf(spans, anchor.item)[1] - anchor.low,
    atStart: items[0]?.kind === 'start',
    atEnd: items.at(-1)?.kind === 'end',
    asks: items.some(({ kind }) => kind === 'question'),
  };
}

function itemsOf(tree: PhraseNode): readonly PhraseNode[] {
  return tree.kind === 'sequence' ? tree.items : [tree];
}

function needed(tree: PhraseNode, glossary: Glossary): Placed[] {
  const placed: Placed[] = [];
  const items = itemsOf(tree);
  for (let i = 0; i < items.length; i += 1) {
    const keywords = keywordsOf(items[i] as PhraseNode, glossary);
    for (let k = 0; k < keywords.length; k += 1) {
      const { words, low, high } = keywords[k] as Keyword;
      placed.push({ words, low, high, item: i });
    }
  }
  return placed;
}

/** What a choice starts with is needed too, and its place is known better: where the rarest word may be another. */
function firstWords(items: readonly PhraseNode[], keywords: readonly Placed[], glossary: Glossary): Placed[] {
  const found: Placed[] = [];
  for (const { item, high } of keywords) {
    const node = items[item];
    if (high === 0 || !node || (node.kind !== 'choice' && node.kind !== 'list')) continue;
    const words = glossary.startsOf(node);
    if (words !== null) found.push({ words, low: 0, high: 0, item });
  }
  return found;
}

/** How likely ordinary talk passes a check, in rough units. Where the anchor's own word may pass it, it filters little. */
function likelihood({ words, low, high }: Keyword): number {
  return low <= 0 && high >= 0 ? Number.MAX_VALUE : words.commonness * (1 + high - low);
}

/** Where a keyword stands, seen from the anchor's word. */
function fromAnchor(keyword: Placed, anchor: Placed, spans: readonly Span[]): Keyword {
  const { words } = keyword;
  if (keyword.item === anchor.item)
    return { words, low: keyword.low - anchor.high, high: keyword.high - anchor.low };
  if (keyword.item > anchor.item) {
    const [low, high] = distance(anchor, keyword, spans);
    return { words, low, high };
  }
  const [low, high] = distance(keyword, anchor, spans);
  return { words, low: -high, high: -low };
}

/** Words from a keyword to one of a later item. */
function distance(from: Placed, to: Placed, spans: readonly Span[]): Span {
  const [least, most] = spans[from.item] as Span;
  const between = sumOf(spans, from.item + 1, to.item);
  return [Math.max(1, least - from.high) + between[0] + to.low, most - from.low + between[1] + to.high];
}

const NO_KEYWORDS: readonly Keyword[] = [];

/** Keywords of one part of a phrase, measured from where the part starts. */
function keywordsOf(node: PhraseNode, glossary: Glossary): readonly Keyword[] {
  const single = glossary.singleOf(node);
  if (single) return [{ words: single, low: 0, high: 0 }];
  if (node.kind === 'sequence') return keywordsOfSequence(node.items, glossary);
  if (node.kind === 'choice') return keywordsOfChoice(node.items, glossary);
  if (node.kind !== 'list') return NO_KEYWORDS;
  // A list stands in many phrases.
  const known = glossary.listKeywords.get(node.name);
  if (known) return known;
  const fresh = keywordsOfChoice(glossary.entriesOf(node.name), glossary);
  glossary.listKeywords.set(node.name, fresh);
  return fresh;
}

function keywordsOfSequence(items: readonly PhraseNode[], glossary: Glossary): Keyword[] {
  const found: Keyword[] = [];
  let [least, most] = [0, 0];
  for (const item of items) {
    for (const { words, low, high } of keywordsOf(item, glossary))
      found.push({ words, low: low + least, high: high + most });
    const span = glossary.spanOf(item);
    least += span[0];
    most += span[1];
  }
  return found;
}

/** Any alternative will do: one of the rarest words of each is needed. */
function keywordsOfChoice(items: readonly PhraseNode[], glossary: Glossary): readonly Keyword[] {
  const all: WordSet[] = [];
  let [low, high] = [items.length === 0 ? 0 : LONGEST_SPAN, 0];
  for (const item of items) {
    const keywords = keywordsOf(item, glossary);
    if (keywords.length === 0) return NO_KEYWORDS;
    const rarest = rarestOf(keywords);
    all.push(rarest.words);
    low = Math.min(low, rarest.low);
    high = Math.max(high, rarest.high);
  }
  return [{ words: union(all), low, high }];
}

function rarestOf<K extends Keyword>(keywords: readonly K[]): K {
  let best = keywords[0] as K;
  for (let i = 1; i < keywords.length; i += 1)
    if ((keywords[i] as K).words.commonness < best.words.commonness) best = keywords[i] as K;
  return best;
}
