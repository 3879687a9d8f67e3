// Keys that are pressed inside a card are the card's: a page that listens for them before anybody else, as Telegram's two
// clients do, hears none, moves no focus and sends nothing.
import type { Page } from '@playwright/test';
import { ClosedRoot } from '../../scripts/browser/closed-root';
import { openPopup } from '../../scripts/browser/popup';
import { shownLevel } from '../../tour/cards';
import { documentOf } from '../../tour/pages/site';
import { CHAT_SITES, expect, openChat, test } from './browser';
import { GREEDY } from './greedy-script';
import { threatLines } from './scenes';
import { words } from './words';

test.describe.configure({ retries: 0 }); // not even once

const site = CHAT_SITES['telegram-a'];

test('a page that takes every key gets none of those pressed in a card', async ({ page, sites }) => {
  const chat = { peer: '777000001', title: 'Robin Fielder', stranger: false, lines: threatLines() };
  const html = documentOf(chat.title, site.body(chat)).replace('<head>', `<head>${GREEDY}`);
  expect(html).toContain(GREEDY);
  await openChat(page, sites, site, chat, { html });
  await expect.poll(() => shownLevel(page)).toBe('danger');
  const heard = () => page.evaluate(() => (window as unknown as { heard: readonly string[] }).heard);

  await focusOn(page, 'away');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('help');
  await page.keyboard.press('Shift+Tab');
  expect(await focused(page)).toBe('away');
  await focusOn(page, 'why');
  await page.keyboard.press('Space');
  await expect.poll(() => has(page, 'back')).toBe(true);
  await focusOn(page, 'back');
  await page.keyboard.press('Enter');
  await expect.poll(() => has(page, 'back')).toBe(false);
  await page.keyboard.press('k');
  await page.keyboard.press('ArrowDown');
  expect(await focused(page)).toBe('why');
  await page.keyboard.press('Escape');
  await expect.poll(() => shownLevel(page)).toBe('folded');
  expect(await heard()).toEqual([]);

  // What is pressed anywhere else is the page's own.
  await page.locator(site.composer).last().focus();
  await page.keyboard.press('k');
  expect(await heard()).toEqual(['keydown k', 'keypress k', 'keyup k']);
});

test('the ring around the folded lamp has ground of ours on both sides, whatever the page looks like', async ({
  page,
  sites,
}) => {
  await openChat(page, sites, site, { peer: '777000002', lines: threatLines() });
  await expect.poll(() => shownLevel(page)).toBe('danger');
  await focusOn(page, 'away');
  await page.keyboard.press('Escape');
  await expect.poll(() => shownLevel(page)).toBe('folded');
  expect(await focused(page)).toBe('unfold');
  for (const [colorScheme, card] of [
    ['light', 'rgb(255, 255, 255)'],
    ['dark', 'rgb(30, 40, 56)'],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    const ring = await call(page, RING);
    expect(ring).toEqual({ style: 'solid', ends: 4, ground: `${card} 0px 0px 0px 7px` });
  }
});

test('the card that the popup is asked to show has the focus', async ({ launched, page, sites }) => {
  await openChat(page, sites, site, { peer: '777000003', lines: threatLines() });
  await expect.poll(() => shownLevel(page)).toBe('danger');
  await focusOn(page, 'away');
  await page.keyboard.press('Escape');
  await expect.poll(() => shownLevel(page)).toBe('folded');
  await page.locator(site.composer).last().focus();

  const popup = await openPopup(launched);
  const pressed = popup.page.getByRole('button', { name: words('en', 'popup.show-card') }).press('Enter');
  // The popup closes at the key, now and then before the key is let go.
  await pressed.catch((error: unknown) => {
    if (!popup.page.isClosed()) throw error;
  });
  await expect.poll(() => shownLevel(page)).toBe('danger');
  await popup.close();
  await expect.poll(() => focused(page)).toBe('away');
});

const RING = `function () {
  const { outlineStyle, outlineOffset, outlineWidth, boxShadow } = getComputedStyle(this.activeElement);
  return { style: outlineStyle, ends: parseFloat(outlineOffset) + parseFloat(outlineWidth), ground: boxShadow };
}`;

async function call(page: Page, source: string): Promise<unknown> {
  const [root] = await ClosedRoot.all(page);
  if (root === undefined) throw new Error('nothing of ours');
  return root.call(root.root, source);
}

const focusOn = (page: Page, name: string) =>
  call(page, `function () { this.querySelector('[data-name="${name}"]').focus(); }`);
const focused = (page: Page) =>
  call(page, 'function () { return this.activeElement?.dataset.name ?? null; }');
const has = (page: Page, name: string) =>
  call(page, `function () { return this.querySelector('[data-name="${name}"]') !== null; }`);
