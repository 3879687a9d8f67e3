// The family view in a real browser: every state, by keyboard, in both languages; what the PIN opens and what it can't.
import type { Page } from '@playwright/test';
import type { Launched } from '../../scripts/browser/launch';
import type { TourLanguage } from '../../tour/story';
import { expect, test } from './browser';
import {
  cutOff,
  FLOWS,
  faultsOf,
  type Items,
  LOOKS,
  look,
  send,
  settingsIn,
  store,
  stored,
  storedKeys,
  tabTo,
  unfold,
} from './own-pages';
import { words } from './words';

const PIN = '482913';
const DAY_MS = 86_400_000;
const TODAY = Math.floor(Date.now() / DAY_MS);
/** Long enough for all twelve weeks to be shown, whatever day of the week it is: on Sundays 90 are a week short. */
const TERM_DAYS = 104;

/** Two weeks that are old enough to be shown, and this one, which is not. */
const COUNTS = { version: 1, weeks: weeksBefore({ 0: 9, 3: 2, 4: 6 }) };

function weeksBefore(dangers: Readonly<Record<number, number>>): Items {
  return Object.fromEntries(
    Object.entries(dangers).map(([weeks, danger]) => [
      isoWeek(TODAY - Number(weeks) * 7),
      { notice: 0, caution: 1, danger },
    ]),
  );
}

