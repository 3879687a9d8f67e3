// A detector straight from packs as they are written: for scripts and tests. A page gets prepared packs (startDetector).
import { type Detector, detectorSteps } from './detector';
import { preparePacks } from './prepare';
import type { LearnedWeights, PackData, SignalTable } from './rules';
import { finish } from './steps';

/**
 * Builds a detector at once: a second of work or two, nearly all of it `preparePacks`.
 * @throws PackError, PhraseError where a pack has a fault
 */
export function createDetector(
  packs: readonly PackData[],
  signals: SignalTable,
  learned: LearnedWeights | null = null,
): Detector {
  return finish(detectorSteps(preparePacks(packs, signals, learned)));
}
