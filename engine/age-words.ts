// The words by which a language speaks of ages, list by list.

/**
 * How a language speaks of ages, and of numbers that are none, in any script. A word ends where its letters end; one of a
 * script without spaces may be followed by anything.
 */
export type AgeWords = {
  /** Numbers as words, one or several: `thirteen` -> 13. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Words for years of age that are written at the number: "13yo". */
  readonly years: readonly string[];
  /** Words beside the number of a school year: "8th grade". */
  readonly grades: readonly string[];
  /** Words for the one who is spoken to: without one, a question with a number in it asks for something else. */
  readonly you: readonly string[];
  /** Behind a number they make it an age ("13 year old"); where `theirs` stands before or `kin` behind, somebody else's. */
  readonly old: readonly string[];
  readonly theirs: readonly string[];
  readonly kin: readonly string[];
  /** A number behind one of these is an age whatever stands around it. */
  readonly announced: readonly string[];
  /** What numbers count: a number before one of these is no age. */
  readonly units: readonly string[];
  /** Words that may stand between: "13 more weeks". */
  readonly more: readonly string[];
  /** Words between a part and its whole: "9 out of 10". */
  readonly parts: readonly string[];
  /** What is numbered: a number behind one of these is no age ("level 12"). */
  readonly numbered: readonly string[];
  /** What has a place in a row: "9th place". */
  readonly places: readonly string[];
  /** Such rows, and the words that lead to them: "15th in line", "in the queue". */
  readonly rows: readonly string[];
  readonly within: readonly string[];
};

/** Those of them that are lists. */
const AGE_LISTS = [
  'years',
  'grades',
  'you',
  'old',
  'theirs',
  'kin',
  'announced',
  'units',
  'more',
  'parts',
  'numbered',
  'places',
  'rows',
  'within',
] as const satisfies readonly (keyof AgeWords)[];
type AgeList = (typeof AGE_LISTS)[number];

/** Something for each of the lists. */
export function forAgeLists<T>(make: (name: AgeList) => T): Record<AgeList, T> {
  return Object.fromEntries(AGE_LISTS.map((name) => [name, make(name)])) as Record<AgeList, T>;
}
