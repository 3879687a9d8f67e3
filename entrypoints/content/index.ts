// The content script. From here on, in this order: `hello` to the background → watchPage → a chat opens → packs → detector → one engine
// for each conversation → decide → card → counts to the background → report to the popup. No text leaves this script.
import { defineContentScript } from 'wxt/utils/define-content-script';
import { runContent } from './run-content';
// `runContent` stands above this comment, which keeps it there when imports are sorted: the sites then stand last in the packed
// script, and gzip makes that 490 bytes smaller.

import { watchPage } from '../../page/watch';
import { adapters, allMatches, frameMatches } from '../../platforms/index';
import { createLink } from './background-link';
import { createCardHost } from './card-host';
import { listen, runtime } from './extension-api';
import { clearRemains } from './remains';
import { whenShown } from './when-shown';

export default defineContentScript({
  matches: allMatches,
  excludeMatches: frameMatches, // they get an entry of their own (modules/frame-scripts.ts)
  runAt: 'document_idle',
  allFrames: false,
  registration: 'manifest',
  main() {
    clearRemains(document);
    const stop = new AbortController();
    const run = () =>
      runContent({
        document,
        inFrame: window !== window.top,
        adapters,
        watchPage,
        createCardHost,
        link: createLink(runtime, () => stop.abort()),
        onMessage: listen,
        now: Date.now,
        signal: stop.signal,
      });
    whenShown(document, run, stop.signal);
  },
});
