// Each adapter in a real browser, in the build that ships: its fixture pages are read, and who says what is told apart by
// real layout, which no imitation of a DOM has.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { ContactFact } from '../../page/adapter';
import { isShort } from '../../scripts/endure/trial';
import { readCards, shownLevel } from '../../tour/cards';
import { toHtml } from '../../tour/pages/markup';
import { documentOf } from '../../tour/pages/site';
import { CHAT_SITES, expect, type lines, openChat, test } from './browser';
import { chats, FIXTURES, fixtures, levelBefore, plain, threatened } from './fixture-chats';
import { forgetChats, openReport } from './report';
import { calmLines, threatLines } from './scenes';

/** Every adapter, by the names of their files: the list itself can't be imported outside the build. */
const ADAPTERS = readdirSync(path.resolve(FIXTURES, '../../platforms'))
  .filter((file) => /^[a-z-]+\.ts$/.test(file) && file !== 'index.ts')
  .map((file) => file.replace(/\.ts$/, ''));

test('every platform has fixture pages, with messages where it reads chats', () => {
  const read = new Set(fixtures.map(({ expected }) => expected.adapter));
  expect([...read].toSorted()).toEqual(ADAPTERS.toSorted());
  const chatting = new Set(chats.map(({ expected }) => expected.adapter));
  expect(ADAPTERS.filter((id) => !chatting.has(id))).toEqual(['facebook-requests']);
  const threatenable = [...Object.keys(CHAT_SITES), ...plain.map(({ expected }) => expected.adapter)];
  expect(threatenable.toSorted()).toEqual([...chatting].toSorted());
});

/** What a page says whenever it is read. An account is new for half a year; tests/platforms look at it on the page's own day. */
const lasting = (facts: readonly ContactFact[]) => facts.filter(({ fact }) => fact !== 'new-account');

/** CI's short form reads every second page of a site in a real browser; tests/platforms reads all in an imitation of one. */
const pagesOf = (adapter: string) =>
  chats.filter(({ expected }) => expected.adapter === adapter).filter((_, at) => !isShort() || at % 2 === 0);

for (const adapter of new Set(chats.map(({ expected }) => expected.adapter)))
  test(`reads the pages of ${adapter}`, async ({ launched, sites, page }) => {
    for (const { title, html, expected } of pagesOf(adapter)) {
      await page.goto('about:blank'); // an address that differs by its hash alone loads no page anew
      await forgetChats(launched); // several pages show the same person, and what stood beside a request is remembered
      sites.at(expected.url, { html });
      await page.goto(expected.url);
      await expect
        .poll(() => openReport(launched), { message: title })
        .toMatchObject({ state: 'reading', why: null, adapter: { id: expected.adapter } });
      const { facts } = expected;
      if (!facts) continue;
      // They come with the memory of the chat, which the background is asked for.
      await expect
        .poll(async () => lasting((await openReport(launched))?.facts ?? []), { message: title })
        .toEqual(lasting(facts));
    }
  });

for (const chat of plain)
  test(`${chat.title}: a threat is warned of, and the same words from the child are not`, async ({
    launched,
    sites,
    page,
  }) => {
    sites.at(chat.expected.url, { html: threatened(chat, 'self') });
    await page.goto(chat.expected.url);
    const level = levelBefore(chat);
    await expect.poll(() => openReport(launched)).toMatchObject({ state: 'reading', level });
    await expect
      .poll(async () => (await readCards(page)).map(({ kind }) => kind))
      .toEqual(level === 'calm' ? [] : [level]);
    await page.goto('about:blank');
    sites.at(chat.expected.url, { html: threatened(chat, 'other') });
    await page.goto(chat.expected.url);
    await expect.poll(() => shownLevel(page)).toBe('danger');
  });

for (const site of Object.values(CHAT_SITES))
  test(`${site.id}: a threat is warned of, and the same words from the child are not`, async ({
    launched,
    sites,
    page,
  }) => {
    const turned = threatLines().map((line) => ({
      ...line,
      from: line.from === 'self' ? ('other' as const) : ('self' as const),
    }));
    await openChat(page, sites, site, { lines: turned, stranger: false });
    await expect.poll(() => openReport(launched)).toMatchObject({ state: 'reading', level: 'calm' });
    expect(await readCards(page)).toEqual([]);
    await page.goto('about:blank');
    await openChat(page, sites, site, { lines: threatLines() });
    await expect.poll(() => shownLevel(page)).toBe('danger');
  });

test('messenger: the side is read from layout where classes alone give it and the words are of no known language', async ({
  launched,
  sites,
  page,
}) => {
  const site = CHAT_SITES.messenger;
  const chat = { peer: '100000000000077', title: 'Robin Fielder', stranger: false };
  const open = async (said: ReturnType<typeof lines>) => {
    const hashed = documentOf(chat.title, site.body({ ...chat, lines: said }))
      .replaceAll('style="display:flex;justify-content:flex-end"', 'data-note="own"')
      .replaceAll('style="display:flex;justify-content:flex-start"', 'data-note="theirs"')
      .replaceAll(/aria-label="At [^"]*?, You: /g, 'aria-label="Qo 12:00, Zuza: ')
      .replace('</head>', `${toHtml({ tag: 'style', attributes: {}, children: [HASHED] })}</head>`);
    sites.at(site.url(chat.peer), { html: hashed });
    await page.goto(site.url(chat.peer));
  };
  await open(threatLines().map((line) => ({ ...line, from: 'self' as const })));
  await expect.poll(() => openReport(launched)).toMatchObject({ state: 'reading', level: 'calm' });
  await open([...calmLines(), ...threatLines()]);
  await expect.poll(() => shownLevel(page)).toBe('danger');
});

/** As the site's own hashed classes do it. */
const HASHED =
  '[data-note] { display: flex } [data-note="own"] { justify-content: flex-end } [data-note="theirs"] { justify-content: flex-start }';

test('facebook-requests: a card of facts stands beside the request with no friends in common, and on no other', async ({
  launched,
  sites,
  page,
}) => {
  const requests = fixtures.filter(
    ({ expected }) => expected.adapter === 'facebook-requests' && expected.url.includes('/requests/'),
  );
  expect(requests.length).toBeGreaterThan(0);
  for (const { html, expected } of requests) {
    sites.at(expected.url, { html });
    await page.goto(expected.url);
    const shown = (expected.requests ?? []) as readonly { readonly facts: readonly ContactFact[] }[];
    const worth = shown.filter(({ facts }) => facts.some(({ fact }) => fact === 'no-mutual-friends')).length;
    await expect.poll(async () => (await openReport(launched))?.requests).toBe(worth);
    await expect
      .poll(async () => (await readCards(page)).filter(({ kind }) => kind === 'notice').length)
      .toBe(worth);
  }
});
