// A step of the build: wherever the content script runs, a small one runs first, before the page's own scripts. It is no
// content script of its own to WXT, since one would carry the adapters along for the sake of their addresses.
import { defineWxtModule } from 'wxt/modules';

/** Comes before modules/frame-scripts.ts by its name, which then splits this entry as well. */
export default defineWxtModule((wxt) => {
  wxt.hook('build:manifestGenerated', (_, manifest) => {
    for (const entry of [...(manifest.content_scripts ?? [])])
      manifest.content_scripts?.push({ ...entry, js: ['keys.js'], run_at: 'document_start' });
  });
});
