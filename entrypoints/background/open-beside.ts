// Opens a page of ours from a card.

/** The part of `browser.tabs` that is used. */
export type TabsApi = {
  create(properties: { readonly url: string; readonly openerTabId?: number }): Promise<unknown>;
};

/**
 * Beside the tab it was asked from, so that closing it leads back there, else wherever the browser opens it. A private
 * window can't hold our pages: there it opens in the other window, and has no opener. Firefox for Android knows no
 * openers, and throws at the call itself instead of rejecting.
 */
export async function openBeside(tabs: TabsApi, url: string, besideTab: number): Promise<void> {
  try {
    await tabs.create({ url, openerTabId: besideTab });
  } catch {
    await tabs.create({ url });
  }
}
