// A browser that tests share is for each of them as one that was just launched: everything that a test may change is
// changed here (traces.ts), and then looked for.
import { launchWithExtension } from '../../scripts/browser/launch';
import { shownLevel } from '../../tour/cards';
import { CHAT_SITES, EXTENSION, expect, openChat, routeSites, test } from './browser';
import { threatLines } from './scenes';
import { createSharedBrowser } from './shared-browser';
import { saved, stateOf, touchAll } from './traces';

test('after a test it stands as one that was just launched', async () => {
  const fresh = await launchWithExtension({ extension: EXTENSION, headless: true });
  const expected = await stateOf(fresh);
  await fresh.close();
  expect(expected).toMatchObject({ pages: ['about:blank'], answered: false, clipboard: '' });

  const shared = createSharedBrowser(EXTENSION);
  try {
    const first = await shared.take();
    const heard = await touchAll(first);
    await shared.giveBack(true);
    const second = await shared.take();
    heard.length = 0;
    expect(second.profile).toBe(first.profile); // the same browser, or the rest proves nothing
    expect(await stateOf(second)).toEqual(expected);

    // And it works: a chat is read, as in the first.
    const page = second.context.pages()[0] ?? (await second.context.newPage());
    await openChat(page, await routeSites(second.context), CHAT_SITES['telegram-k'], {
      lines: threatLines(),
    });
    await expect.poll(() => shownLevel(page)).toBe('danger');
    expect(await saved(page)).toBe('saved');
    expect(heard).toEqual([]);
  } finally {
    await shared.close();
  }
});

test('is another one after a test that failed, after enough tests, and after it broke', async () => {
  const shared = createSharedBrowser(EXTENSION, 2);
  const profiles: string[] = [];
  for (const passed of [false, true, true, true]) {
    const launched = await shared.take();
    profiles.push(launched.profile);
    if (profiles.length === 4) await launched.context.close();
    await shared.giveBack(passed);
  }
  profiles.push((await shared.take()).profile);
  await shared.close();
  const [failed, one, again, broke, last] = profiles;
  expect(one).not.toBe(failed);
  expect(again).toBe(one);
  expect(broke).not.toBe(one);
  expect(last).not.toBe(broke);
});

test('refuses what it could not take back', async ({ launched }) => {
  await expect(async () => launched.context.addInitScript('')).rejects.toThrow('ownBrowser');
});
