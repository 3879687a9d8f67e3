// The report note in a real browser: filled in by keyboard and from an open chat, copied, saved, printed, and forgotten.
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import type { Launched } from '../../scripts/browser/launch';
import type { TourLanguage } from '../../tour/story';
import { CHAT_SITES, expect, openChat, test } from './browser';
import { readClipboard } from './clipboard';
import { FLOWS, faultsOf, LOOKS, look, settingsIn, store, stored, tabTo, unfold } from './own-pages';
import { threatLines } from './scenes';
import { words } from './words';

const NOT_OURS = '.line h3, .line-native, option, .only-read, th[scope=row]';
const TYPED = 'They want money for a picture.';

async function open(launched: Launched, page: Page, language: TourLanguage): Promise<void> {
  await store(launched, { settings: settingsIn(language) });
  await page.goto(`chrome-extension://${launched.id}/note.html`);
  await expect(page.locator('#sheet-title')).toBeVisible();
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const sheet = (page: Page) => page.locator('.sheet-page');
const second = (page: Page) => page.locator('[name=second]');
/** One after the other, as drawn after each: a press of the mouse for each took longer than the rest of a test. */
const checkAll = (boxes: Locator) =>
  boxes.evaluateAll(async (all) => {
    for (const box of all) {
      (box as HTMLInputElement).click();
      await new Promise((resolve) => setTimeout(resolve));
    }
  });

test('what can be done with a long note stays in sight beside it', async ({ launched, page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await open(launched, page, 'km');
  await checkAll(page.locator('[name=signs]'));
  await page.locator('#note-summary').fill('word\n'.repeat(20));
  await page.locator('#note-summary').evaluate((field) => field.scrollIntoView({ block: 'center' }));
  for (const button of await page.locator('.sheet button').all())
    await expect(button).toBeInViewport({ ratio: 1 });
  // Nothing of the note shows below them.
  const bottomOf = async (part: string) => {
    const box = await page.locator(part).boundingBox();
    return (box?.y ?? 0) + (box?.height ?? 0);
  };
  expect(Math.abs((await bottomOf('.sheet')) - (await bottomOf('.sheet > .plain')))).toBeLessThan(3);
  // The end of the note itself can be read above them.
  const end = page.locator('.sheet-row').last();
  await page.locator('.sheet').evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await expect(end).toBeInViewport({ ratio: 1 });
});

/** Edge sends what is typed to its maker for better spelling unless a page says no, Chrome where somebody chose it. */
test('gives nothing that is typed to a spelling or writing help of the browser, or to a translation', async ({
  launched,
  page,
}) => {
  await open(launched, page, 'en');
  const fields = page.locator('.note-form :is(textarea, input[type=text])');
  const given = await fields.evaluateAll((all) =>
    (all as (HTMLInputElement & { writingSuggestions: string })[])
      .filter(({ spellcheck, writingSuggestions }) => spellcheck || writingSuggestions !== 'false')
      .map(({ id }) => id),
  );
  expect(given).toEqual([]);
  expect(await fields.count()).toBeGreaterThan(10);
  await page.locator('#note-summary').fill(TYPED);
  expect(
    await sheet(page)
      .getByText(TYPED)
      .evaluate((typed) => typed.closest('[translate=no]') !== null),
  ).toBe(true);
});

test('Escape that keeps the note is half a way out only for who presses it twice at once', async ({
  launched,
  page,
}) => {
  await open(launched, page, 'en');
  const ask = async () => {
    await page.locator('#note-summary').fill(TYPED);
    await button(page, words('en', 'note.sheet.clear')).click();
    await expect(button(page, words('en', 'note.sheet.clear-no'))).toBeFocused();
  };
  await ask();
  await page.keyboard.press('Escape');
  await expect(button(page, words('en', 'note.sheet.clear'))).toBeFocused();
  await page.waitForTimeout(800); // who is in no hurry
  await page.keyboard.press('Escape');
  await expect(sheet(page)).toContainText(TYPED);
  await ask();
  const closed = page.waitForEvent('close');
  // In one go, as the keys of somebody who must be gone.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape').catch(() => null);
  await closed;
});

for (const language of FLOWS) {
  const t = (key: string) => words(language, key);
  const other = language === 'en' ? 'km' : 'en';

  test(`is filled in, copied and saved by keyboard, in two languages: ${language}`, async ({
    launched,
    page,
  }) => {
    await launched.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(launched, page, language);
    await expect(page.getByText(t('note.sheet.empty'))).toBeVisible();
    // Who reads English gets Khmer beside it for Cambodia's hotline; who reads Khmer may ask for English.
    await expect(second(page)).toHaveValue(language === 'en' ? 'km' : '');
    await second(page).selectOption(other);

    await tabTo(page, '#note-summary');
    await page.keyboard.type(TYPED);
    await tabTo(page, '[name=signs][value=threat]');
    await page.keyboard.press('Space');
    for (const one of [language, other] as const) {
      await expect(sheet(page)).toContainText(words(one, 'note.option.signs.threat'));
      await expect(sheet(page)).toContainText(words(one, 'note.field.summary'));
    }
    await expect(sheet(page).getByText(TYPED)).toHaveCount(1);

    await tabTo(page, '.sheet .button-main');
    await page.keyboard.press('Enter');
    await expect(page.getByText(t('note.sheet.copied'))).toBeVisible();
    const copied = await readClipboard(page);
    expect(copied).toContain(TYPED);
    expect(copied).toContain(words(other, 'note.sheet.end'));

    const downloading = page.waitForEvent('download');
    await button(page, t('note.sheet.save')).press('Enter');
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('note.txt');
    expect(readFileSync(await download.path(), 'utf8').replace('\ufeff', '')).toBe(copied.replace(/\r/g, ''));

    expect(JSON.stringify(await stored(launched))).not.toContain(TYPED);
    await button(page, t('note.sheet.clear')).press('Enter');
    await expect(button(page, t('note.sheet.clear-no'))).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(sheet(page).getByText(TYPED)).toHaveCount(1);
    await button(page, t('note.sheet.clear')).press('Enter');
    await button(page, t('note.sheet.clear-yes')).press('Enter');
    await expect(page.locator('#sheet-title')).toBeFocused();
    await expect(page.getByText(t('note.sheet.empty'))).toBeVisible();
  });

  test(`takes from an open chat what was seen, without a word of it: ${language}`, async ({
    launched,
    page,
    sites,
  }) => {
    const chat = await launched.context.newPage();
    await store(launched, { settings: settingsIn(language) });
    const opened = await openChat(chat, sites, CHAT_SITES['telegram-k'], { lines: threatLines() });
    await open(launched, page, language);
    await page.bringToFront();
    const take = page.getByRole('button', { name: t('note.seen.take') });
    await expect(async () => {
      await button(page, t('note.seen.find')).click();
      await expect(take).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await take.click();
    await expect(page.getByText(t('note.seen.taken'))).toBeVisible();
    await expect(page.locator('[name=signs][value=threat]')).toBeChecked();
    await expect(page.locator('#note-app')).not.toHaveValue('');
    await expect(page.locator('#note-last')).toHaveValue(/^\d{4}-\d{2}-\d{2}$/);
    const text = await sheet(page).innerText();
    const said = opened.lines.map((line) => line.text).filter((line) => line.split(' ').length > 2);
    expect(said.length).toBeGreaterThan(0);
    for (const line of said) expect(text).not.toContain(line);
    expect(text).not.toContain(opened.title);
    await page.locator('[name=signs][value=threat]').uncheck();
    await expect(sheet(page)).not.toContainText(t('note.option.signs.threat'));
  });

  test(`says so where no chat is open: ${language}`, async ({ launched, page }) => {
    await open(launched, page, language);
    await button(page, t('note.seen.find')).click();
    await expect(page.getByText(t('note.seen.none'))).toBeVisible();
  });

  test(`puts the call first where there is danger, and says what the line needs: ${language}`, async ({
    launched,
    page,
  }) => {
    await open(launched, page, language);
    await expect(page.getByText(t('note.missing.link-form'))).toBeVisible();
    await page.locator('[name=danger][value=harm]').check();
    await expect(page.locator('.note-danger')).toContainText('1280');
    await expect(page.locator('.note-danger')).toContainText(t('note.call-first'));
    await page.locator('#note-profile').fill('invented.example/name');
    await expect(page.getByText(t('note.missing.link-form'))).toHaveCount(0);
  });

  test(`forgets without a question: ${language}`, async ({ launched, page }) => {
    await open(launched, page, language);
    page.on('dialog', () => expect('a question').toBe('none'));
    await page.locator('#note-summary').fill(TYPED);
    await page.goto(`chrome-extension://${launched.id}/help.html`);
    await page.goBack();
    await expect(page.locator('#note-summary')).toHaveValue('');
    await page.locator('#note-summary').fill(TYPED);
    await page.reload();
    await expect(page.locator('#note-summary')).toHaveValue('');
    expect(JSON.stringify(await stored(launched))).not.toContain(TYPED);
  });

  test(`leaves at a press of the button: ${language}`, async ({ launched, page }) => {
    await open(launched, page, language);
    await page.locator('#note-summary').fill(TYPED);
    const closed = page.waitForEvent('close');
    await button(page, t('page.leave'))
      .click()
      .catch(() => null); // the page may be gone before the button is up
    await closed;
  });

  test(`prints the note alone: ${language}`, async ({ launched, page }) => {
    await open(launched, page, language);
    await page.locator('#note-summary').fill(TYPED);
    await page.emulateMedia({ media: 'print' });
    await expect(sheet(page)).toBeVisible();
    for (const hidden of ['h1', '.note-form', '.page-head', '.page-foot', '.sheet button'])
      await expect(page.locator(hidden).first(), hidden).toBeHidden();
  });
}

for (const language of ['en', 'km'] as const) {
  for (const theLook of LOOKS[language]) {
    const { colorScheme, width } = theLook;
    test(`has no fault, empty or full: ${language}, ${colorScheme}, ${width} px`, async ({
      launched,
      page,
    }) => {
      await look(page, theLook);
      await open(launched, page, language);
      expect(await faultsOf(page, language, NOT_OURS)).toEqual([]);
      await unfold(page);
      await checkAll(page.locator('.note-form [type=checkbox]'));
      await expect(page.locator('[name=signs]:not(:checked)')).toHaveCount(0); // of others one stands for all
      for (const line of await page.locator('.note-form input[type=text]').all())
        await line.fill('១ '.repeat(150));
      await page.locator('#note-links').fill(`invented.example/${'x'.repeat(200)}`);
      await page.locator('#note-first').fill('2026-11-20');
      expect(await faultsOf(page, language, `${NOT_OURS}, .sheet-typed`)).toEqual([]);
    });
  }
}
