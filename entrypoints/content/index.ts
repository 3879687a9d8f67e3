// The content script: reads the open conversation, in the order of the data flow.
import { defineContentScript } from 'wxt/utils/define-content-script';

export default defineContentScript({
  matches: ['https://web.telegram.org/*', 'https://www.facebook.com/*', 'https://web.facebook.com/*'],
  runAt: 'document_idle',
  allFrames: false,
  registration: 'manifest',
  main() {},
});
