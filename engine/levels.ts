// The four levels and their rank, and what is said where nothing was seen.
import type { Assessment, Level } from './types';

/** Levels from quiet to loud. */
const LEVELS: readonly Level[] = ['calm', 'notice', 'caution', 'danger'];

/** Rank of a level: 0 calm to 3 danger. */
export function rankOf(level: Level): number {
  return LEVELS.indexOf(level);
}

/** The louder of two levels. */
export function louder(a: Level, b: Level): Level {
  return rankOf(a) >= rankOf(b) ? a : b;
}

export const CALM: Assessment = { level: 'calm', because: null, reasons: [], past: false, crisis: false };

/** The louder of two assessments; of two that are as loud the first. */
export function louderOf(a: Assessment, b: Assessment): Assessment {
  return rankOf(a.level) >= rankOf(b.level) ? a : b;
}
