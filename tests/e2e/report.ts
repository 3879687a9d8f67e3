// What the content script says of its tab, asked as the popup asks. The state of the page in a word, without a picture.
import { currentWorker, type Launched } from '../../scripts/browser/launch';
import type { FromPopup, TabReport } from '../../utils/tab-messages';

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

/** Messages that stored memory says were read, over all chats and days. Once it holds all, nothing more of them is written. */
export async function messagesRead(launched: Launched): Promise<number> {
  type Kept = { readonly memory: { readonly days: Readonly<Record<string, number>> } };
  const items = Object.entries(JSON.parse(await stored(launched)) as Record<string, Kept>);
  return items
    .filter(([key]) => key.startsWith('memory:'))
    .flatMap(([, { memory }]) => Object.values(memory.days))
    .reduce((sum, count) => sum + count, 0);
}

/** Takes all memory of chats and contacts out of storage, where nothing else holds it. Close the chat first: an open page still writes. */
export async function forgetChats(launched: Launched): Promise<void> {
  const worker = await currentWorker(launched);
  await worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: typeof browser };
    const keys = Object.keys(await chrome.storage.local.get(null));
    await chrome.storage.local.remove(keys.filter((key) => /^(memory|contact):/.test(key)));
  });
}

/** The part of the extension API that is used here; the worker has all of it. */
declare const browser: {
  readonly storage: {
    readonly local: {
      get(keys: null): Promise<Record<string, unknown>>;
      remove(keys: string[]): Promise<void>;
    };
  };
  readonly tabs: {
    query(what: { active: boolean; lastFocusedWindow: boolean }): Promise<{ id?: number }[]>;
    sendMessage(tab: number, message: FromPopup): Promise<TabReport | null>;
  };
};
