// The welcome that the extension opens by itself once it is installed.
import type { BrowserContext, Page } from '@playwright/test';

/** How long the welcome gets to open on a new profile, in milliseconds; it takes under one second. */
const WELCOME_WAIT = 10_000;

/** The welcome, which opens once the extension is installed, as soon as its document is there; null where it does not come. */
export async function welcomeOf(context: BrowserContext, id: string): Promise<Page | null> {
  const isWelcome = (page: Page) => page.url() === `chrome-extension://${id}/welcome.html`;
  const navigated = (page: Page) =>
    page.waitForURL(/welcome\.html$/, { timeout: WELCOME_WAIT, waitUntil: 'commit' }).catch(() => null);
  const arriving = context.waitForEvent('page', { timeout: WELCOME_WAIT }).catch(() => null);
  const there = context.pages().find(isWelcome) ?? context.pages()[1] ?? (await arriving);
  if (there) await navigated(there);
  return there && isWelcome(there) ? there : null;
}
