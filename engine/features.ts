// What a classifier looks at in a message: each word, each pair of neighbours, each sign, and whose it is.
import type { SpokenHit } from './types';

/** A feature is one number: whose message, the word, and the one before it, each as a place in this row. */
const PLACE_BITS = 15;
const PLACE_MASK = (1 << PLACE_BITS) - 1;
/** Before all words: the end and the begin of a message, and "whatever stands before". */
export const END = 0;
export const BEGIN = 1;
export const ANY = 2;
/** Then the word that no rule knows, whose number is 0, and the words of the rules by their numbers. */
const FIRST_WORD_PLACE = 3;
/** Words with larger numbers do not fit. */
export const WORDS_MOST = PLACE_MASK - FIRST_WORD_PLACE;

/** The place of a word by its number. */
export function placeOf(word: number): number {
  return word + FIRST_WORD_PLACE;
}

/** The number of a word by its place. */
export function wordAt(place: number): number {
  return place - FIRST_WORD_PLACE;
}

/** The number of a feature. */
export function featureOf(isSelf: boolean, place: number, before: number): number {
  return ((isSelf ? 1 : 0) << (2 * PLACE_BITS)) | (place << PLACE_BITS) | before;
}

/** The parts of a feature again. */
export function partsOf(feature: number): {
  readonly isSelf: boolean;
  readonly place: number;
  readonly before: number;
} {
  return {
    isSelf: feature >> (2 * PLACE_BITS) === 1,
    place: (feature >> PLACE_BITS) & PLACE_MASK,
    before: feature & PLACE_MASK,
  };
}

/**
 * Calls `visit` for every word alone, and for every word with the one before it, the message's begin and end among them.
 * @param words of one message (`Reading.words`)
 */
export function forEachFeature(
  words: readonly number[],
  visit: (place: number, before: number) => void,
): void {
  let before: number = BEGIN;
  for (let i = 0; i < words.length; i += 1) {
    const place = placeOf(words[i] as number);
    visit(place, ANY);
    visit(place, before);
    before = place;
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