/** ISO 8601: the week of a day is that of its Thursday. */
function isoWeek(day: number): string {
  const thursday = day - ((day + 3) % 7) + 3;
  const year = new Date(thursday * DAY_MS).getUTCFullYear();
  const week = Math.floor((thursday - Math.floor(Date.UTC(year, 0, 1) / DAY_MS)) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** Sets the view up as the welcome does, a term ago. */
async function setUp(
  launched: Launched,
  page: Page,
  language: TourLanguage,
  { audience = 'together', ...items }: Items = {},
): Promise<void> {
  await store(launched, { settings: settingsIn(language, null) });
  await page.goto(`chrome-extension://${launched.id}/family.html`);
  await send(page, { type: 'finish-welcome', audience, family: { pin: PIN } });
  await store(launched, {
    family: { version: 1, on: true, since: TODAY - TERM_DAYS },
    counts: COUNTS,
    ...items,
  });
  await page.reload();
  await expect(page.locator('#weeks-title')).toBeVisible();
}

async function unlock(page: Page, pin = PIN): Promise<void> {
  await page.locator('#open-pin').fill(pin);
  await page.keyboard.press('Enter');
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('prints the weeks that are open, though their table is folded away', async ({ launched, page }) => {
  await setUp(launched, page, 'en');
  await unlock(page);
  await expect(page.locator('.weeks:visible')).toHaveCount(3);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.weeks:visible')).toHaveCount(3);
  await expect(page.locator('.no-print, select').filter({ visible: true })).toHaveCount(0);
});

for (const language of FLOWS) {
  const t = (key: string) => words(language, key);

  test(`opens and locks by keyboard, and shows amounts, no numbers: ${language}`, async ({
    launched,
    page,
  }) => {
    await setUp(launched, page, language);
    await expect(page.locator('.weeks:visible')).toHaveCount(0);
    await tabTo(page, '#open-pin');
    await page.keyboard.type(PIN);
    await page.keyboard.press('Enter');
    await expect(page.locator('#weeks-title:focus')).toHaveCSS('outline-style', 'none'); // no field to type in
    await expect(page.locator('.weeks')).toHaveCount(3);
    await expect(page.locator('.weeks-danger .weeks-bar')).toHaveCount(2);
    await tabTo(page, '#content summary');
    await page.keyboard.press('Enter');
    const cells = await page.locator('td').allInnerTexts();
    const amounts = ['none', 'few', 'several'].map((amount) => t(`family.amount.${amount}`));
    expect(new Set(cells)).toEqual(new Set(amounts));
    await expect(page.locator('tbody tr')).toHaveCount(12);
    await tabTo(page, '#content .button-quiet');
    await page.keyboard.press('Enter');
    await expect(page.locator('#open-pin')).toBeVisible();
    await unlock(page);
    await expect(page.locator('.weeks')).toHaveCount(3);
    await page.reload();
    await expect(page.locator('#open-pin')).toBeVisible();
    await expect(page.locator('.weeks:visible')).toHaveCount(0);
  });

  test(`shows a child without the PIN the same page, with an example: ${language}`, async ({
    launched,
    page,
  }) => {
    await setUp(launched, page, language);
    const headings = () => page.locator('h2').allInnerTexts();
    const locked = await headings();
    await button(page, t('family.forgot.button')).waitFor();
    await page.getByText(t('family.locked.example')).click();
    await expect(page.locator('.weeks:visible')).toHaveCount(3);
    await expect(page.getByText(t('family.locked.invented'))).toBeVisible();
    await unlock(page);
    await expect(button(page, t('family.weeks.lock'))).toBeVisible();
    expect(await headings()).toEqual(locked);
  });

  test(`a wrong PIN opens nothing and must wait: ${language}`, async ({ launched, page }) => {
    await setUp(launched, page, language);
    const alert = page.getByRole('alert');
    await unlock(page, '12');
    await expect(alert).toHaveText(t('family.pin.format'));
    // As many wrong tries before as an impatient hand makes.
    const pin = (await stored(launched)).pin as Items;
    await store(launched, { pin: { ...pin, wrong: 9, lastTry: 0 } });
    await unlock(page, '000000');
    await expect(alert).toContainText(t('family.pin.wrong').slice(0, 12));
    await expect(page.locator('.weeks:visible')).toHaveCount(0);
    await unlock(page);
    await expect(alert).toContainText(t('family.pin.wait').slice(0, 12));
    await expect(page.locator('.weeks:visible')).toHaveCount(0);
  });

  test(`a forgotten PIN deletes, and a new one starts from nothing: ${language}`, async ({
    launched,
    page,
  }) => {
    await setUp(launched, page, language, { pending: { version: 1, pending: true } });
    await button(page, t('family.forgot.button')).click();
    await expect(button(page, t('family.forgot.no'))).toBeFocused();
    await button(page, t('family.forgot.yes')).click();
    await expect(page.getByText(t('family.no-pin.text'))).toBeVisible();
    expect(await storedKeys(launched)).toEqual(['family', 'settings']);
    await page.locator('#first-new').fill('777777');
    await page.locator('#first-again').fill('777777');
    await page.keyboard.press('Enter');
    await expect(page.locator('#open-pin')).toBeVisible();
    await unlock(page, '777777');
    await expect(page.locator('.weeks:visible')).toHaveCount(0);
    await expect(button(page, t('family.weeks.lock'))).toBeVisible();
  });

  test(`what waits for a parent waits for the PIN: ${language}`, async ({ launched, page }) => {
    await setUp(launched, page, language, { audience: 'parent', pending: { version: 1, pending: true } });
    await expect(page.locator('#pending-title')).toHaveText(t('family.pending.title'));
    await page.locator('#seen-pin').fill('000000');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toBeVisible();
    expect(await stored(launched)).toHaveProperty('pending');
    await page.locator('#seen-pin').fill(PIN);
    await page.keyboard.press('Enter');
    await expect(page.locator('#pending-title')).toHaveCount(0);
    expect(await stored(launched)).not.toHaveProperty('pending');
  });

  test(`the PIN is changed, and the view turned off with it: ${language}`, async ({ launched, page }) => {
    await setUp(launched, page, language);
    await unfold(page);
    await page.locator('#change-old').fill(PIN);
    await page.locator('#change-new').fill('135790');
    await page.locator('#change-again').fill('135790');
    await page.keyboard.press('Enter');
    await expect(page.getByText(t('family.manage.changed'))).toBeVisible();
    await page.locator('#off-pin').fill('135790');
    await page.keyboard.press('Enter');
    await expect(page.locator('#off-title')).toHaveText(t('family.off.title'));
    expect(await storedKeys(launched)).toEqual(['settings']);
    await expect(page.locator('.family-on')).toHaveCount(0);
  });

  test(`says so where the background does not answer: ${language}`, async ({ launched, page }) => {
    await setUp(launched, page, language);
    await cutOff(page);
    await unlock(page);
    await expect(page.getByRole('alert')).toHaveText(t('page.not-done'));
    await page.reload();
    await expect(button(page, t('page.reload'))).toBeVisible();
    expect(await faultsOf(page, language)).toEqual([]);
  });
}

for (const language of ['en', 'km'] as const) {
  const t = (key: string) => words(language, key);

  for (const theLook of LOOKS[language]) {
    const { colorScheme, width } = theLook;
    test(`has no fault in any state: ${language}, ${colorScheme}, ${width} px`, async ({
      launched,
      page,
    }) => {
      await look(page, theLook);
      await store(launched, { settings: settingsIn(language) });
      await page.goto(`chrome-extension://${launched.id}/family.html`);
      await expect(page.locator('#off-title')).toBeVisible();
      expect(await faultsOf(page, language)).toEqual([]);

      await setUp(launched, page, language, { audience: 'parent', pending: { version: 1, pending: true } });
      await unfold(page);
      expect(await faultsOf(page, language)).toEqual([]);
      await button(page, t('family.forgot.button')).click();
      await page.locator('#off-pin').fill('1');
      await page.keyboard.press('Enter');
      expect(await faultsOf(page, language)).toEqual([]);
      await unlock(page);
      await expect(button(page, t('family.weeks.lock'))).toBeVisible();
      await unfold(page);
      expect(await faultsOf(page, language)).toEqual([]);
    });
  }
}
