// The first script of ours in a page (modules/first-script.ts), before the page's own: it listens for keys, so that a card
// can keep those that are pressed inside it. It reads nothing, and until a card is shown it does nothing.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { listenForKeys } from './content/kept-keys';

export default defineUnlistedScript(() => {
  listenForKeys(window);
});
