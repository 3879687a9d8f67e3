// What was copied, read the way a page may read it.
import type { Page } from '@playwright/test';

/** Text on the clipboard. A browser gives it to a page in front alone, and takes a moment to bring one there. */
export async function readClipboard(page: Page): Promise<string> {
  await page.bringToFront();
  await page.waitForFunction(() => document.hasFocus());
  return page.evaluate(() => navigator.clipboard.readText());
}
