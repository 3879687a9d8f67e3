// For a child under 13: a danger card leaves a quiet mark on the lamp until the parent's PIN acknowledges it.
import type { Page } from '@playwright/test';
import { currentWorker, type Launched } from '../../scripts/browser/launch';
import { openPopup } from '../../scripts/browser/popup';
import { shownLevel } from '../../tour/cards';
import type { FromPages } from '../../utils/page-messages';
import { CHAT_SITES, expect, openChat, test } from './browser';
import { threatLines } from './scenes';
import { words } from './words';

const PIN = '314159';

/** Asks the background as a page of ours does: from one. */
async function ask(page: Page, message: FromPages): Promise<unknown> {
  return page.evaluate((asked) => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
    };
    return chrome.runtime.sendMessage(asked);
  }, message);
}

/** The text on the lamp: of all tabs, or of the one whose address begins so. */
async function lampText(launched: Launched, address: string | null = null): Promise<string> {
  const worker = await currentWorker(launched);
  return worker.evaluate(async (begins) => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        tabs: { query(what: object): Promise<{ id?: number; url?: string }[]> };
        action: { getBadgeText(what: object): Promise<string> };
      };
    };
    if (begins === null) return chrome.action.getBadgeText({});
    const tabs = await chrome.tabs.query({});
    const tabId = tabs.find(({ url }) => url?.startsWith(begins))?.id;
    return chrome.action.getBadgeText({ tabId });
  }, address);
}

for (const audience of ['parent', 'together'] as const) {
  test(`a danger card and a browser of "${audience}"`, async ({ launched, sites, page }) => {
    const marked = audience === 'parent';
    const own = await launched.context.newPage();
    await own.goto(`chrome-extension://${launched.id}/options.html`);
    await ask(own, { type: 'finish-welcome', audience, family: { pin: PIN } });
    expect(await lampText(launched)).toBe('');

    await page.bringToFront();
    await openChat(page, sites, CHAT_SITES['telegram-k'], { lines: threatLines() });
    await expect.poll(() => shownLevel(page)).toBe('danger');
    await expect
      .poll(() => ask(own, { type: 'stored-overview' }))
      .toMatchObject({
        counts: { counts: 1, pending: marked ? 1 : 0 },
      });
    await expect.poll(() => lampText(launched)).toBe(marked ? '•' : '');

    const popup = await openPopup(launched);
    await expect(popup.page.locator('.status-danger')).toBeVisible();
    await expect(popup.page.getByText(words('en', 'popup.family.text'))).toHaveCount(marked ? 1 : 0);
    await popup.close();

    expect(await ask(own, { type: 'acknowledge', pin: '000000' })).toMatchObject({ ok: false });
    expect(await lampText(launched)).toBe(marked ? '•' : '');
    expect(await ask(own, { type: 'acknowledge', pin: PIN })).toEqual({ ok: true });
    await expect.poll(() => lampText(launched)).toBe('');

    // Nothing that is stored says of whom, and a week that is not over is not shown, PIN or not.
    expect(await ask(own, { type: 'family-open', pin: PIN })).toMatchObject({ ok: true, weeks: [] });
  });
}

test('the mark is back after Porchlight was switched off and on again, with its first page at the latest', async ({
  launched,
  sites,
  page,
}) => {
  const own = await launched.context.newPage();
  await own.goto(`chrome-extension://${launched.id}/options.html`);
  await ask(own, { type: 'finish-welcome', audience: 'parent', family: { pin: PIN } });
  await page.bringToFront();
  await openChat(page, sites, CHAT_SITES['telegram-k'], { lines: threatLines() });
  await expect.poll(() => lampText(launched)).toBe('•');
  await page.goto('chrome://extensions/');
  await page.evaluate(async (id) => {
    const { chrome } = globalThis as unknown as {
      chrome: { management: { setEnabled(id: string, on: boolean): Promise<void> } };
    };
    for (const on of [false, true]) await chrome.management.setEnabled(id, on);
  }, launched.id);
  // From a page of ours, since the worker from before is listed for a while.
  const again = await launched.context.newPage();
  const mark = async () => {
    await again.goto(`chrome-extension://${launched.id}/options.html`); // asks the worker, and so wakes it
    return again.evaluate(() => {
      const { chrome } = globalThis as unknown as {
        chrome: { action: { getBadgeText(what: object): Promise<string> } };
      };
      return chrome.action.getBadgeText({});
    });
  };
  await expect.poll(() => mark().catch(() => null)).toBe('•');
});

test('the mark shows on a tab that has nothing of its own to say', async ({ launched, page }) => {
  // The background itself sets the mark once it is installed, which may come later than this.
  await expect(async () => {
    await (await currentWorker(launched)).evaluate(markBehindTab);
    await page.goto('about:blank');
    expect(await lampText(launched, 'about:blank')).toBe('•');
  }).toPass({ timeout: 10_000 });
});

/** In the worker: a mark for all tabs, and on the one in front a word that is taken back. */
async function markBehindTab(): Promise<void> {
  const { chrome } = globalThis as unknown as {
    chrome: {
      tabs: { query(what: object): Promise<{ id?: number }[]> };
      action: { setBadgeText(what: object): Promise<void> };
    };
  };
  const [tab] = await chrome.tabs.query({ active: true });
  await chrome.action.setBadgeText({ text: '•' });
  await chrome.action.setBadgeText({ tabId: tab?.id, text: '!' });
  await chrome.action.setBadgeText({ tabId: tab?.id, text: null });
}
