// The packs as people write them, for tests that need their very words.
import { join } from 'node:path';
import type { PackData } from '../engine/rules';
import { loadRules } from '../rules/load';

/** What is wrong with a rule's examples is another test's business (tests/rules). */
export function writtenPacks(): readonly PackData[] {
  return loadRules(join(import.meta.dirname, '../rules'), { check: false }).rules.packs;
}
