// Splits a phrase at its gaps. Pieces without gaps can be found by one automaton whose size stays small; a gap inside an
// automaton would multiply its states by all the words that may stand in it.
import { canBeEmpty, type PhraseNode } from './phrase';

/** Pieces without gaps, in order; `gaps[i]` gaps stand before piece i (0 before the first). */
export type Segments = { readonly pieces: readonly PhraseNode[]; readonly gaps: readonly number[] };

/** A phrase with more variants than this is too loose to be meant. */
const MOST_VARIANTS = 64;

/** All ways to read a phrase as pieces with gaps between them. @throws Error where there are too many */
export function segmentsOf(tree: PhraseNode): readonly Segments[] {
  const variants = variantsOf(tree);
  if (variants.length > MOST_VARIANTS)
    throw new Error(`has ${variants.length} variants of gaps; ${MOST_VARIANTS} is the most`);
  return variants.map(cut).filter(({ pieces }) => pieces.length > 0);
}

function hasGap(node: PhraseNode): boolean {
  if (node.kind === 'gap') return true;
  if (node.kind === 'optional') return hasGap(node.item);
  return (node.kind === 'sequence' || node.kind === 'choice') && node.items.some(hasGap);
}

/** Flat sequences in which gaps stand at the top. */
function variantsOf(node: PhraseNode): PhraseNode[][] {
  if (!hasGap(node)) return [[node]];
  if (node.kind === 'choice') return node.items.flatMap(variantsOf);
  if (node.kind === 'optional') return [[], ...variantsOf(node.item)];
  if (node.kind !== 'sequence') return [[node]];
  const whole: PhraseNode[][] = [[]];
  return node.items.reduce((heads, item) => {
    // What may be left out beside a gap is tried with and without, so that no piece can be empty.
    const tails = hasGap(item) ? variantsOf(item) : item.kind === 'optional' ? [[], [item.item]] : [[item]];
    const isPlainOptional = item.kind === 'optional' && !hasGap(item) && !standsAlone(node.items, item);
    return heads.flatMap((head) =>
      isPlainOptional ? [[...head, item]] : tails.map((tail) => [...head, ...tail]),
    );
  }, whole);
}

/** True where an optional item is the only thing between two gaps (or a gap and an end). */
function standsAlone(items: readonly PhraseNode[], item: PhraseNode): boolean {
  const at = items.indexOf(item);
  const start = lastIndexBefore(items, at) + 1;
  const end = items.findIndex((other, i) => i > at && hasGap(other));
  return items.slice(start, end < 0 ? items.length : end).every(canBeEmpty);
}

function lastIndexBefore(items: readonly PhraseNode[], at: number): number {
  for (let i = at - 1; i >= 0; i -= 1) if (hasGap(items[i] as PhraseNode)) return i;
  return -1;
}

function cut(items: readonly PhraseNode[]): Segments {
  const pieces: PhraseNode[] = [];
  const gaps: number[] = [];
  let waiting = 0;
  let current: PhraseNode[] = [];
  const close = () => {
    if (current.length === 0) return;
    pieces.push(current.length === 1 ? (current[0] as PhraseNode) : { kind: 'sequence', items: current });
    gaps.push(pieces.length === 1 ? 0 : waiting);
    waiting = 0;
    current = [];
  };
  for (const item of items) {
    if (item.kind === 'gap') {
      close();
      waiting += 1;
    } else current.push(item);
  }
  close();
  return { pieces, gaps };
}

/** Fewest and most words of a piece without gaps; lists by the lengths given. */
export function lengthOf(
  node: PhraseNode,
  ofList: (name: string) => readonly [number, number],
): readonly [number, number] {
  switch (node.kind) {
    case 'list':
      return ofList(node.name);
    case 'optional':
      return [0, lengthOf(node.item, ofList)[1]];
    case 'choice': {
      const all = node.items.map((item) => lengthOf(item, ofList));
      return [Math.min(...all.map(([least]) => least)), Math.max(...all.map(([, most]) => most))];
    }
    case 'sequence':
      return node.items
        .map((item) => lengthOf(item, ofList))
        .reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
    default:
      return [1, 1];
  }
}
