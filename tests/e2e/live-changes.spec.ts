// Every adapter in a real browser while the watcher looks on: an edit, rows that are emptied and recycled, a list that is
// replaced, and another chat without a reload. tests/platforms does the same on more pages, in an imitation of a DOM.
import type { Page } from '@playwright/test';
import { type TwoChats, twoChatsEach } from '../platforms/second-chat';
import { expect, type Inside, newTab, open, READ_MS, test, toldOn } from './adapters-in-page';

/** Longer than a change rests before it is read, in milliseconds. */
const RESTED_MS = 700;

/** Waits until so many messages were told, and as long as it takes for one more to come. */
async function tellsAtLeast(page: Page, count: number, site: string): Promise<readonly string[]> {
  const told = async () => (await toldOn(page)).map(({ text }) => text);
  await expect
    .poll(async () => (await told()).length, { message: site, timeout: READ_MS })
    .toBeGreaterThanOrEqual(count);
  await page.waitForTimeout(RESTED_MS);
  return told();
}

/** Opens a site's first chat, changes it, and opens the second. */
async function live(page: Page, { site, first, second }: TwoChats, script: string): Promise<void> {
  await open(page, first, script);
  await page.evaluate(() => (globalThis as unknown as Inside).checks.checks.watch());
  const wanted = [...(await tellsAtLeast(page, first.expected.messages?.length ?? 0, site))];
  const tells = async (texts: readonly string[], change: string) => {
    wanted.push(...texts);
    expect(await tellsAtLeast(page, wanted.length, `${site}: ${change}`), `${site}: ${change}`).toEqual(
      wanted,
    );
  };
  for (const name of await page.evaluate(() => (globalThis as unknown as Inside).checks.checks.liveNames)) {
    const texts = await page.evaluate(
      ([id, change]) => (globalThis as unknown as Inside).checks.checks.changeLive(id, change),
      [site, name] as const,
    );
    await tells(texts, name);
  }
  await page.evaluate(
    ([html, url]) => (globalThis as unknown as Inside).checks.checks.openAnother(html, url),
    [second.html, second.expected.url] as const,
  );
  await tells(
    (second.expected.messages ?? []).map(({ text = '' }) => text),
    'another chat',
  );
}

test('every site: each message is told once, while rows, lists and chats change', async ({
  bare,
  script,
}) => {
  test.setTimeout(3 * READ_MS);
  // All at once, since most of it is waiting; a context has one clock.
  const read = twoChatsEach().map(async (chats) => {
    const { page, sites } = await newTab(bare);
    sites.at(chats.first.expected.url, { html: chats.first.html });
    await live(page, chats, script);
    await page.context().close();
  });
  await Promise.all(read);
});
