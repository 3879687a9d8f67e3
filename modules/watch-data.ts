// While one works (`npm run dev`): a change in rules/ or help/ builds anew what is made of it. WXT looks for the changed file
// among the modules of a build, where no file of the data is: so it is told that the file which takes the data in has changed.
import path from 'node:path';
import { defineWxtModule } from 'wxt/modules';

/** Each folder of data, and the file that imports what scripts/rule-packs.ts and scripts/help-data.ts make of it. */
const TAKEN_IN_BY: Readonly<Record<string, string>> = {
  rules: 'entrypoints/background/index.ts',
  help: 'help/data.ts',
};

export default defineWxtModule((wxt) => {
  const { root } = wxt.config;
  wxt.hook('server:started', (_, { watcher }) => {
    watcher.on('all', (_event, file) => {
      const [folder = ''] = path.relative(root, file).split(path.sep);
      const taker = TAKEN_IN_BY[folder];
      if (taker !== undefined && /\.(yaml|tsv)$/.test(file))
        watcher.emit('all', 'change', path.join(root, taker));
    });
  });
});
