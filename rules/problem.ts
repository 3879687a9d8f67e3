// What is told of a fault in the rules: where it stands, and what it is.
import type { Path } from './read-yaml';

/** One thing that is wrong: where, and what. `line` is 1-based, 0 where unknown. */
export type Problem = {
  readonly file: string;
  readonly line: number;
  readonly signal: string | null;
  readonly message: string;
};

/** Where a path of a merged language stands. */
export type Place = (path: Path) => { readonly file: string; readonly line: number };

/** The signal that a path of a language is about, or null. */
export function signalOf(path: Path): string | null {
  return path[0] === 'signals' && path.length > 1 ? String(path[1]) : null;
}
