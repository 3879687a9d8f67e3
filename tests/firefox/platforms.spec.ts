// Every adapter in real Firefox: the child's own words leave it calm, and the same words from the other person are a danger.
import { documentOf } from '../../tour/pages/site';
import { CHAT_SITES } from '../../tour/pages/sites';
import { levelBefore, plain, threatened } from '../e2e/fixture-chats';
import { threatLines } from '../e2e/scenes';
import { BUILD, expect, test, type World } from './firefox';
import type { OwnTab } from './own-tab';
import { shownCard } from './shown';

let own: OwnTab;
test.beforeAll(async ({ world }) => {
  own = await world.install(BUILD);
});

async function open(world: World, url: string, html: string): Promise<void> {
  const { host, pathname } = new URL(url);
  world.answer((asked) => (asked.host === host && asked.pathname === pathname ? { html } : null));
  await world.page.goto('about:blank'); // where only what follows the # differs, going there loads nothing
  await world.page.goto(url);
}

type Pages = { readonly child: string; readonly other: string; readonly before?: 'calm' | 'notice' };

/** Shows both pages: on the first nothing may be warned of, though it was read. */
async function expectToTellApart(world: World, adapter: string, url: string, pages: Pages) {
  const { child, other, before = 'calm' } = pages;
  await open(world, url, child);
  await expect
    .poll(() => own.report())
    .toMatchObject({ state: 'reading', level: before, adapter: { id: adapter } });
  await expect.poll(async () => (await shownCard(world.remote)).kind).toBe(before);
  await open(world, url, other);
  await expect.poll(async () => (await shownCard(world.remote)).kind).toBe('danger');
  expect(await own.report()).toMatchObject({ state: 'reading', level: 'danger', adapter: { id: adapter } });
}

for (const chat of plain) {
  const { adapter, url } = chat.expected;
  test(`${adapter}: who threatens is told apart`, async ({ world }) => {
    const [child, other] = [threatened(chat, 'self'), threatened(chat, 'other')];
    await expectToTellApart(world, adapter, url, { child, other, before: levelBefore(chat) });
  });
}

// Telegram's two clients share what they remember of a person: each chat here is with somebody else.
for (const [index, site] of Object.values(CHAT_SITES).entries()) {
  test(`${site.id}: who threatens is told apart`, async ({ world }) => {
    const peer = `555000111${index}`;
    const turned = threatLines().map(
      (line) => ({ ...line, from: line.from === 'self' ? 'other' : 'self' }) as const,
    );
    const html = (lines: ReturnType<typeof threatLines>, stranger: boolean) =>
      documentOf('Robin Fielder', site.body({ peer, title: 'Robin Fielder', stranger, lines }));
    const [child, other] = [html(turned, false), html(threatLines(), true)];
    await expectToTellApart(world, site.id, site.url(peer), { child, other });
  });
}
