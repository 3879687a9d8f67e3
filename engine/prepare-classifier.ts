// Turns what was learned by words (rules/classifier.tsv) into places, for the words that the rules know today.
import { ANY, BEGIN, END, featureOf, placeOf, WORDS_MOST } from './features';
import type { LearnedLook, LearnedWeights, LearnedWord, PreparedClassifier, PreparedLook } from './rules';

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
  { bias, signs, words: learned }: Omit<LearnedWeights, 'despair' | 'lessons'>,
  words: readonly string[],
): PreparedClassifier {
  const rows = rowsOf(learned, words);
  return {
    ...{ bias, signs },
    features: stepsOf(rows),
    caution: rows.map(({ weights: [caution] }) => caution),
    danger: rows.map(({ weights: [, danger] }) => danger),
  };
}

/** The same for what tells one thing alone: despair, lessons. */
export function prepareLook({ bias, words: learned }: LearnedLook, words: readonly string[]): PreparedLook {
  const rows = rowsOf(learned, words);
  return { bias, features: stepsOf(rows), weights: rows.map(({ weight }) => weight) };
}

/** Each with its feature, in the order of these; without those whose words the rules don't name. */
function rowsOf<T extends Pick<LearnedWord, 'isSelf' | 'before' | 'word'>>(
  learned: readonly T[],
  words: readonly string[],
): readonly (T & { readonly feature: number })[] {
  const places = new Map(words.slice(0, WORDS_MOST).map((word, i) => [word, placeOf(i + 1)]));
  const placeNamed = (word: string) => MARKS[word] ?? places.get(word);
  return learned
    .flatMap((each) => {
      const [first, second] = [placeNamed(each.before), placeNamed(each.word)];
      if (first === undefined || second === undefined) return [];
      return [{ ...each, feature: featureOf(each.isSelf, second, first) }];
    })
    .sort((a, b) => a.feature - b.feature);
}

/** Each feature as the step from the one before. */
function stepsOf(rows: readonly { readonly feature: number }[]): number[] {
  return rows.map(({ feature }, i) => feature - (rows[i - 1]?.feature ?? 0));
}
