// Logistic regression, one example after another, with a step for each weight (AdaGrad): the same examples give the same weights.
import { lengthOf } from '../../engine/classifier';
import { createRandom } from '../evaluation/evasions';
import type { Held } from './examples';

/** What is learned from: what deserves it and what does not, and how much each counts. */
export type Sample = Held & {
  /** Who wrote it. */
  readonly hand: string;
  readonly wanted: 0 | 1;
  readonly share: number;
};

/** What is learned. */
export type Learned = {
  readonly bias: number;
  readonly features: ReadonlyMap<number, number>;
  readonly signs: ReadonlyMap<string, number>;
};

const ROUNDS = 12;
const STEP = 0.3;
const BIAS_STEP = 0.02;
/** Pulls every weight towards nothing. */
const DECAY = 1e-3;
/** Signs are learned slowly, and a third of them is hidden in risky examples: the phrases were written from a part of these very chats. */
const SIGN_SHARE = 0.15;
const SIGN_HIDDEN = 0.3;
const FIRST_SQUARES = 1e-2;
/** What stands in fewer examples is chance. */
const LEAST_EXAMPLES = 10;
/** What fewer writers wrote is their own way of writing. */
const LEAST_HANDS = 4;

/** @param isCommon which features are learned */
export function learn(
  samples: readonly Sample[],
  isCommon = commonAmong(samples, LEAST_HANDS, LEAST_EXAMPLES),
): Learned {
  const random = createRandom(7);
  const numbers = new Map<number | string, number>();
  const numberOf = (name: number | string) => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, numbers.size);
    return numbers.size - 1;
  };
  const rows = samples.map((sample) => ({
    ...learnable(sample, isCommon, numberOf),
    signs: Int32Array.from(sample.signs, numberOf),
    wanted: sample.wanted,
    share: sample.share,
  }));
  const weights = new Float64Array(numbers.size);
  const squares = new Float64Array(numbers.size).fill(FIRST_SQUARES);
  let bias = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(rows, random);
    for (const { features, values, signs, wanted, share } of rows) {
      const seen = wanted === 1 ? signs.filter(() => random() >= SIGN_HIDDEN) : signs;
      let sum = 0;
      for (let i = 0; i < features.length; i += 1)
        sum += (weights[features[i] as number] as number) * (values[i] as number);
      for (const sign of seen) sum += (weights[sign] as number) * SIGN_SHARE;
      const slope = (1 / (1 + Math.exp(-sum - bias)) - wanted) * share;
      bias -= BIAS_STEP * slope;
      const move = (at: number, value: number) => {
        const pull = slope * value + DECAY * (weights[at] as number);
        (squares[at] as number) += pull * pull;
        (weights[at] as number) -= (STEP * pull) / Math.sqrt(squares[at] as number);
      };
      for (let i = 0; i < features.length; i += 1) move(features[i] as number, values[i] as number);
      for (const sign of seen) move(sign, SIGN_SHARE);
    }
  }
  const learned = { bias, features: new Map<number, number>(), signs: new Map<string, number>() };
  for (const [name, at] of numbers) {
    const weight = weights[at] as number;
    if (typeof name === 'number') learned.features.set(name, weight);
    else learned.signs.set(name, weight * SIGN_SHARE);
  }
  return learned;
}

/** The features of a sample that are learned, and what each adds to its sum: its share, for the length of the whole. */
function learnable(
  { features, shares }: Held,
  isCommon: (feature: number) => boolean,
  numberOf: (feature: number) => number,
): { readonly features: Int32Array; readonly values: Float32Array } {
  const length = lengthOf(shares.reduce((sum, share) => sum + share, 0));
  const kept = features.map((_, i) => i).filter((i) => isCommon(features[i] as number));
  return {
    features: kept.map((i) => numberOf(features[i] as number)),
    values: Float32Array.from(kept, (i) => (shares[i] as number) / length),
  };
}

/** Whether a feature stands in enough samples, of enough writers. */
export function commonAmong(
  samples: readonly Sample[],
  leastHands: number,
  leastExamples: number,
): (feature: number) => boolean {
  const seenIn = new Map<number, { examples: number; readonly hands: Set<string> }>();
  for (const { features, hand } of samples)
    for (const feature of new Set(features)) {
      const seen = seenIn.get(feature) ?? { examples: 0, hands: new Set<string>() };
      seen.examples += 1;
      if (seen.hands.size < leastHands) seen.hands.add(hand);
      seenIn.set(feature, seen);
    }
  return (feature) => {
    const seen = seenIn.get(feature);
    return seen !== undefined && seen.examples >= leastExamples && seen.hands.size >= leastHands;
  };
}

function shuffle(rows: unknown[], random: () => number): void {
  for (let i = rows.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [rows[i], rows[j]] = [rows[j], rows[i]];
  }
}
