// A tab's answer, checked: a content script of an older version, still in its page after an update, may say anything.
import { STAGES } from '../../engine/stages';
import type { TabReport } from '../../utils/tab-messages';

const STATES: readonly unknown[] = ['reading', 'idle', 'unreadable', 'paused', 'broken'];
const LEVELS: readonly unknown[] = ['calm', 'notice', 'caution', 'danger'];
const WRITERS: readonly unknown[] = ['person', 'someone', 'unknown', undefined];
const KNOWN_STAGES: readonly unknown[] = STAGES;

/** True where the popup can show the answer without falling over it. */
export function isTabReport(answer: unknown): answer is TabReport {
  if (typeof answer !== 'object' || answer === null) return false;
  const { state, level, who, seen, facts, failedPacks, requests, adapter } = answer as Record<
    string,
    unknown
  >;
  const lists = [facts, failedPacks].every(Array.isArray) && Array.isArray(seen) && seen.every(hasStage);
  return (
    STATES.includes(state) &&
    LEVELS.includes(level) &&
    WRITERS.includes(who) &&
    lists &&
    typeof requests === 'number' &&
    adapter !== undefined
  );
}

/** Which card a sign belongs to goes by its stage. */
function hasStage(sign: unknown): boolean {
  return typeof sign === 'object' && sign !== null && 'stage' in sign && KNOWN_STAGES.includes(sign.stage);
}
