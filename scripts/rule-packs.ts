// Vite plugin: `virtual:rules` is rules/ as data, without its examples, with all that can be worked out beforehand. A rule file with a problem fails the build.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { type HeldRules, packPacks } from '../engine/packed';
import { prepareRules } from '../engine/prepare';
import { describeProblems, loadRules } from '../rules/load';

const ID = 'virtual:rules';
const FOLDER = fileURLToPath(new URL('../rules', import.meta.url));

/**
 * Serves `virtual:rules`, whose default export is `HeldRules` (engine/packed.ts).
 * @param check as for `loadRules`
 */
export function rulePacks({ check = true } = {}): Plugin {
  let made: string | null = null;
  return {
    name: 'porchlight-rules',
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    watchChange() {
      made = null;
    },
    load(id) {
      if (id !== `\0${ID}`) return null;
      for (const file of readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }))
        if (file.endsWith('.yaml')) this.addWatchFile(path.join(FOLDER, file)); // a folder can't be resolved
      made ??= `export default ${JSON.stringify(heldRules(check))};`; // seconds, and each environment asks
      return made;
    },
  };
}

function heldRules(check: boolean): HeldRules {
  const { rules, problems } = loadRules(FOLDER, { check });
  if (problems.length > 0)
    throw new Error(`rules/ has ${problems.length} problems:\n${describeProblems(problems)}`);
  const { packs, ...held } = prepareRules(rules);
  return { ...held, count: packs.packs.length, packs: packPacks(packs) };
}
