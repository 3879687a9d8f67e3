// A second opinion beside the phrases: what the last messages look like as a whole, learned from labelled chats (scripts/train.ts).
// Linear: each feature adds its weight, and time is linear in the number of words.
import { ANY, forEachFeature, partsOf, signsOf, wordAt } from './features';
import type { PreparedClassifier } from './rules';
import { indexAmong } from './search';
import type { SpokenHit } from './types';

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
  /** @param words of one message (`Reading.words`) @param isSelf true where the protected person wrote it */
  partOf(words: readonly number[], hits: readonly SpokenHit[], isSelf: boolean): Part;
  /**
   * Of the last messages together; null where too few of their words were learned to say anything.
   * @param shares how much of each counts (engine/views.ts): parts behind the last share count nothing
   */
  opinionOf(parts: readonly Part[], shares: readonly number[]): Opinion | null;
};

/** Weights are whole numbers: so many make one. */
export const WEIGHT_SCALE = 32;
/** Texts of which a smaller part was learned are of a language that was not taught. */
const LEARNED_SHARE = 0.3;
const FEW_FEATURES = 20;
/** 0.5 would do where words were chance. Long texts of a register that was not taught lean one way, so that they gather more. */
const LENGTH_POWER = 0.85;
/** Keeps what is learned of the size that scripts/train/learn.ts steps in. */
const LENGTH_SCALE = 0.25;

/** What the sum of a view is divided by: neither a long one nor one of three words must shout. @param features how many count in it */
export function lengthOf(features: number): number {
  return LENGTH_SCALE * (features + FEW_FEATURES) ** LENGTH_POWER;
}

/**
 * Makes one of what was learned, in steps; null where it came damaged: the phrases judge alone then.
 * A whole one has a row of weights for each feature, and features in order.
 */
export function* classifierSteps(
  learned: PreparedClassifier | null,
): Generator<undefined, Classifier | null> {
  if (learned === null) return null;
  try {
    const { features, caution, danger, bias } = learned;
    const isWhole = caution.length === features.length && danger.length === features.length;
    if (!isWhole || !bias.every(Number.isFinite)) return null;
    return createClassifier(learned, yield* rowSteps(features));
  } catch {
    return null;
  }
}

function createClassifier(learned: PreparedClassifier, rows: Rows): Classifier {
  const caution = Int16Array.from(learned.caution);
  const danger = Int16Array.from(learned.danger);
  const signs = new Map(Object.entries(learned.signs));
  const [cautionBias, dangerBias] = learned.bias;

  return {
    partOf(said, hits, isSelf) {
      const sum = { caution: 0, danger: 0, features: 0, words: said.length, learned: 0 };
      forEachFeature(said, (place, before) => {
        sum.features += 1;
        const row = rows.find(isSelf, place, before);
        if (row < 0) return;
        sum.caution += caution[row] as number;
        sum.danger += danger[row] as number;
        if (before === ANY && wordAt(place) !== 0) sum.learned += 1;
      });
      return { ...sum, signs: signsOf(hits, isSelf) };
    },

    opinionOf(parts, shares) {
      let [cautionSum, dangerSum, count, words, known] = [0, 0, 0, 0, 0];
      let seen: readonly string[] = NO_SIGNS;
      for (let i = 0; i < shares.length; i += 1) {
        const part = parts[i] as Part;
        const share = shares[i] as number;
        cautionSum += share * part.caution;
        dangerSum += share * part.danger;
        count += share * part.features;
        words += share * part.words;
        known += share * part.learned;
        if (part.signs.length > 0) seen = seen.length === 0 ? part.signs : [...seen, ...part.signs];
      }
      if (known === 0 || known < words * LEARNED_SHARE) return null;
      const length = lengthOf(count);
      cautionSum /= length;
      dangerSum /= length;
      for (const sign of seen.length > 1 ? new Set(seen) : seen) {
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
const NO_SIGNS: readonly string[] = [];

export type Rows = { find(isSelf: boolean, place: number, before: number): number };

/** So many features are taken in one step: about a millisecond's. */
const STEP_FEATURES = 8_000;

/** Where each feature stands in its row. @param steps features in order, each as the step from the one before */
export function* rowSteps(steps: ArrayLike<number>): Generator<undefined, Rows> {
  const befores = new Uint16Array(steps.length);
  const groups = new Uint16Array(steps.length);
  let [feature, places, ownFrom] = [0, 0, steps.length];
  for (let row = 0; row < steps.length; row += 1) {
    const step = steps[row] as number;
    if (row > 0 && step <= 0) throw new RangeError('features are not in order');
    feature += step;
    const { isSelf, place, before } = partsOf(feature);
    if (isSelf) ownFrom = Math.min(ownFrom, row);
    befores[row] = before;
    groups[row] = place;
    places = Math.max(places, place + 1);
    if (row % STEP_FEATURES === 0) yield;
  }
  /** Of each place the first row: in the first half those of the other person, which come first. */
  const begins = new Int32Array(2 * places + 1);
  for (let row = 0; row < steps.length; row += 1)
    (begins[(row < ownFrom ? 0 : places) + (groups[row] as number) + 1] as number) += 1;
  for (let k = 1; k < begins.length; k += 1) (begins[k] as number) += begins[k - 1] as number;

  return {
    /** Its number; -1 where it was not learned. */
    find(isSelf, place, before) {
      if (place >= places) return -1;
      const at = (isSelf ? places : 0) + place;
      return indexAmong(befores, begins[at] as number, begins[at + 1] as number, before);
    },
  };
}
