// A threatening chat in real Firefox, in a page that looks for more than it may.
import { type ChatSite, documentOf } from '../../tour/pages/site';
import { threatLines } from '../e2e/scenes';
import { BUILD, expect, type World } from './firefox';
import { shownCard } from './shown';

/**
 * Installs the build anew, opens the chat and waits for its card.
 * @param script HTML of the page's own, before all else that it holds
 * @returns asks what is shown: the kind of a card, or 'folded'
 */
export async function openThreat(world: World, site: ChatSite, script: string) {
  await world.install(BUILD);
  const chat = { peer: '5550001119', title: 'Robin Fielder', stranger: true, lines: threatLines() };
  const html = documentOf(chat.title, site.body(chat)).replace('<head>', `<head>${script}`);
  const { host, pathname } = new URL(site.url(chat.peer));
  world.answer((asked) => (asked.host === host && asked.pathname === pathname ? { html } : null));
  await world.page.goto(site.url(chat.peer));
  const kind = async () => (await shownCard(world.remote)).kind;
  await expect.poll(kind).toBe('danger');
  return kind;
}
