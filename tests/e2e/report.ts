// What the content script says of its tab, asked as the popup asks. The state of the page in a word, without a picture.
import { currentWorker, type Launched } from '../../scripts/browser/launch';
import type { FromPopup, TabReport } from '../../utils/messages';

/** The report of the active tab, or null where no content script answers. */
export async function openReport(launched: Launched): Promise<TabReport | null> {
  const worker = await currentWorker(launched);
  const ask: FromPopup = { type: 'report' };
  return worker.evaluate(async (message) => {
    const { chrome } = globalThis as unknown as { chrome: typeof browser };
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return chrome.tabs.sendMessage(tab?.id ?? -1, message).catch(() => null);
  }, ask);
}

/** Everything that is stored, as JSON. */
export async function stored(launched: Launched): Promise<string> {
  const worker = await currentWorker(launched);
  return worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: typeof browser };
    return JSON.stringify(await chrome.storage.local.get(null));
  });
}

/** The part of the extension API that is used here; the worker has all of it. */
declare const browser: {
  readonly storage: { readonly local: { get(keys: null): Promise<unknown> } };
  readonly tabs: {
    query(what: { active: boolean; lastFocusedWindow: boolean }): Promise<{ id?: number }[]>;
    sendMessage(tab: number, message: FromPopup): Promise<TabReport | null>;
  };
};
