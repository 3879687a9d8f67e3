// A person can tell the browser to let Porchlight onto a site by a click alone, or not at all: the popup says so.
import { openPopup } from '../../scripts/browser/popup';
import { CHAT_SITES, expect, openChat, test } from './browser';
import { openReport } from './report';
import { threatLines } from './scenes';
import { words } from './words';

test.use({ ownBrowser: true });

for (const access of ['ON_ALL_SITES', 'ON_CLICK'] as const) {
  test(`the popup where the browser lets us read: ${access}`, async ({ launched, sites, page }) => {
    const isBarred = access === 'ON_CLICK';
    const list = await launched.context.newPage();
    await list.goto('chrome://extensions/');
    await list.evaluate(
      ([extensionId, hostAccess]) => {
        const { chrome } = globalThis as unknown as {
          chrome: { developerPrivate: { updateExtensionConfiguration(change: object): Promise<void> } };
        };
        return chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess });
      },
      [launched.id, access],
    );
    await page.bringToFront();
    await openChat(page, sites, CHAT_SITES['telegram-k'], { lines: threatLines() });
    if (!isBarred) await expect.poll(async () => (await openReport(launched))?.level).toBe('danger');
    await page.goto('about:blank');
    const popup = await openPopup(launched);
    await expect(popup.page.getByText(words('en', 'popup.none.text'))).toBeVisible();
    await expect(popup.page.getByText(words('en', 'popup.none.access'))).toHaveCount(isBarred ? 1 : 0);
    await popup.close();
  });
}
