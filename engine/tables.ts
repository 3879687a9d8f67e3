// The words of all packs, and what they stand for, as a page keeps them.
import type { WordTables } from './matcher';
import type { PreparedPacks } from './rules';
import { inverted, unpackSets, unpackSpelled, unpackWords } from './unpack';
import { type Vocabulary, vocabularySteps } from './vocabulary';
import { WordTable } from './word-table';

/** Builds them, in steps. @throws RangeError where a set of words is cut off */
export function* tableSteps(
  prepared: PreparedPacks,
): Generator<undefined, { vocabulary: Vocabulary; tables: WordTables; plain: Uint16Array | null }> {
  const others = new Set(prepared.otherWords.split(' '));
  const years = new Set(prepared.ages.years);
  const vocabulary = yield* vocabularySteps(unpackWords(prepared), prepared.endings, others, years);
  const bases = yield* unpackSets(prepared.bases);
  const forms = inverted(bases, vocabulary.size);
  const table = new WordTable(yield* unpackSets(prepared.sets), bases);
  yield* table.sign(forms);
  const anchors = yield* unpackSets(prepared.anchors);
  return { vocabulary, tables: { table, forms, anchors }, plain: unpackSpelled(prepared, vocabulary.size) };
}
