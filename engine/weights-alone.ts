// Whether the weights alone hold `caution`, whatever stands beside what.
import type { Case } from './case';
import { isInDoubt } from './impression';
import type { Weighing } from './ledger';
import type { SignalTable } from './rules';

/** Among what stands with a person, in place of a combination's id. */
export const WEIGHTS = 'weights';
/** A stage counts as present from so much evidence on: one clear sighting, or several weak ones. */
const STAGE_PRESENT = 1.2;
/** `caution` by weights needs so many different stages. */
const STAGES_NEEDED = 2;

/** True where the weights hold `caution` already, or may begin it now; it stands with the person until it sinks. */
export type WeightsAlone = (at: Case) => boolean;

/** Creates the judgement by weights. @param cautionFrom see SENSITIVITY */
export function createWeightsAlone(signals: SignalTable, cautionFrom: number): WeightsAlone {
  const weighs = (signal: string) => (signals[signal]?.weight ?? 0) > 0;

  return ({ person, authorKnown, fresh, doubt, length }) => {
    const { standing, inDoubt, dugUp, ledger } = person;
    const hasEnough = authorKnown && isEnough(ledger.weigh(), cautionFrom + length);
    const isDoubted = isInDoubt(doubt);
    // What was left in doubt waits for something new that weighs, or for a talk that looks like it.
    const mayBegin = inDoubt.has(WEIGHTS)
      ? doubt === 'lifted' || (!isDoubted && [...(fresh ?? dugUp)].some(weighs))
      : !isDoubted;
    const holds = hasEnough && (mayBegin || standing.has(WEIGHTS));
    mark(standing, holds);
    mark(inDoubt, hasEnough && !holds);
    return holds;
  };
}

/** True where so much evidence stands, of several stages. */
function isEnough({ score, byStage }: Weighing, from: number): boolean {
  const present = [...byStage].filter(([stage, worth]) => stage !== 'context' && worth >= STAGE_PRESENT);
  return score >= from && present.length >= STAGES_NEEDED;
}

function mark(ids: Set<string>, isIn: boolean): void {
  if (isIn) ids.add(WEIGHTS);
  else ids.delete(WEIGHTS);
}
