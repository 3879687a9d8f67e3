// A step of the build: sites that show their chats in frames get the content script in those frames too. WXT knows one
// `allFrames` for a script, which would put it into every frame of every site; so the manifest's entry is split in two.
import { defineWxtModule } from 'wxt/modules';

/** The script leaves the pages of frames out (`excludeMatches`); a second entry of the same file takes those alone. */
export default defineWxtModule((wxt) => {
  wxt.hook('build:manifestGenerated', (_, manifest) => {
    for (const entry of [...(manifest.content_scripts ?? [])]) {
      const { exclude_matches: frames, ...rest } = entry;
      if (frames) manifest.content_scripts?.push({ ...rest, matches: frames, all_frames: true });
    }
  });
});
