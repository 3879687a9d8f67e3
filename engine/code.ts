// How the build writes a phrase for a page (compile.ts writes, walker.ts reads): a row of numbers, each step with the
// numbers that belong to it. What stands in a row one after the other must match one after the other.

/** Steps that are no word. */
export const STEP = {
  /** width: up to so many words, whatever they are */
  gap: 0,
  /** set: up to FILLERS_SKIPPED words of it */
  filler: 1,
  /** length; so many numbers, which may be left out */
  optional: 2,
  /** length; in so many numbers the alternatives, each after its own length */
  choice: 3,
  /** how many; words in order, of which one must match */
  oneOf: 4,
  /** set: one of its words */
  set: 5,
  /** set: goes on only where one of its words comes next, and takes none */
  ahead: 6,
  /** row: what stands in a row that many phrases share */
  shared: 7,
  question: 8,
  start: 9,
  end: 10,
} as const;
/** A number from here on is a word of the rules: that word's number, and this. */
export const FIRST_WORD = 16;

/** Small words that `~` skips at most. */
export const FILLERS_SKIPPED = 3;
/** A phrase spans fewer words than this: places in it are the bits of one number. */
export const LONGEST_SPAN = 30;
