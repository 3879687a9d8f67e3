// A chat that was left, in a page that is never loaded anew, is let go: one element that we held on to would hold all that
// the site has put away, with its pictures.
import type { CDPSession } from '@playwright/test';
import { CHAT_SITES, expect, lines, openChat, test } from './browser';
import { openReport } from './report';
import { threatLines } from './scenes';

const site = CHAT_SITES['telegram-k'];

// It counts what is in a page's process.
test.use({ ownBrowser: true });

/** Rows of the chat; each is a dozen nodes. */
const ROWS = 400;

test('nothing of a chat with a warning is held once it is left', async ({ launched, sites, page }) => {
  const long = Array.from({ length: ROWS }, (_, index) => ['other', `see you at ${index}`] as const);
  const said = threatLines().map(({ from, text }) => [from, text] as const);
  await openChat(page, sites, site, { lines: lines([...long, ...said]) });
  await expect.poll(() => openReport(launched)).toMatchObject({ level: 'danger' });
  const session = await page.context().newCDPSession(page);
  const full = await nodesOf(session);
  expect(full).toBeGreaterThan(ROWS * 10);
  await page.evaluate(() => {
    document.querySelector('.site')?.replaceChildren();
    location.hash = '';
  });
  await expect.poll(() => openReport(launched)).toMatchObject({ state: 'idle', level: 'calm' });
  await expect.poll(() => nodesOf(session)).toBeLessThan(ROWS);
});

/** Nodes that the page's process holds, shown or not. */
async function nodesOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Memory.getDOMCounters')).nodes;
}
