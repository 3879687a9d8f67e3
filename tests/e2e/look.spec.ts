// A chat of which no phrase can name anything, and which looks like a risky one as a whole: a tip that says so.
import { readCards, shownLevel } from '../../tour/cards';
import { documentOf } from '../../tour/pages/site';
import { CHAT_SITES, expect, lines, openChat, test } from './browser';
import { words } from './words';

const site = CHAT_SITES.messenger;
/** Mild, invented, and in no corpus. */
const said = lines([
  ['other', 'you were on my mind all day princess'],
  ['self', 'haha why'],
  ['other', 'because you are not like the girls your age'],
]);

test('the tip says that nothing can be named, and that it can be wrong', async ({ sites, page }) => {
  const chat = { peer: '100000000000078', title: 'Robin Fielder', stranger: false, lines: said };
  await openChat(page, sites, site, chat, { html: documentOf(chat.title, site.body(chat)) });
  await expect.poll(() => shownLevel(page)).toBe('caution');
  const [card] = await readCards(page);
  expect(card?.text).toContain(words('en', 'signal.look.alike.seen'));
  expect(card?.text).toContain(words('en', 'signal.look.alike.why'));
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/look.png` });
});
