// The rules of this checkout, for tests that run in a page's environment (there `import.meta.url` is no file).
import { join } from 'node:path';
import type { Rules } from '../../engine/rules';
import { loadRules } from '../../rules/load';

/** What is wrong with a rule's examples is another test's business (tests/rules). */
export function realRules(): Rules {
  return loadRules(join(import.meta.dirname, '../../rules'), { check: false }).rules;
}
