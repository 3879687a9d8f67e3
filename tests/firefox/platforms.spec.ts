// Every adapter in real Firefox: a threat from the other person is warned of, and the same words from the child are not.
import { documentOf } from '../../tour/pages/site';
import { CHAT_SITES } from '../../tour/pages/sites';
import { plain, threatened } from '../e2e/fixture-chats';
import { threatLines } from '../e2e/scenes';
import { expect, shownCard, test, type World } from './firefox';

async function levelAt(world: World, url: string, html: string, expected: string): Promise<void> {
  const { host, pathname } = new URL(url);
  world.answer((asked) => (asked.host === host && asked.pathname === pathname ? { html } : null));
  await world.page.goto('about:blank');
  await world.page.goto(url);
  await expect
    .poll(async () => (await shownCard(world.firefox.remote)).kind, { message: url })
    .toBe(expected);
}

test('chats that are read from fixture pages', async ({ world }) => {
  expect(plain.length).toBeGreaterThan(0);
  for (const chat of plain) {
    await levelAt(world, chat.expected.url, threatened(chat, 'self'), 'calm');
    await levelAt(world, chat.expected.url, threatened(chat, 'other'), 'danger');
  }
});

test('chats of the practice sites', async ({ world }) => {
  for (const site of Object.values(CHAT_SITES)) {
    const chat = { peer: '5550001111', title: 'Robin Fielder', stranger: true, lines: threatLines() };
    await levelAt(world, site.url(chat.peer), documentOf(chat.title, site.body(chat)), 'danger');
  }
});
