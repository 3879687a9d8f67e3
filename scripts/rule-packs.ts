// Vite plugin: `virtual:rules` is rules/ as data, without its examples, with all that can be worked out beforehand. A rule file with a problem fails the build.
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { type HeldRules, packPacks } from '../engine/packed';
import { prepareRules } from '../engine/prepare';
import { describeProblems, loadRules } from '../rules/load';

const ID = 'virtual:rules';
const FOLDER = fileURLToPath(new URL('../rules', import.meta.url));

/** Serves `virtual:rules`, whose default export is `HeldRules` (engine/packed.ts). */
export function rulePacks(): Plugin {
  return {
    name: 'porchlight-rules',
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load(id) {
      if (id !== `\0${ID}`) return null;
      const { rules, problems } = loadRules(FOLDER);
      if (problems.length > 0)
        throw new Error(`rules/ has ${problems.length} problems:\n${describeProblems(problems)}`);
      this.addWatchFile(FOLDER);
      const { packs, ...held } = prepareRules(rules);
      const ready: HeldRules = { ...held, count: packs.packs.length, packs: packPacks(packs) };
      return `export default ${JSON.stringify(ready)};`;
    },
  };
}
