// The words that sites have for parts of a page (page/structure-words.ts), as they arrive in a message, to be looked up.
import type { StructureWords } from '../utils/tab-messages';

export type WordLists = Readonly<Record<keyof StructureWords, ReadonlySet<string>>>;

/** A list that did not come is empty: then no word stays. */
export function wordListsOf(words: Partial<StructureWords> | null | undefined): WordLists {
  const listOf = (kind: keyof StructureWords) => new Set(`${words?.[kind] ?? ''}`.trim().split(/\s+/));
  return { sites: listOf('sites'), names: listOf('names'), frequent: listOf('frequent') };
}
