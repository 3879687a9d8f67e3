// From what was learned of each level to the weights that ship: by words, whole numbers, without the many that say next to nothing.
import { WEIGHT_SCALE } from '../../engine/classifier';
import { partsOf, wordAt } from '../../engine/features';
import { MARKS } from '../../engine/prepare-classifier';
import type { LearnedWeights } from '../../engine/rules';
import type { Learned } from './learn';

/** A weight below it is left out, in whole numbers. */
const LEAST = 8;

/** @param words that the rules name, in the order of their numbers, which begin at 1 */
export function weightsOf(caution: Learned, danger: Learned, words: readonly string[]): LearnedWeights {
  const marks = new Map(Object.entries(MARKS).map(([mark, place]) => [place, mark]));
  const nameOf = (place: number) => marks.get(place) ?? (words[wordAt(place) - 1] as string);
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

function round(weight = 0): number {
  return Math.round(weight * WEIGHT_SCALE);
}
