// What a classifier looks at in a message: each word, each pair of neighbours, each sign, and whose it is.
import type { SpokenHit } from './detector';
import type { Line } from './matcher';

/** A feature is one number: whose message, the word, and the one before it. */
const WORD_BITS = 15;
const WORD_MASK = (1 << WORD_BITS) - 1;
/** In place of a word: the begin and the end of a message, and "whatever stands before". */
export const [BEGIN, END, ANY] = [WORD_MASK, WORD_MASK - 1, WORD_MASK - 2] as const;
/** Words with larger numbers do not fit. */
export const WORDS_MOST = ANY - 1;

/** The number of a feature. */
export function featureOf(isSelf: boolean, word: number, before: number): number {
  return ((isSelf ? 1 : 0) << (2 * WORD_BITS)) | (word << WORD_BITS) | before;
}

/** The parts of a feature again. */
export function partsOf(feature: number): {
  readonly isSelf: boolean;
  readonly word: number;
  readonly before: number;
} {
  return {
    isSelf: feature >> (2 * WORD_BITS) === 1,
    word: (feature >> WORD_BITS) & WORD_MASK,
    before: feature & WORD_MASK,
  };
}

/** Calls `visit` for every word alone, and for every word with the one before it, the message's begin and end among them. */
export function forEachFeature({ ids }: Line, visit: (word: number, before: number) => void): void {
  let before: number = BEGIN;
  for (let i = 0; i < ids.length; i += 1) {
    const word = ids[i] as number;
    visit(word, ANY);
    visit(word, before);
    before = word;
  }
  visit(END, before);
}

/** The signs of a message that are its writer's to give, each once, with whose they are. */
export function signsOf(hits: readonly SpokenHit[], isSelf: boolean): readonly string[] {
  if (hits.length === 0) return NO_SIGNS;
  const notTheirs = isSelf ? 'other' : 'self';
  const theirs = hits.filter(({ speaker }) => speaker !== notTheirs);
  return [...new Set(theirs.map(({ signal }) => `${isSelf ? 'self' : 'other'} ${signal}`))];
}

const NO_SIGNS: readonly string[] = [];
