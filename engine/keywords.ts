// Which words any match of a phrase must contain, and how far apart: what the matcher looks for before the phrase.
import type { Choice, Compiler, Program } from './compile';
import type { WordSet } from './word-set';

/** A match contains a word of `set`, between `low` and `high` words behind some place. */
export type Keyword = { readonly set: WordSet; readonly low: number; readonly high: number };

/** Where to start looking for a phrase: at its rarest word, and only where the words around it fit. */
export type Search = {
  readonly anchor: WordSet;
  /** Other keywords, measured from the anchor's word; the most telling first. */
  readonly checks: readonly Keyword[];
  /** A match starts between `before[0]` and `before[1]` words in front of the anchor's word. */
  readonly before: readonly [number, number];
  /** A match ends at most so many words behind the start of the anchor's word. */
  readonly after: number;
  /** True where a match stands at the very start, at the very end, or beside a question mark. */
  readonly atStart: boolean;
  readonly atEnd: boolean;
  readonly asks: boolean;
};

/** A phrase spans fewer words than this. */
export const LONGEST_SPAN = 30;

/** More checks than this hardly filter better. */
const CHECKS_MOST = 3;

/** Least and most words that something takes up. */
export type Span = readonly [least: number, most: number];
type Placed = Keyword & { readonly item: number };

/** The cheapest way to look for a phrase; null where no word of it is needed. */
export function searchOf(program: Program, compiler: Compiler): Search | null {
  const items = program.kind === 'sequence' ? program.items : [program];
  const spans = items.map(spanOf);
  const keywords: Placed[] = [];
  for (let i = 0; i < items.length; i += 1)
    for (const { set, low, high } of keywordsOf(items[i] as Program, compiler))
      keywords.push({ set, low, high, item: i });
  if (keywords.length === 0) return null;
  const anchor = rarestOf(keywords);
  const [least, most] = sum(spans, 0, anchor.item);
  const rest = sum(spans, anchor.item, spans.length);
  return {
    anchor: anchor.set,
    checks: checksOf(keywords, anchor, spans),
    before: [least + anchor.low, most + anchor.high],
    after: rest[1] - anchor.low,
    atStart: items[0]?.kind === 'start',
    atEnd: items.at(-1)?.kind === 'end',
    asks: items.some(({ kind }) => kind === 'question'),
  };
}

function checksOf(keywords: readonly Placed[], anchor: Placed, spans: readonly Span[]): Keyword[] {
  return keywords
    .filter((keyword) => keyword.set !== anchor.set || keyword.item !== anchor.item)
    .map((keyword) => fromAnchor(keyword, anchor, spans))
    .sort((a, b) => likelihood(a) - likelihood(b))
    .slice(0, CHECKS_MOST);
}

/** How likely ordinary talk passes a check, in rough units. Where the anchor's own word may pass it, it filters little. */
function likelihood({ set, low, high }: Keyword): number {
  return low <= 0 && high >= 0 ? Number.MAX_VALUE : set.commonness * (1 + high - low);
}

/** Where a keyword stands, seen from the anchor's word. */
function fromAnchor(keyword: Placed, anchor: Placed, spans: readonly Span[]): Keyword {
  const { set } = keyword;
  if (keyword.item === anchor.item)
    return { set, low: keyword.low - anchor.high, high: keyword.high - anchor.low };
  if (keyword.item > anchor.item) {
    const [low, high] = distance(anchor, keyword, spans);
    return { set, low, high };
  }
  const [low, high] = distance(keyword, anchor, spans);
  return { set, low: -high, high: -low };
}

/** Words from a keyword to one of a later item. */
function distance(from: Placed, to: Placed, spans: readonly Span[]): Span {
  const [least, most] = spans[from.item] as Span;
  const between = sum(spans, from.item + 1, to.item);
  return [Math.max(1, least - from.high) + between[0] + to.low, most - from.low + between[1] + to.high];
}

function sum(spans: readonly Span[], from: number, to: number): Span {
  let least = 0;
  let most = 0;
  for (let i = from; i < to; i += 1) {
    least += spans[i]?.[0] ?? 0;
    most += spans[i]?.[1] ?? 0;
  }
  return [least, most];
}

/** Keywords of one part of a phrase, measured from where the part starts. */
function keywordsOf(program: Program, compiler: Compiler): readonly Keyword[] {
  if (program.kind === 'words') return [{ set: program.set, low: 0, high: 0 }];
  if (program.kind === 'sequence') {
    const found: Keyword[] = [];
    let [least, most] = [0, 0];
    for (const item of program.items) {
      for (const { set, low, high } of keywordsOf(item, compiler))
        found.push({ set, low: low + least, high: high + most });
      const span = spanOf(item);
      least += span[0];
      most += span[1];
    }
    return found;
  }
  if (program.kind !== 'choice') return [];
  // A list stands in many phrases.
  program.keywords ??= keywordsOfChoice(program, compiler);
  return program.keywords;
}

/** Any alternative will do: the union of the rarest keyword of each is needed, and the union of their first words. */
function keywordsOfChoice(choice: Choice, compiler: Compiler): readonly Keyword[] {
  const sets: WordSet[] = [];
  let [low, high] = [choice.items.length === 0 ? 0 : LONGEST_SPAN, 0];
  for (const item of choice.items) {
    const keywords = keywordsOf(item, compiler);
    if (keywords.length === 0) return [];
    const rarest = rarestOf(keywords);
    sets.push(rarest.set);
    low = Math.min(low, rarest.low);
    high = Math.max(high, rarest.high);
  }
  const set = compiler.union(sets);
  const starts = compiler.startsOf(choice);
  return starts === null || starts === set
    ? [{ set, low, high }]
    : [
        { set, low, high },
        { set: starts, low: 0, high: 0 },
      ];
}

function rarestOf<K extends Keyword>(keywords: readonly K[]): K {
  return keywords.reduce((best, word) => (word.set.commonness < best.set.commonness ? word : best));
}

/** Words that a part of a phrase takes up. */
function spanOf(program: Program): Span {
  switch (program.kind) {
    case 'words':
      return [1, 1];
    case 'gap':
      return [0, program.width];
    case 'skip':
      return [0, program.most];
    case 'optional':
      return [0, spanOf(program.item)[1]];
    case 'sequence':
      return sum(program.items.map(spanOf), 0, program.items.length);
    case 'choice':
      program.span ??= spanOfChoice(program.items);
      return program.span;
    default:
      return [0, 0];
  }
}

function spanOfChoice(items: readonly Program[]): Span {
  let [least, most] = [items.length === 0 ? 0 : LONGEST_SPAN, 0];
  for (const item of items) {
    const span = spanOf(item);
    least = Math.min(least, span[0]);
    most = Math.max(most, span[1]);
  }
  return [least, most];
}
