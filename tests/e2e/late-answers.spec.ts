// Pages of ours beside a worker that takes long to start: what it says late holds all the same.
import type { Page } from '@playwright/test';
import type { Launched } from '../../scripts/browser/launch';
import { expect, test } from './browser';
import { cutOff, settingsIn, store, stored } from './own-pages';
import { words } from './words';

/** Later than a page waits before it draws, and than it waits once more, in milliseconds. */
const LATE_MS = 4_000;
const FAMILY = { family: { version: 1, on: true, since: 20_700 } };

const t = (key: string) => words('en', key);

/** Opens a page of ours whose questions of these types are heard late. */
async function openLate(launched: Launched, name: string, types: readonly string[]): Promise<Page> {
  const page = await launched.context.newPage();
  await page.addInitScript(hearLate, { types, ms: LATE_MS });
  await page.goto(`chrome-extension://${launched.id}/${name}.html`);
  return page;
}

/** In the page: what is asked in its first moments reaches the background when they are over. */
function hearLate({ types, ms }: { types: readonly string[]; ms: number }): void {
  type Send = (message: { type: string }) => Promise<unknown>;
  type Storage = { local: { get: unknown } };
  const { chrome } = globalThis as unknown as {
    chrome?: { runtime?: { sendMessage: Send }; storage: Storage };
  };
  if (!chrome?.runtime) return;
  // Nor does storage tell the language before the background does.
  chrome.storage.local.get = () => Promise.reject(new Error('broken'));
  const send: Send = chrome.runtime.sendMessage.bind(chrome.runtime);
  const awake = new Promise((resolve) => setTimeout(resolve, ms));
  chrome.runtime.sendMessage = (message) =>
    types.includes(message.type) ? awake.then(() => send(message)) : send(message);
}

test('a page goes over to the chosen language also where it comes very late', async ({ launched }) => {
  await store(launched, { settings: settingsIn('km') });
  const goesOver = async (name: string) => {
    const page = await openLate(launched, name, ['get-settings']);
    await expect(page.locator('html'), name).toHaveAttribute('lang', 'km', { timeout: 10_000 });
  };
  await Promise.all(['help', 'welcome', 'family', 'note', 'fix-site', 'popup'].map(goesOver));
});

test('a page is in the chosen language where the worker gives no answer at all', async ({ launched }) => {
  await store(launched, { settings: settingsIn('km') });
  const isInKhmer = async (name: string) => {
    const page = await launched.context.newPage();
    await cutOff(page);
    await page.goto(`chrome-extension://${launched.id}/${name}.html`);
    await expect(page.locator('#app h1, #app h2').first(), name).toBeVisible();
    await expect(page.locator('html'), name).toHaveAttribute('lang', 'km');
    const without = page.getByText(words('km', 'page.no-answer'));
    if (name === 'family' || name === 'options') await expect(without, name).toBeVisible();
  };
  await Promise.all(['help', 'welcome', 'options', 'family', 'note', 'fix-site', 'popup'].map(isInKhmer));
});

test('a page says that the family view is on also where it learns so late', async ({ launched }) => {
  await store(launched, { settings: settingsIn('en', 'together'), ...FAMILY });
  const saysSo = async (name: string) => {
    const page = await openLate(launched, name, ['family-status']);
    await expect(page.getByText(t('page.family-on')), name).toBeVisible({ timeout: 10_000 });
  };
  await Promise.all(['help', 'note', 'fix-site', 'popup'].map(saysSo));
});

test('a page that is open says so when the family view is switched on', async ({ launched, page }) => {
  await store(launched, { settings: settingsIn('en', null) });
  await page.goto(`chrome-extension://${launched.id}/help.html`);
  await expect(page.locator('h1')).toBeVisible();
  const welcome = await launched.context.newPage();
  await welcome.goto(`chrome-extension://${launched.id}/welcome.html`);
  await welcome.evaluate(() => {
    type Chrome = { chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } } };
    const message = { type: 'finish-welcome', audience: 'together', family: { pin: '482913' } };
    return (globalThis as unknown as Chrome).chrome.runtime.sendMessage(message);
  });
  await expect(page.getByText(t('page.family-on'))).toBeVisible();
});

test('the welcome offers the family view also where the first answer is late', async ({ launched }) => {
  await store(launched, { settings: settingsIn('en', null) });
  const page = await openLate(launched, 'welcome', ['family-status']);
  await page.locator('[value=parent]').check();
  await expect(
    page.getByText(t('welcome.step').replace('{number}', '1').replace('{count}', '5')),
  ).toBeVisible({
    timeout: 10_000,
  });
});

test('the welcome takes who uses the browser from a late answer, where it can’t be chosen again', async ({
  launched,
}) => {
  await store(launched, { settings: settingsIn('en', 'parent'), ...FAMILY });
  const page = await openLate(launched, 'welcome', ['get-settings']);
  await expect(page.locator('[value=parent]')).toBeChecked({ timeout: 10_000 });
});

test('the report note goes to the chosen country’s lines also where it comes late', async ({ launched }) => {
  await store(launched, { settings: { ...settingsIn('en'), country: 'JP' } });
  const page = await openLate(launched, 'note', ['get-settings']);
  const country = page.locator('select:has([value=JP])').first();
  await expect(country).not.toHaveValue('JP');
  await expect(country).toHaveValue('JP', { timeout: 10_000 });
});

test('reading again from the popup keeps other sites off, also where the choices come late', async ({
  launched,
}) => {
  const offServices = ['discord', 'telegram'];
  await store(launched, { settings: { ...settingsIn('en'), offServices } });
  const page = await launched.context.newPage();
  await page.addInitScript(hearLate, { types: ['get-settings'], ms: LATE_MS });
  await page.addInitScript(() => {
    const report = {
      ...{ state: 'paused', why: null, level: 'calm', past: false, crisis: false, seen: [], facts: [] },
      ...{ adapter: { id: 'telegram-k', name: 'Telegram Web K', seenLive: null }, requests: 0 },
      ...{ snoozedUntil: null, failedPacks: [], memoryFailed: false },
    };
    const { chrome } = globalThis as unknown as { chrome?: { tabs?: { sendMessage: unknown } } };
    if (chrome?.tabs) chrome.tabs.sendMessage = () => Promise.resolve(report);
  });
  await page.goto(`chrome-extension://${launched.id}/popup.html`);
  await page.getByRole('button', { name: t('popup.paused.resume') }).click();
  await expect
    .poll(async () => (await stored(launched)).settings, { timeout: 10_000 })
    .not.toMatchObject({ offServices });
  expect((await stored(launched)).settings).toMatchObject({ offServices: ['discord'] });
});

test('two sites switched off one right after the other are both off', async ({ launched, page }) => {
  await store(launched, { settings: settingsIn('en') });
  await page.goto(`chrome-extension://${launched.id}/options.html`);
  const sites = page.locator('section[aria-labelledby=sites-title] [role=switch]');
  await expect(sites.first()).toBeVisible();
  await page.evaluate(hearLate, { types: ['get-settings', 'set-settings'], ms: 1_000 });
  await sites.nth(1).click();
  await sites.nth(2).click();
  await expect
    .poll(async () => (await stored(launched)).settings, { timeout: 5_000 })
    .toMatchObject({ offServices: [expect.any(String), expect.any(String)] });
});
