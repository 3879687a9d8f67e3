// The options page in a real browser: every choice by keyboard, in both languages, narrow and wide, light and dark.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { currentWorker, type Launched } from '../../scripts/browser/launch';
import type { TourLanguage } from '../../tour/story';
import { CHAT_SITES, expect, lines, openChat, test } from './browser';
import {
  axeFaultsOf,
  cutOff,
  FLOWS,
  type Items,
  LOOKS,
  NAMES,
  settingsIn,
  store,
  stored,
  storedKeys,
  tabTo,
} from './own-pages';
import { words } from './words';

const CONTACT = {
  version: 1,
  snoozedUntil: Date.now() + 1e9,
  shown: { stages: {}, cards: {} },
  counted: { day: 0, cards: [] },
  lastSeen: Math.floor(Date.now() / 86_400_000),
};

type Chrome = { chrome: { runtime: { openOptionsPage(): Promise<void> } } };

async function open(launched: Launched, page: Page, language: TourLanguage, items: Items = {}) {
  await store(launched, { settings: settingsIn(language), ...items });
  await page.goto(`chrome-extension://${launched.id}/options.html`);
  await expect(page.locator('#stored-title')).toBeVisible();
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

for (const language of FLOWS) {
  const t = (key: string) => words(language, key);

  test(`can be used by keyboard alone: ${language}`, async ({ launched, page }) => {
    await open(launched, page, language, { [`contact:${'0'.repeat(32)}`]: CONTACT });
    const settings = async () => (await stored(launched)).settings as Items;
    const saved = (section: string) => page.locator(`section[aria-labelledby=${section}] .saved`).first();

    await page.keyboard.press('Tab');
    await expect(page.locator('.skip')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('main')).toBeFocused();

    await tabTo(page, '[role=switch]');
    await page.keyboard.press('Space');
    await expect(page.getByText(t('options.sites.paused'))).toBeVisible();
    await expect(saved('sites-title')).toHaveText(t('page.saved'));
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect.poll(async () => (await settings()).offServices).toHaveLength(1);
    expect((await settings()).paused).toBe(false);

    await tabTo(page, '[name=sensitivity]');
    await page.keyboard.press('ArrowDown');
    await expect.poll(async () => (await settings()).sensitivity).toBe('more');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowUp');
    await expect.poll(async () => (await settings()).retentionDays).toBe(60);

    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByText(t('options.snoozes.none'))).toBeVisible();
    await expect(page.getByText(t('options.snoozes.ended'))).toBeVisible();

    await tabTo(page, '[aria-expanded]');
    await page.keyboard.press('Enter');
    await expect(page.locator('#adult-name')).toBeVisible();
    await tabTo(page, '#adult-name');
    await page.keyboard.type('Aunt Srey');
    await page.keyboard.press('Tab');
    await page.keyboard.type('012 345 678');
    await page.keyboard.press('Enter');
    await expect(button(page, t('options.adult.delete'))).toBeVisible();
    expect((await stored(launched))['trusted-adult']).toEqual({
      version: 1,
      adult: { name: 'Aunt Srey', number: '012 345 678' },
    });
    await page.reload();
    await expect(page.locator('#stored-title')).toBeVisible();
    expect(await page.content()).not.toContain('Aunt Srey');

    await tabTo(page, 'input[type=file]');
    await tabTo(page, '.button-danger');
    await page.keyboard.press('Enter');
    await expect(button(page, t('options.delete.no'))).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.locator('.button-danger').first()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(button(page, t('options.delete.no'))).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByText(t('options.delete.done'), { exact: true })).toBeVisible();
    expect(await storedKeys(launched)).toEqual(['settings']);
  });

  test(`deletes everything, asked twice, and begins again: ${language}`, async ({ launched, page }) => {
    await open(launched, page, language, { family: { version: 1, on: true, since: 20_700 } });
    await button(page, t('options.delete.all')).click();
    expect(await storedKeys(launched)).toEqual(['family', 'settings']);
    await button(page, t('options.delete.yes')).click();
    await expect.poll(() => stored(launched)).toEqual({});
    await page.waitForURL(/welcome\.html$/);
  });

  test(`shows no adult who was deleted, and keeps the focus in the empty fields: ${language}`, async ({
    launched,
    page,
  }) => {
    const kept = { 'trusted-adult': { version: 1, adult: { name: 'Aunt Srey', number: '' } } };
    await open(launched, page, language, kept);
    const name = page.locator('#adult-name');
    await button(page, t('options.adult.show')).click();
    await button(page, t('options.adult.delete')).click();
    await expect(name).toHaveValue('');
    await expect(name).toBeFocused();
    await name.fill('Aunt Srey');
    await button(page, t('options.adult.save')).click();
    await expect(button(page, t('options.adult.delete'))).toBeVisible();
    await button(page, t('options.delete.seen')).click();
    await button(page, t('options.delete.yes')).click();
    await expect(name).toBeHidden();
    expect(await page.content()).not.toContain('Aunt Srey');
  });

  test(`carries the choices in a file: ${language}`, async ({ launched, page }) => {
    await open(launched, page, language, {
      'trusted-adult': { version: 1, adult: { name: 'Aunt Srey', number: '' } },
    });
    const downloading = page.waitForEvent('download');
    await button(page, t('options.file.save')).click();
    const file = await (await downloading).path();
    const text = readFileSync(file, 'utf8');
    expect(JSON.parse(text)).toMatchObject({ for: 'porchlight', settings: { country: 'KH', language } });
    expect(text).not.toContain('Aunt Srey');

    const upload = (content: string) =>
      page.locator('input[type=file]').setInputFiles({
        name: 'settings.json',
        mimeType: 'application/json',
        buffer: Buffer.from(content),
      });
    await upload(text.replace('"KH"', '"TH"'));
    await expect.poll(async () => ((await stored(launched)).settings as Items).country).toBe('TH');
    await upload('{"__proto__":1}');
    await expect(page.getByText(t('options.file.problem.not-settings'))).toBeVisible();
    await upload('x'.repeat(200_000));
    await expect(page.getByText(t('options.file.problem.too-long'))).toBeVisible();
    expect(((await stored(launched)).settings as Items).country).toBe('TH');
  });

  test(`says that the background does not answer: ${language}`, async ({ launched, page }) => {
    await open(launched, page, language);
    await cutOff(page);
    await page.getByRole('switch').first().click();
    await expect(page.getByText(t('page.not-saved'))).toBeVisible();
    await expect(page.getByRole('switch').first()).toBeChecked();
    await button(page, t('options.adult.show')).click();
    await expect(page.getByRole('alert')).toHaveText(t('page.no-answer'));
  });
}

