// A second opinion beside the phrases: what the last messages look like as a whole, learned from labelled chats (scripts/train.ts).
// Linear: each feature adds its weight, and time is linear in the number of words.
import type { SpokenHit } from './detector';
import { ANY, featureOf, forEachFeature, signsOf } from './features';
import type { Line } from './matcher';
import type { PreparedClassifier } from './rules';

/** Log-odds (natural logarithm) that the last messages deserve `caution`, or `danger`. */
export type Opinion = { readonly caution: number; readonly danger: number };

/** What one message adds: sums of weights, how many features and words it has, and how many of the words were learned. */
export type Part = Opinion & {
  readonly features: number;
  readonly words: number;
  readonly learned: number;
  readonly signs: readonly string[];
};

export type Classifier = {
  /** @param isSelf true where the protected person wrote it */
  partOf(line: Line, hits: readonly SpokenHit[], isSelf: boolean): Part;
  /** Of the last messages together; null where too few of their words were learned to say anything. */
  opinionOf(parts: readonly Part[]): Opinion | null;
};

/** So many messages, of both sides, are looked at together. */
export const WINDOW_MESSAGES = 4;
/** Weights are whole numbers: so many make one. */
export const WEIGHT_SCALE = 32;
/** Texts of which a smaller part was learned are of a language that was not taught. */
const LEARNED_SHARE = 0.3;
const FEW_FEATURES = 12;

/** What the sum of a window is divided by: neither a long one nor one of three words must shout. @param features how many it has */
export function lengthOf(features: number): number {
  return Math.sqrt(features + FEW_FEATURES);
}

/** Makes one of what was learned. */
export function createClassifier(learned: PreparedClassifier): Classifier {
  const features = sumsOf(learned.features);
  const caution = Int16Array.from(learned.caution);
  const danger = Int16Array.from(learned.danger);
  const signs = new Map(Object.entries(learned.signs));
  const [cautionBias, dangerBias] = learned.bias;

  return {
    partOf(line, hits, isSelf) {
      const sum = { caution: 0, danger: 0, features: 0, words: line.ids.length, learned: 0 };
      forEachFeature(line, (word, before) => {
        sum.features += 1;
        const at = placeOf(featureOf(isSelf, word, before), features);
        if (at < 0) return;
        sum.caution += caution[at] as number;
        sum.danger += danger[at] as number;
        if (before === ANY && word !== 0) sum.learned += 1;
      });
      return { ...sum, signs: signsOf(hits, isSelf) };
    },

    opinionOf(parts) {
      let [cautionSum, dangerSum, count, words, known] = [0, 0, 0, 0, 0];
      const seen = new Set<string>();
      for (const part of parts) {
        cautionSum += part.caution;
        dangerSum += part.danger;
        count += part.features;
        words += part.words;
        known += part.learned;
        for (const sign of part.signs) seen.add(sign);
      }
      if (known < words * LEARNED_SHARE) return null;
      const length = lengthOf(count);
      cautionSum /= length;
      dangerSum /= length;
      for (const sign of seen) {
        const [ofCaution, ofDanger] = signs.get(sign) ?? NOTHING;
        cautionSum += ofCaution;
        dangerSum += ofDanger;
      }
      return {
        caution: (cautionSum + cautionBias) / WEIGHT_SCALE,
        danger: (dangerSum + dangerBias) / WEIGHT_SCALE,
      };
    },
  };
}

const NOTHING = [0, 0] as const;

/** The running sums of a row of steps. */
function sumsOf(steps: ArrayLike<number>): Int32Array {
  let sum = 0;
  return Int32Array.from(steps, (step) => {
    sum += step;
    return sum;
  });
}

/** Where a number stands in a row in order; below 0 where it does not. */
function placeOf(number: number, row: Int32Array): number {
  let low = 0;
  let high = row.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = row[middle] as number;
    if (found === number) return middle;
    if (found < number) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
