// The welcome in a real browser: it opens once, is gone through by keyboard, and keeps what was chosen and no more.
import type { Page } from '@playwright/test';
import { currentWorker, type Launched, launchWithExtension } from '../../scripts/browser/launch';
import type { TourLanguage } from '../../tour/story';
import { EXTENSION, expect, test } from './browser';
import {
  cutOff,
  FLOWS,
  faultsOf,
  LOOKS,
  look,
  settingsIn,
  store,
  stored,
  storedKeys,
  tabTo,
} from './own-pages';
import { words } from './words';

const PIN = '482913';

async function open(launched: Launched, page: Page, language: TourLanguage): Promise<void> {
  await store(launched, { settings: settingsIn(language, null) });
  await page.goto(`chrome-extension://${launched.id}/welcome.html`);
  await expect(page.locator('#step-title')).toBeVisible();
}

const title = (page: Page) => page.locator('#step-title');

test('opens in a tab of its own when it is installed, and not when the worker starts again', async () => {
  const launched = await launchWithExtension({ extension: EXTENSION, headless: true, welcome: 'keep' });
  const address = `chrome-extension://${launched.id}/welcome.html`;
  const opened = () => launched.context.pages().filter((page) => page.url() === address).length;
  await expect.poll(opened).toBe(1);

  // An update, as the browser tells of it: the worker's own listeners hear it, and open nothing.
  const worker = await currentWorker(launched);
  await worker.evaluate(() => {
    type Event = { dispatch?(details: unknown): void };
    const { chrome } = globalThis as unknown as { chrome: { runtime: { onInstalled: Event } } };
    chrome.runtime.onInstalled.dispatch?.({ reason: 'update', previousVersion: '0.0.9' });
  });
  const page = launched.context.pages()[0] ?? (await launched.context.newPage());
  await page.goto(`chrome-extension://${launched.id}/options.html`);
  await expect(page.locator('#stored-title')).toBeVisible();
  expect(opened()).toBe(1);
  await launched.close();
});

test('the example card keeps the focus, whatever is pressed away', async ({ launched, page }) => {
  await open(launched, page, 'en');
  await page.locator('[value=teen]').check();
  for (const next of ['reads', 'place', 'try']) {
    await page.locator('[type=submit]').click();
    await expect(title(page)).toHaveText(words('en', `welcome.${next}.title`));
  }
  const inCard = (selector: string) => page.locator(`.example ${selector}`);
  for (const [pressed, focused] of [
    ['[data-name=away]', '.folded'],
    ['.folded', '.button-main'],
    ['[data-name=know]', '.panel-title'],
    ['[data-name=back]', '.button-main'],
  ] as const) {
    await inCard(pressed).press('Enter');
    await expect(inCard(focused), pressed).toBeFocused();
  }
});

