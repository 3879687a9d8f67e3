// Sets what a person would choose in the popup before the tour: the language, and the country of the help.
import type { BrowserContext } from '@playwright/test';
import type { FromPages } from '../../utils/page-messages';
import type { Settings } from '../../utils/settings';

/** Sends the change from one of the extension's own pages, the only place from which the background takes it. */
export async function chooseSettings(
  context: BrowserContext,
  id: string,
  change: Partial<Settings>,
): Promise<void> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${id}/popup.html`);
  const message: FromPages = { type: 'set-settings', change };
  await page.evaluate((sent) => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(sent: unknown): Promise<unknown> } };
    };
    return chrome.runtime.sendMessage(sent);
  }, message);
  await page.close();
}