for (const language of ['en', 'km'] as const) {
  const t = (key: string) => words(language, key);

  for (const { colorScheme, width } of LOOKS[language]) {
    test(`has no fault that axe knows of: ${language}, ${colorScheme}, ${width} px`, async ({
      launched,
      page,
    }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await open(launched, page, language, {
        [`contact:${'0'.repeat(32)}`]: CONTACT,
        family: { version: 1, on: true, since: 20_700 },
      });
      expect(await axeFaultsOf(page)).toEqual([]);

      // Everything that can be unfolded, unfolded.
      await page.locator('details summary').click();
      await button(page, t('options.adult.show')).click();
      await button(page, t('options.adult.save')).click();
      await button(page, t('options.delete.seen')).click();
      await page.locator('input[type=file]').setInputFiles({
        name: 'x.json',
        mimeType: 'application/json',
        buffer: Buffer.from(
          JSON.stringify({
            for: 'porchlight',
            version: 1,
            settings: { sensitivity: 1, [t('page.skip')]: 1 },
          }),
        ),
      });
      await expect(page.getByText(t('options.file.problem.unknown'))).toBeVisible();
      expect(await axeFaultsOf(page)).toEqual([]);

      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide).toBeLessThanOrEqual(0);
      if (language === 'km') {
        const text = await page.locator('body').innerText();
        const latin =
          text
            .replace('sensitivity', '')
            .replace(NAMES, '')
            .match(/[A-Za-z]{2,}/g) ?? [];
        expect(latin).toEqual([]);
      }
    });
  }
}

