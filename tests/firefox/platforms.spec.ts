// Every adapter in real Firefox: the child's own words leave it calm, and the same words from the other person are a danger.
import { documentOf } from '../../tour/pages/site';
import { CHAT_SITES } from '../../tour/pages/sites';
import { plain, threatened } from '../e2e/fixture-chats';
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

/** Shows both pages: on the first nothing may be warned of, though it was read. */
async function expectToTellApart(world: World, adapter: string, url: string, child: string, other: string) {
  await open(world, url, child);
  await expect
    .poll(() => own.report())
    .toMatchObject({ state: 'reading', level: 'calm', adapter: { id: adapter } });
  expect(await shownCard(world.remote)).toEqual({ kind: 'calm', text: '' });
  await open(world, url, other);
  await expect.poll(async () => (await shownCard(world.remote)).kind).toBe('danger');
  expect(await own.report()).toMatchObject({ state: 'reading', level: 'danger', adapter: { id: adapter } });
}

for (const chat of plain) {
  const { adapter, url } = chat.expected;
  test(`${adapter}: who threatens is told apart`, async ({ world }) => {
    await expectToTellApart(world, adapter, url, threatened(chat, 'self'), threatened(chat, 'other'));
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
    await expectToTellApart(world, site.id, site.url(peer), html(turned, false), html(threatLines(), true));
  });
}
