// Vite plugin: `virtual:rules` is rules/ as data, without its examples, with all that can be worked out beforehand. A rule file with a problem fails the build.
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { prepareRules } from '../engine/prepare';
import { describeProblems, loadRules } from '../rules/load';

const ID = 'virtual:rules';
const FOLDER = fileURLToPath(new URL('../rules', import.meta.url));

/** Serves `virtual:rules`, whose default export is `PreparedRules` (engine/rules.ts). */
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
      // Parsed as JSON: twice as fast as the same data read as a program, and the background is started often.
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(prepareRules(rules)))});`;
    },
  };
}