test('says so where the background does not answer from the start', async ({ launched, page }) => {
  await page.addInitScript(() => {
    const { chrome } = globalThis as unknown as { chrome?: { runtime?: { sendMessage: unknown } } };
    if (chrome?.runtime) chrome.runtime.sendMessage = () => new Promise(() => {});
  });
  await page.goto(`chrome-extension://${launched.id}/options.html`);
  await expect(page.getByText(words('en', 'page.no-answer'))).toBeVisible();
  await expect(page.getByRole('button', { name: words('en', 'page.reload') })).toBeVisible();
  expect(await axeFaultsOf(page)).toEqual([]);
});

const OWN_PAGES = ['options', 'help', 'welcome', 'family', 'note', 'fix-site'];
for (const [how, first, names] of [
  ['was late', null, [...OWN_PAGES, 'popup']],
  ['came before the policy was read', { version: 1, language: 'en', offServices: [] }, OWN_PAGES],
] as const) {
  test(`every page goes over to the chosen language where the first answer ${how}`, async ({ launched }) => {
    await store(launched, { settings: settingsIn('km') });
    const goesOver = async (name: string) => {
      const page = await launched.context.newPage();
      await page.addInitScript(answerFirst, first);
      await page.goto(`chrome-extension://${launched.id}/${name}.html`);
      await expect(page.locator('html'), name).toHaveAttribute('lang', 'km');
      expect(await page.evaluate(() => (globalThis as { firstAnswers?: number }).firstAnswers)).toBe(1);
    };
    await Promise.all(names.map(goesOver));
  });
}

/** In the page: the first question for the settings gets this answer, or none; all others get their own. */
function answerFirst(first: object | null): void {
  type Send = (message: { type?: string }) => Promise<unknown>;
  const { chrome } = globalThis as unknown as { chrome?: { runtime?: { sendMessage: Send } } };
  if (!chrome?.runtime) return;
  const send: Send = chrome.runtime.sendMessage.bind(chrome.runtime);
  const counted = globalThis as { firstAnswers?: number };
  chrome.runtime.sendMessage = (message) => {
    if (message.type !== 'get-settings' || counted.firstAnswers === 1) return send(message);
    counted.firstAnswers = 1;
    return first === null ? new Promise(() => {}) : Promise.resolve(first);
  };
}

test('cards are written in the language that the pages begin in', async ({ launched, page, sites }) => {
  const worker = await currentWorker(launched);
  // Chrome in English that asks pages for Khmer, the other way round: Chrome itself has no Khmer.
  await worker.evaluate(() => {
    const { i18n } = (globalThis as unknown as { chrome: { i18n: { getUILanguage(): string } } }).chrome;
    i18n.getUILanguage = () => 'km';
  });
  await openChat(page, sites, CHAT_SITES['telegram-k'], { lines: lines([['other', 'hello']]) });
  const titles = () =>
    worker.evaluate(async () => {
      type Tabs = { query(all: object): Promise<{ id: number }[]> };
      type Action = { getTitle(of: object): Promise<string> };
      const { tabs, action } = (globalThis as unknown as { chrome: { tabs: Tabs; action: Action } }).chrome;
      return Promise.all((await tabs.query({})).map(({ id }) => action.getTitle({ tabId: id })));
    });
  await expect.poll(titles).toContain(words('en', 'common.badge.notice'));
});

test('opens in a tab of its own, as the browser’s own menu opens it', async ({ launched }) => {
  const worker = await currentWorker(launched);
  await worker.evaluate(() => (globalThis as unknown as Chrome).chrome.runtime.openOptionsPage());
  const address = `chrome-extension://${launched.id}/options.html`;
  const opened = () => launched.context.pages().find((page) => page.url() === address);
  await expect.poll(opened).toBeDefined();
  await expect.poll(() => opened()?.title()).toBe(`${words('en', 'page.nav.options')} · Porchlight`);
});
