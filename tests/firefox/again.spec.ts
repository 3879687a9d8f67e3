// Switched off and on, or updated, with a warning open: Firefox begins a new script in a page where the old one's card stands.
import { FIREFOX_ID } from '../../scripts/packages/school-folder';
import { documentOf } from '../../tour/pages/site';
import { CHAT_SITES } from '../../tour/pages/sites';
import { threatLines } from '../e2e/scenes';
import { BUILD, expect, test, type World } from './firefox';
import { shownCard } from './shown';

const k = CHAT_SITES['telegram-k'];

/** Elements of ours in the page; a page of the tour has no closed root of its own. */
const countHosts = ({ remote }: World) =>
  remote.run<number>(
    'return [...document.documentElement.children].filter((one) => one.openOrClosedShadowRoot).length;',
    [],
    'system',
  );

test('no card without a script stays in the page', async ({ world }) => {
  const own = await world.install(BUILD);
  const chat = { peer: '5550001111', title: 'Robin Fielder', stranger: true, lines: threatLines() };
  world.answer(() => ({ html: documentOf(chat.title, k.body(chat)) }));
  await world.page.goto(k.url(chat.peer));
  await expect.poll(async () => (await shownCard(world.remote)).kind).toBe('danger');
  // A card is drawn before it is stored that it was shown, and only that says so to the next script.
  await expect.poll(() => own.stored()).toMatch(/"danger [a-z]/);
  await world.remote.runInChrome(
    `const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
    const addon = await AddonManager.getAddonByID(arguments[0]);
    await addon.disable();
    await addon.enable();`,
    [FIREFOX_ID],
  );
  // Today it was shown already: the new script leaves it at the small lamp.
  await expect.poll(async () => (await shownCard(world.remote)).kind).toBe('folded');
  expect(await countHosts(world)).toBe(1);
});
