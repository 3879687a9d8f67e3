// Opens a page of ours from a card.

/** The part of `browser.tabs` that is used. */
export type TabsApi = {
  create(properties: { readonly url: string; readonly openerTabId?: number }): Promise<unknown>;
};

/** The part of `browser.windows` that is used; Firefox for Android has none. */
export type WindowsApi =
  | { update(window: number, properties: { readonly focused: true }): Promise<unknown> }
  | undefined;

/**
 * Beside the tab it was asked from, so that closing it leads back there, else wherever the browser opens it. A private
 * window can't hold our pages: there it opens in the other window, which comes to the front, and has no opener. Firefox for
 * Android knows no openers, and throws at the call itself instead of rejecting.
 */
export async function openBeside(
  tabs: TabsApi,
  windows: WindowsApi,
  url: string,
  besideTab: number,
): Promise<void> {
  try {
    await tabs.create({ url, openerTabId: besideTab });
  } catch {
    const tab = (await tabs.create({ url })) as { readonly windowId?: number } | undefined;
    // A new tab alone brings no window forward: behind the private one nobody would see it.
    if (tab?.windowId !== undefined) await windows?.update(tab.windowId, { focused: true });
  }
}
