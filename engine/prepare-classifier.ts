// Turns what was learned by words (rules/classifier.tsv) into places, for the words that the rules know today.
import { ANY, BEGIN, END, featureOf, placeOf, WORDS_MOST } from './features';
import type { LearnedWeights, PreparedClassifier } from './rules';

/** In place of a word, in rules/classifier.tsv: a message's begin and end, any word at all, and one that no rule names. */
export const MARKS: Readonly<Record<string, number>> = {
  '<begin>': BEGIN,
  '<end>': END,
  '<any>': ANY,
  '<unknown>': placeOf(0),
};

/**
 * Features of words that the rules no longer name are left out.
 * @param words that the rules name, in the order of their numbers, which begin at 1
 */
export function prepareClassifier(
  { bias, signs, words: learned }: LearnedWeights,
  words: readonly string[],
): PreparedClassifier {
  const places = new Map(words.slice(0, WORDS_MOST).map((word, i) => [word, placeOf(i + 1)]));
  const placeNamed = (word: string) => MARKS[word] ?? places.get(word);
  const rows = learned
    .flatMap(({ isSelf, before, word, weights }) => {
      const [first, second] = [placeNamed(before), placeNamed(word)];
      if (first === undefined || second === undefined) return [];
      return [{ feature: featureOf(isSelf, second, first), weights }];
    })
    .sort((a, b) => a.feature - b.feature);
  return {
    ...{ bias, signs },
    features: rows.map(({ feature }, i) => feature - (rows[i - 1]?.feature ?? 0)),
    caution: rows.map(({ weights: [caution] }) => caution),
    danger: rows.map(({ weights: [, danger] }) => danger),
  };
}
