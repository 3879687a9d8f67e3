// What was learned to tell one thing alone, as a page asks for it: a weight for each feature.
import { rowSteps } from './classifier';
import type { PreparedLook } from './rules';

export type LookWeights = {
  readonly bias: number;
  /** Of a feature by its parts (features.ts); null where it was not learned. */
  weightOf(isSelf: boolean, place: number, before: number): number | null;
};

/** Makes it, in steps; null where nothing was learned or it came damaged: the phrases judge alone then. */
export function* lookSteps(learned: PreparedLook | null): Generator<undefined, LookWeights | null> {
  if (learned === null) return null;
  try {
    const { features, weights, bias } = learned;
    const isWhole = features.length > 0 && weights.length === features.length;
    if (!isWhole || !Number.isFinite(bias)) return null;
    const rows = yield* rowSteps(features);
    return {
      bias,
      weightOf(isSelf, place, before) {
        const row = rows.find(isSelf, place, before);
        return row < 0 ? null : (weights[row] as number);
      },
    };
  } catch {
    return null;
  }
}
