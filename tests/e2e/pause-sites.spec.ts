// The pause before sending on every site: beside the composer in a chat that was warned of, and nothing is held back.
import type { Page } from '@playwright/test';
import { isShort } from '../../scripts/endure/trial';
import { expect, test } from './browser';
import { chats, hasFileInput, rewritten, writable } from './fixture-chats';
import { besideComposer, choose, copyPicture, drop, NOTES, pause, reached } from './pauses';
import { openReport } from './report';
import { words } from './words';

/** Enough for a caution, in whatever chat: as in tests/fixtures/discord/server-advert.html. */
const ADVERT = ['new packs for sale, cheap', 'teen content available', 'the folder is here mega.nz'];

/** Copies of a composer that sites keep for themselves are none. */
const composerOf = (page: Page) =>
  page.locator(':is([contenteditable="true"], textarea):not(.input-field-input-fake, .clone)').first();

const WAYS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  async paste(page) {
    await copyPicture(page);
    await composerOf(page).focus();
    await page.keyboard.press('Control+V');
  },
  drop: (page) => drop(page, composerOf(page)),
  change: (page) => choose(page),
};

test('every site has a chat with a composer', () => {
  const sites = new Set(chats.map(({ expected }) => expected.adapter));
  expect(writable.map(({ expected }) => expected.adapter).toSorted()).toEqual([...sites].toSorted());
});

for (const [at, chat] of writable.entries())
  test(`${chat.title}: a picture that is pasted, dropped or chosen`, async ({ launched, sites, page }) => {
    sites.at(chat.expected.url, {
      html: rewritten(chat, 'other', ADVERT).replace('</body>', `${NOTES}</body>`),
    });
    const ways = Object.entries(WAYS).filter(([event]) => event !== 'change' || hasFileInput(chat.html));
    // CI's short form leaves out one way on each site, another one on the next.
    const taken = ways.filter((_, way) => !isShort() || way !== at % ways.length);
    for (const [event, send] of taken) {
      const soon = { message: event, intervals: [100] };
      await page.goto('about:blank'); // a pause that is shown stays until the chat is left
      await page.goto(chat.expected.url);
      await expect.poll(() => openReport(launched), soon).toMatchObject({ level: 'caution' });
      expect(await pause(page)).toBeNull();
      await composerOf(page).scrollIntoViewIfNeeded();
      await send(page);
      const text = async () => (await pause(page))?.text;
      await expect.poll(text, soon).toContain(words('en', 'card.pause.line'));
      const beside = () => besideComposer(page, composerOf(page));
      await expect.poll(beside, soon).toEqual({ over: false, near: true });
      expect(await reached(page)).toEqual([event]);
    }
  });

/** As in tests/platforms/attaching.test.ts. */
const PREVIEW =
  '<div class="Modal AttachmentModal"><div class="modal-dialog"><img src="blob:https://web.telegram.org/1" alt=""></div></div>';

test('telegram-a: its own preview of a picture, since its input for files is never in the page', async ({
  launched,
  sites,
  page,
}) => {
  const chat = writable.find(({ expected }) => expected.adapter === 'telegram-a');
  if (!chat) throw new Error('no page');
  sites.at(chat.expected.url, { html: rewritten(chat, 'other', ADVERT) });
  await page.goto(chat.expected.url);
  await expect.poll(() => openReport(launched)).toMatchObject({ level: 'caution' });
  await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), PREVIEW);
  await expect.poll(async () => (await pause(page))?.text).toContain(words('en', 'card.pause.line'));
});
