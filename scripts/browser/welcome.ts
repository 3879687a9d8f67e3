// The welcome that the extension opens by itself once it is installed.
import type { BrowserContext, Page } from '@playwright/test';

/** How long the welcome gets to open on a new profile, in milliseconds; it takes under one second. */
const WELCOME_WAIT = 10_000;

/**
 * The welcome, as soon as its document is there; null where it does not come. The first page is the one that the browser
 * began with; others may be open, or still be opening, from before.
 */
export async function welcomeOf(context: BrowserContext, id: string): Promise<Page | null> {
  const address = `chrome-extension://${id}/welcome.html`;
  const asWelcome = async (page: Page) => {
    await page.waitForURL(address, { timeout: WELCOME_WAIT, waitUntil: 'commit' });
    return page;
  };
  const isWelcome = (page: Page) =>
    asWelcome(page).then(
      () => true,
      () => false,
    );
  const arriving = context.waitForEvent('page', { timeout: WELCOME_WAIT, predicate: isWelcome });
  return Promise.any([...context.pages().slice(1).map(asWelcome), arriving]).catch(() => null);
}
