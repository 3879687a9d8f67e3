// Whether a message of the protected person's own sounds like despair: learned from lines (scripts/train.ts), beside the phrases of
// `crisis.despair`, which know few of the ways to say it. Linear, as the classifier is, and of one message alone.
import { lengthOf, WEIGHT_SCALE } from './classifier';
import { ANY, forEachFeature, wordAt } from './features';
import type { Heard } from './heard';
import { type LookWeights, lookSteps } from './look-weights';
import type { PreparedLook } from './rules';
import type { Sign } from './signs';

export type Despair = {
  /** True where the words (`Reading.words`) sound like it. False where too few of them were learned to say anything. */
  sounds(words: readonly number[]): boolean;
};

/** The sign of the phrases: the child's own words call for help at once, and are no sign of anybody else's. */
export const CRISIS = 'crisis.despair';
/** In log-odds. How it was chosen: docs/adr/0043, 0061. */
const DESPAIR_BAR = -0.2;
/** Texts of which a smaller part was learned are of a language that was not taught. */
const LEARNED_SHARE = 0.4;

/** True where the child's own words call for help at once, by a phrase or as they sound. @param despair null where nothing was learned */
export function isCry(
  signs: readonly Sign[],
  { author, moment, reading }: Heard,
  despair: Despair | null,
): boolean {
  if (author || moment.past) return false;
  return signs.some(({ signal }) => signal === CRISIS) || despair?.sounds(reading.words) === true;
}

/** Makes one of what was learned, in steps; null where it came damaged: the phrases judge alone then. */
export function* despairSteps(prepared: PreparedLook | null): Generator<undefined, Despair | null> {
  const learned = yield* lookSteps(prepared);
  return learned && { sounds: (words) => soundsSo(words, learned) };
}

function soundsSo(words: readonly number[], { bias, weightOf }: LookWeights): boolean {
  let [sum, count, known] = [0, 0, 0];
  forEachFeature(words, (place, before) => {
    count += 1;
    const weight = weightOf(true, place, before);
    if (weight === null) return;
    sum += weight;
    if (before === ANY && wordAt(place) !== 0) known += 1;
  });
  if (known === 0 || known < words.length * LEARNED_SHARE) return false;
  return (sum / lengthOf(count) + bias) / WEIGHT_SCALE >= DESPAIR_BAR;
}
