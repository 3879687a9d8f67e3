// A page that was left may be kept by the browser as it is, and come back to: without a load, and without having heard
// anything meanwhile.
import { currentWorker, type Launched } from '../../scripts/browser/launch';
import { CHAT_SITES, expect, openChat, test } from './browser';
import { openReport, stored } from './report';
import { threatLines } from './scenes';

const k = CHAT_SITES['telegram-k'];
test.use({ browserOptions: { keepsLeftPages: true } });

/** The sign that stands at the lamp of the tab in front. */
async function lampText(launched: Launched): Promise<string> {
  return (await currentWorker(launched)).evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: Chrome };
    const [tab] = await chrome.tabs.query({ active: true });
    return chrome.action.getBadgeText({ tabId: tab?.id ?? 0 });
  });
}

type Chrome = {
  tabs: { query(what: object): Promise<readonly { id: number }[]> };
  action: { getBadgeText(of: { tabId: number }): Promise<string> };
};

for (const [name, ask] of [
  ['shows its level at the lamp again', null],
  ['is no longer read where reading was switched off', { type: 'set-settings', change: { paused: true } }],
  ['writes nothing under a key that was forgotten', { type: 'forget' }],
] as const) {
  test(`a page that is come back to ${name}`, async ({ launched, sites, page }) => {
    sites.otherwise(() => ({ html: '<p>Another page.</p>' }));
    await openChat(page, sites, k, { lines: threatLines() });
    await page.evaluate(() => Object.assign(globalThis, { isKept: true }));
    await expect.poll(() => lampText(launched)).toBe('!');
    await expect.poll(() => stored(launched)).toContain('memory:');
    const key = await memoryKeys(launched);
    await page.goto('https://example.org/');
    await expect.poll(() => lampText(launched)).toBe('');
    if (ask !== null) {
      const own = await launched.context.newPage();
      await own.goto(`chrome-extension://${launched.id}/options.html`);
      await own.evaluate((message) => {
        const { chrome } = globalThis as unknown as {
          chrome: { runtime: { sendMessage(m: object): object } };
        };
        return chrome.runtime.sendMessage(message);
      }, ask);
      await own.close();
    }
    // After the answer: the way back may take the page away from under it.
    await page.evaluate(() => void setTimeout(() => history.back()));
    await expect.poll(() => page.evaluate(() => 'isKept' in globalThis).catch(() => null)).toBe(true);
    if (ask?.type === 'set-settings') {
      await expect.poll(async () => (await openReport(launched))?.state).toBe('paused');
      await expect.poll(() => lampText(launched)).toBe(''); // the lamp hears of it a moment later
      return;
    }
    await expect.poll(() => lampText(launched)).toBe('!');
    if (ask?.type !== 'forget') return;
    await expect.poll(() => stored(launched)).toContain('memory:');
    for (const old of key) expect(await stored(launched)).not.toContain(old);
  });
}

async function memoryKeys(launched: Launched): Promise<readonly string[]> {
  return [...(await stored(launched)).matchAll(/memory:[0-9a-f]{32}/g)].map(([key]) => key);
}
