// The two calls of the extension API that a content script needs, without webextension-polyfill: its 10 KB would run in
// every page, and both browsers' own promises and `sendResponse` do the same here.
import type { Runtime } from './background-link';

type Sender = { readonly id?: string };
type Listener = (message: unknown, sender: Sender, respond: (answer: unknown) => void) => true | undefined;
type Api = {
  readonly runtime?: Runtime & {
    readonly onMessage: { addListener(listener: Listener): void; removeListener(listener: Listener): void };
  };
};

/**
 * Firefox and Safari call it `browser`, Chrome and Edge `chrome`. Its `runtime` is gone once we were updated. Where a
 * browser has no `browser` of its own, an element of the page with that id stands under the name, for us as well.
 */
function api(): Api | undefined {
  const { browser, chrome } = globalThis as { browser?: Api; chrome?: Api };
  return Object.hasOwn(globalThis, 'browser') ? browser : chrome;
}

/** `browser.runtime`, or undefined where this script was orphaned. */
export function runtime(): Runtime | undefined {
  return api()?.runtime;
}

/** Answers messages of our own extension; `answer` gives undefined for what it does not know. Gives how to stop. */
export function listen(answer: (message: unknown) => Promise<unknown> | undefined): () => void {
  const listener: Listener = (message, sender, respond) => {
    if (sender.id !== runtime()?.id) return undefined;
    const answered = answer(message);
    if (answered === undefined) return undefined;
    answered.then(respond, () => respond(null));
    return true; // the answer comes later
  };
  api()?.runtime?.onMessage.addListener(listener);
  return () => api()?.runtime?.onMessage.removeListener(listener);
}
