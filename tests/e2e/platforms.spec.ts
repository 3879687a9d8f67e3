// Each adapter in a real browser, in the build that ships: its fixture pages are read, and who says what is told apart by
// real layout, which no imitation of a DOM has.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ContactFact } from '../../page/adapter';
import { readCards, shownLevel } from '../../tour/cards';
import { toHtml } from '../../tour/pages/markup';
import { documentOf } from '../../tour/pages/site';
import { CHAT_SITES, expect, type lines, openChat, test } from './browser';
import { openReport } from './report';
import { calmLines, threatLines } from './scenes';

const FIXTURES = path.resolve(import.meta.dirname, '../fixtures');

/** The part of a fixture's expectation that a report from the page can show. */
type Expected = {
  readonly adapter: string;
  readonly url: string;
  readonly messages?: readonly { readonly speaker?: string; readonly text?: string }[];
  readonly facts?: readonly ContactFact[];
};

const fixtures = readdirSync(FIXTURES)
  .flatMap((folder) =>
    readdirSync(path.join(FIXTURES, folder)).map((file) => path.join(FIXTURES, folder, file)),
  )
  .filter((file) => file.endsWith('.html'))
  .map((file) => ({
    title: path.relative(FIXTURES, file).replace(/\.html$/, ''),
    html: readFileSync(file, 'utf8'),
    expected: JSON.parse(readFileSync(file.replace(/html$/, 'expected.json'), 'utf8')) as Expected,
  }));

/** Chats whose speakers the page gives. */
const chats = fixtures.filter(({ expected }) =>
  expected.messages?.some(({ speaker }) => speaker === 'other'),
);

const THREAT = threatLines()
  .filter(({ from }) => from === 'other')
  .map(({ text }) => text);

/** What one side says in plain letters, as it stands in the page. */
function said({ html, expected }: (typeof fixtures)[number], speaker: string): string[] {
  const texts = (expected.messages ?? [])
    .filter((one) => one.speaker === speaker)
    .map(({ text = '' }) => text);
  return texts.filter((text) => html.includes(text));
}

/** The page with a threat in place of the last things that one side said. */
function threatened(chat: (typeof fixtures)[number], speaker: string): string {
  const last = said(chat, speaker).slice(-THREAT.length);
  return last.reduce((page, text, index) => page.replaceAll(text, THREAT[index] ?? ''), chat.html);
}

/** A chat of each site that has no practice page, with enough words of both. */
const plain = chats
  .filter((chat) => ['self', 'other'].every((speaker) => said(chat, speaker).length >= THREAT.length))
  .filter(({ expected: { adapter } }) => !(adapter in CHAT_SITES))
  .filter(
    ({ expected }, index, all) =>
      all.findIndex((other) => other.expected.adapter === expected.adapter) === index,
  );

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

for (const { title, html, expected } of chats) {
  test(`reads ${title}`, async ({ launched, sites, page }) => {
    sites.at(expected.url, { html });
    await page.goto(expected.url);
    await expect
      .poll(() => openReport(launched))
      .toMatchObject({ state: 'reading', why: null, adapter: { id: expected.adapter } });
    if (expected.facts) expect((await openReport(launched))?.facts).toEqual(expected.facts);
  });
}

for (const chat of plain) {
  const { title, expected } = chat;
  test(`${title}: a threat from the other person is warned of`, async ({ sites, page }) => {
    sites.at(expected.url, { html: threatened(chat, 'other') });
    await page.goto(expected.url);
    await expect.poll(() => shownLevel(page)).toBe('danger');
  });

  test(`${title}: the same words from the child are not`, async ({ launched, sites, page }) => {
    sites.at(expected.url, { html: threatened(chat, 'self') });
    await page.goto(expected.url);
    await expect.poll(() => openReport(launched)).toMatchObject({ state: 'reading', level: 'calm' });
    expect(await readCards(page)).toEqual([]);
  });
}

for (const site of Object.values(CHAT_SITES)) {
  test(`${site.id}: a threat from the other person is warned of`, async ({ sites, page }) => {
    await openChat(page, sites, site, { lines: threatLines() });
    await expect.poll(() => shownLevel(page)).toBe('danger');
  });

  test(`${site.id}: the same words from the child are not`, async ({ launched, sites, page }) => {
    const turned = threatLines().map((line) => ({
      ...line,
      from: line.from === 'self' ? ('other' as const) : ('self' as const),
    }));
    await openChat(page, sites, site, { lines: turned, stranger: false });
    await expect.poll(() => openReport(launched)).toMatchObject({ state: 'reading', level: 'calm' });
    expect(await readCards(page)).toEqual([]);
  });
}

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
    const shown = (expected as { requests?: { facts: ContactFact[] }[] }).requests ?? [];
    const worth = shown.filter(({ facts }) => facts.some(({ fact }) => fact === 'no-mutual-friends')).length;
    await expect.poll(async () => (await openReport(launched))?.requests).toBe(worth);
    await expect
      .poll(async () => (await readCards(page)).filter(({ kind }) => kind === 'notice').length)
      .toBe(worth);
  }
});
