// From what was learned of each level to the weights that ship: by words, whole numbers, without the many that say next to nothing.
import { WEIGHT_SCALE } from '../../engine/classifier';
import { partsOf, wordAt } from '../../engine/features';
import { MARKS } from '../../engine/prepare-classifier';
import type { LearnedLook, LearnedWeights } from '../../engine/rules';
import type { Learned } from './learn';

/** A weight below it is left out, in whole numbers: of the classifier, and of what tells one thing alone. */
const LEAST = 9;
export const LEAST_OF = { despair: 9, lessons: 20 } as const;

/** @param words that the rules name, in the order of their numbers, which begin at 1 */
export function weightsOf(
  caution: Learned,
  danger: Learned,
  words: readonly string[],
): Omit<LearnedWeights, 'despair' | 'lessons'> {
  const nameOf = namer(words);
  const pair = <K>(of: (learned: Learned) => ReadonlyMap<K, number>, key: K) =>
    [round(of(caution).get(key)), round(of(danger).get(key))] as const;
  const isWorthIt = (weights: readonly number[]) => weights.some((weight) => Math.abs(weight) >= LEAST);
  return {
    bias: [round(caution.bias), round(danger.bias)],
    signs: Object.fromEntries(
      [...caution.signs.keys()].sort().map((sign) => [sign, pair(({ signs }) => signs, sign)]),
    ),
    words: [...caution.features.keys()]
      .sort((a, b) => a - b)
      .map((feature) => ({ feature, weights: pair(({ features }) => features, feature) }))
      .filter(({ weights }) => isWorthIt(weights))
      .map(({ feature, weights }) => {
        const { isSelf, place, before } = partsOf(feature);
        return { isSelf, before: nameOf(before), word: nameOf(place), weights };
      }),
  };
}

/** The same of what tells one thing alone. @param least a weight below it is left out, in whole numbers */
export function lookWeightsOf(
  { bias, features }: Learned,
  words: readonly string[],
  least: number,
): LearnedLook {
  const nameOf = namer(words);
  return {
    bias: round(bias),
    words: [...features]
      .map(([feature, weight]) => ({ feature, weight: round(weight) }))
      .filter(({ weight }) => Math.abs(weight) >= least)
      .sort((a, b) => a.feature - b.feature)
      .map(({ feature, weight }) => {
        const { isSelf, place, before } = partsOf(feature);
        return { isSelf, before: nameOf(before), word: nameOf(place), weight };
      }),
  };
}

/** What a place is called in the file. */
function namer(words: readonly string[]): (place: number) => string {
  const marks = new Map(Object.entries(MARKS).map(([mark, place]) => [place, mark]));
  return (place) => marks.get(place) ?? (words[wordAt(place) - 1] as string);
}

function round(weight = 0): number {
  return Math.round(weight * WEIGHT_SCALE);
}
