// Vite plugin: checks help/ and serves it as `virtual:help`. A wrong entry stops the build, all of them named at once.
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { loadHelp, readHelpFiles } from '../help/load';

const ID = 'virtual:help';
const FOLDER = join(import.meta.dirname, '..', 'help');

/** Serves `export const help: HelpData`. Throws with one line a problem where a file is wrong. */
export function helpData(): Plugin {
  return {
    name: 'porchlight:help-data',
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load(id) {
      if (id !== `\0${ID}`) return null;
      const files = readHelpFiles(FOLDER);
      for (const name of Object.keys(files)) this.addWatchFile(join(FOLDER, name));
      const { data, problems } = loadHelp(files);
      if (data === null)
        throw new Error(`help/ is not right:\n${problems.map((line) => `  ${line}`).join('\n')}`);
      // A string that is parsed starts faster than a large object literal.
      return `export const help = JSON.parse(${JSON.stringify(JSON.stringify(data))});`;
    },
  };
}
