// What there is to judge of one person.
import type { Doubt } from './impression';
import type { Person } from './person';

export type Case = {
  readonly person: Person;
  /** False leaves only what may be said without knowing who wrote. */
  readonly authorKnown: boolean;
  /** What the live message at hand showed: old signs are not stirred up by talk of something else. Null: no matter. */
  readonly fresh: ReadonlySet<string> | null;
  /** What the look of the talk does to what phrases say. */
  readonly doubt: Doubt;
  /** What the length of the talk adds to what `caution` needs (evidence-needed.ts). */
  readonly length: number;
};
