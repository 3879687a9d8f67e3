// What the one-page rows of platforms.spec.ts can't show, in the build that ships: chats side by side on Facebook, adverts
// in groups by author, and requests that carry a fact of their own.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { attribute, type Box, ClosedRoot } from '../../scripts/browser/closed-root';
import { press, readCards, type ShownCard, shownLevel } from '../../tour/cards';
import { expect, type Sites, test } from './browser';
import { drop, NOTES, pause } from './pauses';
import { openReport } from './report';
import { threatLines } from './scenes';
import { words } from './words';

type Page = Parameters<typeof readCards>[0];

/** Opens a fixture page, with other words in place of some. */
async function open(page: Page, sites: Sites, name: string, others: Readonly<Record<string, string>> = {}) {
  const file = path.resolve(import.meta.dirname, '../fixtures', name);
  const { url } = JSON.parse(readFileSync(`${file}.expected.json`, 'utf8')) as { url: string };
  let html = readFileSync(`${file}.html`, 'utf8');
  for (const [before, after] of Object.entries(others)) html = html.replaceAll(before, after);
  sites.at(url, { html });
  await page.goto(url);
}

const MONTH_MS = 30 * 24 * 60 * 60 * 1000;
const DISCORD_EPOCH = 1_420_070_400_000;
const [, ...threat] = threatLines().map(({ text }) => text);

test('docked chats: both are read, and the second one’s threat is warned of', async ({
  launched,
  sites,
  page,
}) => {
  await open(page, sites, 'messenger-docked/two-chats', { 'lunch?': threat.join(', and ') });
  await expect.poll(() => shownLevel(page)).toBe('danger');
  expect(await openReport(launched)).toMatchObject({
    ...{ state: 'reading', level: 'danger' },
    adapter: { id: 'messenger-docked', experimental: true },
  });
});

/** As Facebook docks them, at the foot of the window. */
const DOCKED = `<style>
html, body { margin: 0 }
.docks { position: fixed; bottom: 0; right: 80px; display: flex; gap: 12px }
.docks > div:not([hidden]) { width: 338px; height: 455px; display: flex; flex-direction: column; background: white }
[role=log] { flex: 1; overflow: auto }
</style></head>`;

test('docked chats: the warning of one stands over no other, and has its whole width in a narrow window', async ({
  sites,
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  const said = { 'use the sine rule': threat.join(', and '), '</head>': DOCKED };
  await open(page, sites, 'messenger-docked/two-chats', said);
  await expect.poll(() => shownLevel(page)).toBe('danger');
  const stands = async () => {
    const [card] = await readCards(page);
    const chats = await page.locator('.docks > div:not([hidden])').all();
    const boxes = await Promise.all(chats.map((chat) => chat.boundingBox()));
    const over = boxes.map((box) => box !== null && card !== undefined && overlaps(card.box, box));
    return { over, wide: (card?.box.width ?? 0) >= 300 };
  };
  await expect.poll(stands).toEqual({ over: [false, false], wide: true });
  await page.setViewportSize({ width: 420, height: 720 });
  await expect.poll(async () => (await stands()).wide).toBe(true);
});

test('docked chats: the warning of the second is seen once that of the first was put away', async ({
  sites,
  page,
}) => {
  const said = { 'use the sine rule': threat.join(', and '), 'lunch?': threat.join(', and ') };
  await open(page, sites, 'messenger-docked/two-chats', said);
  await expect.poll(() => shownLevel(page)).toBe('danger');
  await page.waitForTimeout(1_000); // both are read by now
  const away = async () => press((await readCards(page))[0] as ShownCard, 'away');
  await away();
  await expect.poll(() => shownLevel(page)).toBe('danger');
  await away();
  await expect.poll(() => shownLevel(page)).toBe('folded');
});

test('docked chats: the pause stands over its own chat alone', async ({ sites, page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  const said = {
    'use the sine rule': threat.join(', and '),
    '</head>': DOCKED,
    '</body>': `${NOTES}</body>`,
  };
  await open(page, sites, 'messenger-docked/two-chats', said);
  await expect.poll(() => shownLevel(page)).toBe('danger');
  const chats = page.locator('.docks > div:not([hidden])');
  await drop(page, chats.first().locator('[role=textbox]'));
  const overOther = async () => {
    const shown = await pause(page);
    const box = shown && (await shown.root.box(shown.node));
    const other = await chats.last().boundingBox();
    return box && other && overlaps(box, other);
  };
  await expect.poll(overOther).toBe(false);
});

const overlaps = (one: Box, other: Box) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

test('docked chats: a page without any is no failure', async ({ launched, sites, page }) => {
  await open(page, sites, 'messenger-docked/nothing-docked');
  await expect.poll(() => openReport(launched)).toMatchObject({ state: 'idle', why: null });
});

for (const name of [
  'telegram-k/channel-advert',
  'telegram-a/channel-advert',
  'whatsapp/group-advert',
  'discord/server-advert',
])
  test(`${name}: an advert in parts, its link read and not followed`, async ({ launched, sites, page }) => {
    const asked: string[] = [];
    page.on('request', (request) => void asked.push(new URL(request.url()).hostname));
    await open(page, sites, name);
    await expect.poll(() => openReport(launched)).toMatchObject({ state: 'reading', level: 'caution' });
    const [card] = await readCards(page);
    if (card) await press(card, 'what');
    const text = async () => (await readCards(page))[0]?.text;
    for (const step of ['one', 'two', 'three'])
      await expect.poll(text).toContain(words('en', `card.caution.actions.advert.${step}`));
    expect(asked.filter((host) => host.includes('mega'))).toEqual([]);
  });

for (const name of ['telegram-k/group-parts', 'telegram-a/group-parts', 'whatsapp/group-parts'])
  test(`${name}: parts of several people are no advert`, async ({ launched, sites, page }) => {
    await open(page, sites, name);
    await expect.poll(() => openReport(launched)).toMatchObject({ state: 'reading', level: 'calm' });
    expect(await readCards(page)).toEqual([]);
  });

test('discord: a new account’s friend request has a card of facts, an old one’s has none', async ({
  launched,
  sites,
  page,
}) => {
  // An id holds the time at which its account was made: this one always a month ago.
  const fresh = (BigInt(Date.now() - MONTH_MS - DISCORD_EPOCH) << 22n).toString();
  await open(page, sites, 'discord/friends-pending', { '1560215656857600007': fresh });
  await expect.poll(async () => (await openReport(launched))?.requests).toBe(1);
  await expect.poll(async () => (await readCards(page)).map(({ kind }) => kind)).toEqual(['notice']);
});

test('facebook: the line beside a request moves with it when the page grows above', async ({
  sites,
  page,
}) => {
  await open(page, sites, 'facebook-requests/list', { '4 mutual friends': 'No mutual friends' });
  const away = async () => {
    const [root] = await ClosedRoot.all(page);
    const line = root?.elements((node) => attribute(node, 'class') === 'request')[0];
    const box = root && line && (await root.box(line));
    const request = await page.locator('.x78zum5').first().boundingBox();
    return box && request ? Math.abs(box.y - request.y) : null;
  };
  await expect.poll(away).toBeLessThan(20);
  await page.evaluate(() => {
    const news = Object.assign(document.createElement('div'), { textContent: 'News of the site' });
    news.style.height = '150px';
    document.querySelector('h2')?.after(news);
  });
  await expect.poll(away).toBeLessThan(20);
});
