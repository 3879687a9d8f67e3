// What the one-page rows of platforms.spec.ts can't show, in the build that ships: chats side by side on Facebook, adverts
// in groups by author, and requests that carry a fact of their own.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readCards, shownLevel } from '../../tour/cards';
import { expect, type Sites, test } from './browser';
import { openReport } from './report';
import { threatLines } from './scenes';

type Page = Parameters<typeof readCards>[0];

/** Opens a fixture page, with other words in place of some. */
async function open(page: Page, sites: Sites, name: string, words: Readonly<Record<string, string>> = {}) {
  const file = path.resolve(import.meta.dirname, '../fixtures', name);
  const { url } = JSON.parse(readFileSync(`${file}.expected.json`, 'utf8')) as { url: string };
  let html = readFileSync(`${file}.html`, 'utf8');
  for (const [before, after] of Object.entries(words)) html = html.replaceAll(before, after);
  sites.at(url, { html });
  await page.goto(url);
}

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
    expect(card?.text).toContain("Don't open links here.");
    expect(card?.text).toContain("Don't save anything or pass it on.");
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
  await page.clock.setFixedTime(new Date('2026-11-24T12:00:00'));
  await open(page, sites, 'discord/friends-pending');
  await expect.poll(async () => (await openReport(launched))?.requests).toBe(1);
  await expect.poll(async () => (await readCards(page)).map(({ kind }) => kind)).toEqual(['notice']);
});
