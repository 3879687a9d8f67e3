// Every adapter in a real browser while its pages change as sites do: the changes of tests/platforms/mutate.ts, and thousands
// of rows of history and two hundred messages a second. What changes while the watcher looks on, and another chat, is in
// live-changes.spec.ts. That the extension itself reads these pages is in platforms.spec.ts.
import type { Page } from '@playwright/test';
import { isShort } from '../../scripts/endure/trial';
import { type Growth, growChat } from '../../scripts/page-bench/grow-chat';
import type { Told } from '../platforms/in-browser';
import { expect, type Inside, open, READ_MS, test, toldOn } from './adapters-in-page';
import { chats, fixtures } from './fixture-chats';

/**
 * CI's short form takes one page of each site with every third change (each change with a third of the sites), and floods two.
 * `PORCHLIGHT_ENDURE_FORM=full npm run e2e -- mutations` reads five thousand rows and makes every change on every fixture
 * page; tests/platforms makes them all in an imitation of a DOM, each time.
 */
const HISTORY = { count: isShort() ? 1_000 : 5_000, per: 50, pause: 20 };
/** Two hundred a second. */
const BURST = { count: 400, per: 10, pause: 50 };
/** A chat that was just opened fills up from the server for so long (page/history.ts), in milliseconds. */
const OPENING_MS = 6_000;

const asking = fixtures.filter(({ expected }) => (expected.requests?.length ?? 0) > 0);

test('the sites that show requests have pages with them', () => {
  const sites = new Set(asking.map(({ expected }) => expected.adapter));
  expect([...sites].toSorted()).toEqual([
    ...['discord', 'facebook-requests', 'instagram', 'messenger', 'roblox', 'x'],
  ]);
});

for (const adapter of new Set(asking.map(({ expected }) => expected.adapter)))
  test(`${adapter}: finds the requests and their facts`, async ({ tab, script }) => {
    for (const shown of asking.filter(({ expected }) => expected.adapter === adapter)) {
      tab.sites.at(shown.expected.url, { html: shown.html });
      await open(tab.page, shown, script);
      const found = await tab.page.evaluate(
        (id) => (globalThis as unknown as Inside).checks.checks.requests(id),
        adapter,
      );
      expect(found, shown.title).toEqual(shown.expected.requests);
    }
  });

const names = [...new Set(chats.map(({ expected }) => expected.adapter))];

for (const [at, adapter] of names.entries()) {
  test(`${adapter}: reads what is there after every change, or says that it can't`, async ({
    tab,
    script,
  }) => {
    test.setTimeout(3 * READ_MS);
    const all = chats.filter(({ expected }) => expected.adapter === adapter);
    for (const chat of isShort() ? all.slice(0, 1) : all) {
      tab.sites.at(chat.expected.url, { html: chat.html });
      await open(tab.page, chat, script);
      const changes = await tab.page.evaluate(() => (globalThis as unknown as Inside).checks.checks.names);
      expect(changes.length).toBeGreaterThan(10);
      for (const name of changes.filter((_, change) => !isShort() || (change + at) % 3 === 0)) {
        await open(tab.page, chat, script);
        const misread = await tab.page.evaluate(
          ([id, change]) => (globalThis as unknown as Inside).checks.checks.mutate(id, change),
          [adapter, name] as const,
        );
        expect(misread, `${chat.title}: ${name}`).toBeNull();
      }
    }
  });
}

/** A quarter of a minute each: CI's short form takes rows with ids and rows in open shadow roots. */
const FLOODED = isShort() ? names.filter((name) => name === 'telegram-k' || name === 'reddit-chat') : names;

for (const adapter of FLOODED) {
  test(`${adapter}: two hundred messages a second, and thousands of rows of history, are each told once`, async ({
    tab,
    script,
  }) => {
    test.setTimeout(3 * READ_MS);
    const { page, sites } = tab;
    // Of a page with one row nobody can tell what the site puts around each row.
    const longest = chats
      .filter(({ expected }) => expected.adapter === adapter)
      .toSorted((a, b) => (b.expected.messages?.length ?? 0) - (a.expected.messages?.length ?? 0));
    for (const chat of longest) {
      sites.at(chat.expected.url, { html: chat.html });
      await open(page, chat, script);
      const sample = await page.evaluate(
        (id) => (globalThis as unknown as Inside).checks.checks.sample(id),
        adapter,
      );
      if (sample === null) continue; // words in several pieces: another page of the site has one
      await page.evaluate(() => (globalThis as unknown as Inside).checks.checks.watch());
      await expect.poll(async () => (await toldOn(page)).length, { timeout: READ_MS }).toBeGreaterThan(0);
      await page.waitForTimeout(OPENING_MS); // what comes above from here on is history
      const arrived = await grow(page, { ...sample, ...BURST, above: false, from: 1 });
      expect(arrived.told.map(({ text }) => text)).toEqual(arrived.lines);
      const past = await grow(page, { ...sample, ...HISTORY, above: true, from: 1 });
      expect(past.told.map(({ text }) => text).toSorted()).toEqual(past.lines.toSorted());
      expect(past.told.filter(({ history }) => !history)).toEqual([]);
      expect(await page.evaluate(() => (globalThis as unknown as Inside).checks.checks.errors)).toEqual([]);
      return;
    }
    throw new Error('no page of this site has a row to copy');
  });
}

/** Lets so many rows come, and gives what was told of them. */
async function grow(
  page: Page,
  { count, ...growth }: Omit<Growth, 'lines'> & { readonly count: number },
): Promise<{ readonly lines: readonly string[]; readonly told: readonly Told[] }> {
  const before = (await toldOn(page)).length;
  const lines = Array.from({ length: count }, (_, index) => `${growth.above ? 'older' : 'newer'} ${index}`);
  expect(await page.evaluate(growChat, { ...growth, lines })).toBe(count);
  const told = async () => (await toldOn(page)).slice(before);
  await expect.poll(async () => (await told()).length, { timeout: READ_MS }).toBeGreaterThanOrEqual(count);
  await page.waitForTimeout(1_000); // nothing comes twice
  return { lines, told: await told() };
}