for (const language of FLOWS) {
  const t = (key: string) => words(language, key);

  test(`is gone through by keyboard, back and forward, to a family view: ${language}`, async ({
    launched,
    page,
  }) => {
    await open(launched, page, language);
    await tabTo(page, '[type=submit]');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toHaveText(t('welcome.who.missing'));
    await expect(page.locator('[name=audience]').first()).toBeFocused();
    for (let presses = 0; presses < 4 && !(await page.locator('[value=parent]').isChecked()); presses += 1)
      await page.keyboard.press('ArrowDown');
    await expect(page.locator('[value=parent]')).toBeChecked();
    await page.keyboard.press('Enter');

    await expect(title(page)).toHaveText(t('welcome.reads.title'));
    await expect(title(page)).toBeFocused();
    await page.locator('.skip').press('Enter');
    await expect(page.locator('#content')).toBeFocused();
    await page.goBack();
    await expect(title(page)).toHaveText(t('welcome.reads.title'));
    await tabTo(page, '[type=submit]');
    await page.keyboard.press('Enter');
    await expect(title(page)).toHaveText(t('welcome.place.title'));
    await page.goBack();
    await expect(title(page)).toHaveText(t('welcome.reads.title'));
    await page.goForward();
    await expect(title(page)).toHaveText(t('welcome.place.title'));
    await expect(title(page)).toBeFocused();
    await tabTo(page, 'select');
    await tabTo(page, '[type=submit]');
    await page.keyboard.press('Enter');

    await expect(title(page)).toHaveText(t('welcome.family.title'));
    await tabTo(page, '[name=family]');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, '#welcome-new');
    await page.keyboard.type(PIN);
    await page.keyboard.press('Tab');
    await page.keyboard.type('000000');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toHaveText(t('family.pin.differs'));
    await page.locator('#welcome-again').fill(PIN);
    await page.keyboard.press('Enter');

    await expect(title(page)).toHaveText(t('welcome.try.title'));
    expect(await storedKeys(launched)).toEqual(['settings']);
    await page.keyboard.press('Tab');
    await page.locator('.example .button-main').focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('.example .panel')).toBeVisible();
    await tabTo(page, '[type=submit]');
    await page.keyboard.press('Enter');

    await expect(title(page)).toHaveText(t('welcome.done.title'));
    await expect(page.getByText(t('welcome.done.family'))).toBeVisible();
    await expect(page.locator('.family-on')).toBeVisible();
    const items = await stored(launched);
    expect(Object.keys(items).sort()).toEqual(['family', 'pin', 'settings']);
    expect(items.settings).toMatchObject({ audience: 'parent', country: 'KH', language });
    expect(JSON.stringify(items)).not.toContain(PIN);
  });

  test(`changes its language at once: ${language}`, async ({ launched, page }) => {
    await open(launched, page, language);
    const other = language === 'en' ? 'km' : 'en';
    await page.locator('select').selectOption(other);
    await expect(title(page)).toHaveText(words(other, 'welcome.who.title'));
    await expect(page.locator('html')).toHaveAttribute('lang', other);
    await expect.poll(async () => (await stored(launched)).settings).toMatchObject({ language: other });
  });

  test(`says so where nothing can be kept: ${language}`, async ({ launched, page }) => {
    await open(launched, page, language);
    await page.locator('[value=teen]').check();
    for (const next of ['reads', 'place', 'try']) {
      await page.locator('[type=submit]').click();
      await expect(title(page)).toHaveText(t(`welcome.${next}.title`));
    }
    await cutOff(page);
    await page.locator('[type=submit]').click();
    await expect(page.getByText(t('page.not-saved'))).toBeVisible();
    await expect(title(page)).toHaveText(t('welcome.try.title'));
  });
}

for (const language of ['en', 'km'] as const) {
  for (const theLook of LOOKS[language]) {
    const { colorScheme, width } = theLook;
    test(`has no fault on any step: ${language}, ${colorScheme}, ${width} px`, async ({ launched, page }) => {
      await look(page, theLook);
      await open(launched, page, language);
      await page.locator('[value=parent]').check();
      for (const step of ['who', 'reads', 'place', 'family', 'try', 'done']) {
        if (step === 'family') {
          await page.locator('[name=family]').nth(1).check();
          await page.locator('[type=submit]').click();
          await expect(page.getByRole('alert')).toBeVisible();
        }
        expect(await faultsOf(page, language, '[lang=en], option'), step).toEqual([]);
        if (step === 'family') {
          await page.locator('#welcome-new').fill(PIN);
          await page.locator('#welcome-again').fill(PIN);
        }
        const was = await title(page).innerText();
        if (step !== 'done') {
          await page.locator('[type=submit]').click();
          await expect(title(page)).not.toHaveText(was);
        }
      }
    });
  }
}

test('asks of no family view again once it was set up', async ({ launched, page }) => {
  await store(launched, { settings: settingsIn('en', 'teen') });
  await page.goto(`chrome-extension://${launched.id}/welcome.html`);
  await page.locator('[value=parent]').check();
  for (const next of ['reads', 'place', 'try', 'done']) {
    await page.locator('[type=submit]').click();
    await expect(title(page)).toHaveText(words('en', `welcome.${next}.title`));
  }
  expect(await storedKeys(launched)).toEqual(['settings']);
});
