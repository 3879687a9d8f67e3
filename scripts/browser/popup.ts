// Opens the extension's real popup, as a click on the toolbar does, and hands it over as a page.
import { type Browser, chromium, type Page } from '@playwright/test';
import { currentWorker, debuggingPort, type Launched } from './launch';

/** How often and how long to look for the opened popup, in milliseconds. */
const LOOK_EVERY = 50;
const LOOK_FOR = 10_000;

export type OpenPopup = {
  readonly page: Page;
  close(): Promise<void>;
};

/** Opens the popup over the window's active tab. Throws where it does not come. */
export async function openPopup(launched: Launched): Promise<OpenPopup> {
  const worker = await currentWorker(launched);
  await worker.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: { action: { openPopup(): Promise<void> } } };
    return chrome.action.openPopup();
  });
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${debuggingPort(launched.profile)}`);
  const page = await popupPage(browser, launched.id);
  await page.waitForLoadState('load');
  return {
    page,
    async close() {
      await page.evaluate(() => window.close()).catch(() => null); // the answer is lost with the page
      await browser.close();
    },
  };
}

/** The popup among the browser's targets: Playwright's own context does not list it, remote debugging does. */
async function popupPage(browser: Browser, id: string): Promise<Page> {
  for (const end = Date.now() + LOOK_FOR; Date.now() < end; ) {
    const pages = browser.contexts().flatMap((context) => context.pages());
    const popup = pages.find((page) => page.url().startsWith(`chrome-extension://${id}/popup.html`));
    if (popup) return popup;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
  await browser.close();
  throw new Error('The popup did not open.');
}
