// A tab's answer, checked: a content script of an older version, still in its page after an update, may say anything.
import type { TabReport } from '../../utils/tab-messages';

const STATES: readonly unknown[] = ['reading', 'idle', 'unreadable', 'paused', 'broken'];
const LEVELS: readonly unknown[] = ['calm', 'notice', 'caution', 'danger'];
const WRITERS: readonly unknown[] = ['person', 'someone', 'unknown', undefined];

/** True where the popup can show the answer without falling over it. */
export function isTabReport(answer: unknown): answer is TabReport {
  if (typeof answer !== 'object' || answer === null) return false;
  const { state, level, who, seen, facts, failedPacks, requests, adapter } = answer as Record<
    string,
    unknown
  >;
  const lists = [seen, facts, failedPacks].every(Array.isArray);
  return (
    STATES.includes(state) &&
    LEVELS.includes(level) &&
    WRITERS.includes(who) &&
    lists &&
    typeof requests === 'number' &&
    adapter !== undefined
  );
}
