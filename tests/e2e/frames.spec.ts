// Chats that a site shows in a frame: read there, told once, and no other frame is touched.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './browser';
import { openReport } from './report';

const FIXTURES = path.resolve(import.meta.dirname, '../fixtures');

/** A page with a frame, both on sites that are read. */
const around = (frame: string) =>
  `<!doctype html><html lang="en"><body><iframe src="${frame}" width="600" height="500"></iframe></body></html>`;

for (const { adapter, top, frame, fixture } of [
  {
    adapter: 'google-chat',
    top: 'https://mail.google.com/chat/u/0/',
    frame: 'https://chat.google.com/u/0/frame',
    fixture: 'google-chat/thread.html',
  },
  {
    adapter: 'teams',
    top: 'https://teams.microsoft.com/v2/',
    frame: 'https://teams.cloud.microsoft/v2/frame',
    fixture: 'teams/thread.html',
  },
  {
    adapter: 'tiktok',
    top: 'https://www.tiktok.com/business-suite/messages',
    frame: 'https://www.tiktok.com/messages?scene=business',
    fixture: 'tiktok/thread.html',
  },
]) {
  test(`${adapter}: a chat in a frame is read, and the popup hears of it`, async ({
    launched,
    sites,
    page,
  }) => {
    const html = readFileSync(path.join(FIXTURES, fixture), 'utf8');
    sites.at(top, { html: around(frame) });
    sites.at(frame, {
      html: html
        .replace('which one is question 7?', 'i have your pictures')
        .replace('football practice at 5 today?', 'i will send them to all your friends')
        .replaceAll('ok, see you there', 'pay me 100 dollars with a gift card'),
    });
    await page.goto(top);
    await expect
      .poll(() => openReport(launched))
      .toMatchObject({ state: 'reading', level: 'danger', adapter: { id: adapter } });
  });
}

test('a site that shows no chats in frames is not read in one', async ({ launched, sites, page }) => {
  const frame = 'https://www.roblox.com/home';
  sites.at('https://teams.live.com/v2/', { html: around(frame) });
  sites.at(frame, { html: readFileSync(path.join(FIXTURES, 'roblox/thread.html'), 'utf8') });
  await page.goto('https://teams.live.com/v2/');
  await expect.poll(() => openReport(launched)).toMatchObject({ state: 'idle', adapter: { id: 'teams' } });
});
