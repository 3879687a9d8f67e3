// Vite plugin: checks help/ and serves it as `virtual:help`. A wrong entry stops the build, all of them named at once.
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { loadHelp, loadSituations, readHelpFiles, SITUATIONS_FILE } from '../help/load';

const ID = 'virtual:help';
const FOLDER = join(import.meta.dirname, '..', 'help');

/** Serves `help: HelpData` and `situations: Situation[]`. Throws with one line a problem where a file is wrong. */
export function helpData(): Plugin {
  return {
    name: 'porchlight:help-data',
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load(id) {
      if (id !== `\0${ID}`) return null;
      const files = readHelpFiles(FOLDER);
      for (const name of [...Object.keys(files), SITUATIONS_FILE]) this.addWatchFile(join(FOLDER, name));
      const { data, problems: wrongLines } = loadHelp(files);
      const { situations, problems: wrongSituations } = loadSituations(FOLDER);
      const problems = [...wrongLines, ...wrongSituations];
      if (data === null || problems.length > 0)
        throw new Error(`help/ is not right:\n${problems.map((line) => `  ${line}`).join('\n')}`);
      return `${exported('help', data)}\n${exported('situations', situations)}`;
    },
  };
}

/** A string that is parsed starts faster than a large object literal. */
function exported(name: string, data: unknown): string {
  return `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(data))});`;
}
