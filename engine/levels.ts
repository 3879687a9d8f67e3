// The four levels and their rank.
import type { Level } from './types';

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
