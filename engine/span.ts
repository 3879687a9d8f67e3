// How many words a part of a phrase takes up.
import { LONGEST_SPAN } from './code';

/** Least and most words that something takes up. */
export type Span = readonly [least: number, most: number];

export const ONE_WORD: Span = [1, 1];
export const NO_WORD: Span = [0, 0];

/** Words that parts in a row take up. */
export function sumOf(spans: readonly Span[], from = 0, to = spans.length): Span {
  let [least, most] = [0, 0];
  for (let i = from; i < to; i += 1) {
    const span = spans[i] ?? NO_WORD;
    least += span[0];
    most += span[1];
  }
  return [least, most];
}

/** Words that one of several alternatives takes up. */
export function eitherOf(spans: readonly Span[]): Span {
  let [least, most] = [spans.length === 0 ? 0 : LONGEST_SPAN, 0];
  for (const span of spans) {
    least = Math.min(least, span[0]);
    most = Math.max(most, span[1]);
  }
  return [least, most];
}
