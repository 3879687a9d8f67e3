// The help page in a real browser: every situation by keyboard, in both languages, ends at a person or a form; the way
// there from a card, and the quick way out.
import type { Page } from '@playwright/test';
import type { Launched } from '../../scripts/browser/launch';
import { isShort } from '../../scripts/endure/trial';
import { chooseSettings } from '../../scripts/tour/settings';
import { press, readCards, shownLevel } from '../../tour/cards';
import type { TourLanguage } from '../../tour/story';
import { HELP_PLACES, type HelpPlace, SITUATIONS } from '../../utils/situations';
import { CHAT_SITES, expect, openChat, test } from './browser';
import { readClipboard } from './clipboard';
import { axeFaultsOf, FLOWS, LOOKS, latinWordsOn, tabTo, unfold } from './own-pages';
import { threatLines } from './scenes';
import { words } from './words';

/** Pages that hold every kind of part between them. */
const ALL_KINDS: readonly HelpPlace[] = ['start', 'threat', 'directory', 'sent'];
/** Child Helpline Cambodia and APLE's hotline, as help/hotlines/kh.yaml has them. */
const CAMBODIA = ['1280', '092 311 511'];

/** What is not ours to translate: names of lines, apps and keys, and the words on apps' own English buttons. */
const NOT_OURS = '.line h3, .line h4, .line-native, bdi, .only-read, option, dt, .page-name';
const NAMES =
  /Porchlight|Telegram|Facebook|Messenger|Instagram|WhatsApp|Discord|Snapchat|TikTok|Reddit|Roblox|YouTube|Twitch|Google Search|Google Drive|Dropbox|Esc|Report Message|Report account|Report abuse|Report|More|Child abuse/g;

const addressOf = (launched: Launched, place: HelpPlace) =>
  `chrome-extension://${launched.id}/help.html#${place}`;
const titleOf = (language: TourLanguage, place: HelpPlace) =>
  words(language, place === 'start' ? 'help-page.start.title' : `help-page.situation.${place}.title`);

async function open(
  launched: Launched,
  page: Page,
  place: HelpPlace,
  { language, country = 'KH' }: { language: TourLanguage; country?: string },
): Promise<void> {
  await chooseSettings(launched.context, launched.id, { language, country });
  await page.bringToFront();
  await turnTo(launched, page, place);
}

/** Loads the page at a place, as a card opens it. */
async function turnTo(launched: Launched, page: Page, place: HelpPlace): Promise<void> {
  await page.goto('about:blank');
  await page.goto(addressOf(launched, place));
  await expect(page.locator('main h1')).toBeVisible();
}

test('prints what can be used on paper, each line with its number on one sheet', async ({
  launched,
  page,
}) => {
  await open(launched, page, 'threat', { language: 'en' });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const seen = (selector: string) => page.locator(selector).filter({ visible: true });
  await expect(page.locator('h1')).toHaveCSS('color', 'rgb(27, 36, 51)'); // paper is light
  await expect(page.locator('details').first()).toBeAttached();
  await expect(seen('button, .button-main')).toHaveCount(0);
  await expect(seen('.line-number').first()).toBeVisible();
  await expect(seen('.no-print, .line button')).toHaveCount(0);
  await expect(seen('#adult-title')).toHaveCount(0); // its words are folded away
  const breaks = await page
    .locator('.line')
    .evaluateAll((all) => all.map((element) => getComputedStyle(element).breakInside));
  expect(new Set(breaks)).toEqual(new Set(['avoid']));
  const form = page.locator('.line a').filter({ visible: true }).first();
  const printed = await form.evaluate((link) => getComputedStyle(link, '::after').content);
  expect(printed).toContain(await form.getAttribute('href'));
});

test('prints all of a situation, of the list of countries what was opened, and leaves folds as they were', async ({
  launched,
  page,
}) => {
  test.slow(); // five sheets and more
  const opened = () => page.locator('details[open]').count();
  /** How many folds, and how many lines, stand on paper. */
  const printed = async () => {
    await page.evaluate(() => {
      const note = () => {
        const seen = (all: string) =>
          [...document.querySelectorAll(all)].filter((one) => one.checkVisibility());
        document.documentElement.dataset.printed = `${seen('details').length} ${seen('.line').length}`;
      };
      addEventListener('beforeprint', note, { once: true });
    });
    await page.pdf();
    const counts = await page.evaluate(() => document.documentElement.dataset.printed);
    return counts?.split(' ').map(Number);
  };
  await open(launched, page, 'threat', { language: 'en' });
  for (const place of ['threat', 'sent', 'start'] as const) {
    await turnTo(launched, page, place);
    const [folds, before] = [await page.locator('details').count(), await opened()];
    expect(await printed(), place).toEqual([folds, await page.locator('.line').count()]);
    expect(await opened(), place).toBe(before);
  }
  await turnTo(launched, page, 'directory');
  const [, lines = 0] = (await printed()) ?? [];
  expect(lines).toBeLessThan((await page.locator('.line').count()) / 10);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#countries-title')).toBeVisible();
  await expect(page.locator('#platforms-title')).toBeHidden(); // "Pick the app", and none below it
});

for (const language of FLOWS) {
  const t = (key: string) => words(language, key);

  test(`by keyboard to a person, from every situation: ${language}`, async ({ launched, page }) => {
    test.setTimeout(SITUATIONS.length * 30_000);
    await launched.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(launched, page, 'start', { language });
    // Each leads through the same parts, which components/help tries for all: CI's short form takes every second.
    for (const id of SITUATIONS.filter((_, at) => !isShort() || at % 2 === 0))
      await test.step(id, async () => {
        await turnTo(launched, page, 'start');
        await tabTo(page, `.situations a[data-place=${id}]`);
        await page.keyboard.press('Enter');
        await expect(page.locator('main h1')).toHaveText(titleOf(language, id));
        await expect(page.locator('main h1')).toBeFocused();
        expect(page.url()).not.toContain(id);

        await tabTo(page, '.line-number button');
        const line = page.locator('.line', { has: page.locator(':focus') });
        const number = await line.locator('.line-number bdi').innerText();
        expect(CAMBODIA).toContain(number);
        await expect(line).toContainText(t('help.not-tried.number'));
        await expect(line).toContainText(t('help.confidence.high'));
        await expect(line).toBeInViewport();
        await page.keyboard.press('Enter');
        await expect(line).toContainText(t('help.copied'));
        expect(await readClipboard(page)).toBe(number);
        if (language === 'km') expect(await latinWordsOn(page, NOT_OURS, NAMES)).toEqual([]);

        await tabTo(page, `nav .situations a`);
        await page.keyboard.press('Enter');
        await expect(page.locator('main h1')).not.toHaveText(titleOf(language, id));
        await tabTo(page, 'a[data-place=start]');
        await page.keyboard.press('Enter');
        await expect(page.locator('main h1')).toHaveText(titleOf(language, 'start'));
      });
  });

  test(`by keyboard to a form, where no line is known: ${language}`, async ({ launched, sites, page }) => {
    sites.otherwise(() => ({ html: '<!doctype html><title>a form</title>' }));
    await open(launched, page, 'sent', { language, country: 'ZZ' });
    await expect(page.locator('main')).toContainText(t('help-page.reach.none'));
    await expect(page.locator('main')).toContainText(t('help-page.emergency-unknown'));
    await expect(page.locator('#history-note')).toHaveText(t('help.history'));
    await tabTo(page, '.line a[href^="https://"]');
    const href = await page.evaluate(() => (document.activeElement as HTMLAnchorElement).href);
    const opening = launched.context.waitForEvent('page');
    await page.keyboard.press('Enter');
    const form = await opening;
    await form.waitForLoadState();
    expect(form.url()).toBe(href);
    expect(await form.evaluate(() => [document.referrer, window.opener])).toEqual(['', null]);
  });

  test(`where it is urgent, the number stands on the first screen: ${language}`, async ({
    launched,
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await open(launched, page, 'start', { language });
    for (const place of ['threat', 'camera', 'hurt'] as const) {
      await turnTo(launched, page, place);
      const number = await page.locator('.block-now .line-number').first().boundingBox();
      expect((number?.y ?? 0) + (number?.height ?? Number.NaN), place).toBeLessThanOrEqual(800);
      // What to do at this very moment (end the call) is read before anybody is called.
      const lead = page.getByText(words(language, `help-page.situation.${place}.lead`));
      expect((await lead.boundingBox())?.y ?? Number.NaN, place).toBeLessThan(number?.y ?? 0);
    }
  });

  test(`from a danger card, one tap to the hotline and one more to this page: ${language}`, async ({
    launched,
    sites,
    page,
  }) => {
    await chooseSettings(launched.context, launched.id, { language, country: 'KH' });
    await page.bringToFront();
    await openChat(page, sites, CHAT_SITES['telegram-k'], { lines: threatLines() });
    await expect.poll(() => shownLevel(page)).toBe('danger');
    const [card] = await readCards(page);
    if (card === undefined) throw new Error('no card');
    expect(CAMBODIA.some((number) => card.text.includes(number))).toBe(true);
    await press(card, 'help');
    await expect.poll(async () => (await readCards(page))[0]?.text).toContain(t('card.help.more'));
    const [panel] = await readCards(page);
    if (panel === undefined) throw new Error('no panel');
    for (const number of CAMBODIA) expect(panel.text).toContain(number);
    const opening = launched.context.waitForEvent('page');
    await press(panel, 'more');
    const help = await opening;
    await expect(help.locator('main h1')).toHaveText(titleOf(language, 'threat'));
    await expect(help.locator('.block-now .line-number bdi').first()).toHaveText('1280');
    expect(help.url()).toBe(`chrome-extension://${launched.id}/help.html`);
  });
}

for (const language of ['en', 'km'] as const) {
  const t = (key: string) => words(language, key);

  for (const { colorScheme, width } of LOOKS[language]) {
    test(`no fault that axe knows of, and no scrolling sideways: ${language}, ${colorScheme}, ${width} px`, async ({
      launched,
      page,
    }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await open(launched, page, 'start', { language });
      // Every screen is looked at for its width in every-screen.spec.ts: CI's short form takes one of each kind here, half of
      // them in each look.
      const half = ALL_KINDS.filter((_, at) => (at % 2 === 0) === (language === 'en'));
      for (const place of isShort() ? half : HELP_PLACES) {
        await turnTo(launched, page, place);
        if (place === 'threat' || place === 'sent') {
          await unfold(page);
          await page.getByRole('button', { name: t('help-page.adult.show') }).click();
          await expect(page.locator('.sayings')).toBeVisible();
        }
        // Narrow or wide, the parts are the same: one of each kind stands for all where it is narrow.
        if (width === 1280 || ALL_KINDS.includes(place)) expect(await axeFaultsOf(page), place).toEqual([]);
        await unfold(page);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wide, place).toBeLessThanOrEqual(0);
        if (language === 'km' && place !== 'directory')
          expect(await latinWordsOn(page, NOT_OURS, NAMES), place).toEqual([]);
      }
    });
  }
}

test('whom each tool for pictures is for stands below its name, however wide the window is', async ({
  launched,
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(launched, page, 'sent', { language: 'en' });
  const below = await page
    .locator('details[open] dl > div')
    .evaluateAll((tools) =>
      tools.map(({ children: [name, text] }) =>
        name !== undefined && text !== undefined
          ? text.getBoundingClientRect().top >= name.getBoundingClientRect().bottom
          : null,
      ),
    );
  expect(below).toEqual([true, true]);
});

test('works without a network', async ({ launched, page }) => {
  await launched.context.setOffline(true);
  await open(launched, page, 'online', { language: 'km' });
  await expect(page.locator('main h1')).toHaveText(titleOf('km', 'online'));
  await expect(page.locator('.line-number bdi').first()).toBeVisible();
});

test('goes back and forward, and never shows in the address what was picked', async ({ launched, page }) => {
  await open(launched, page, 'paid', { language: 'en' });
  const heading = page.locator('main h1');
  await page.locator('.situations a[data-place=sent]').click();
  await expect(heading).toHaveText(titleOf('en', 'sent'));
  await page.goBack();
  await expect(heading).toHaveText(titleOf('en', 'paid'));
  await page.goForward();
  await expect(heading).toHaveText(titleOf('en', 'sent'));
  expect(page.url()).toBe(`chrome-extension://${launched.id}/help.html`);
  await expect(page).toHaveTitle('Get help · Porchlight');
  await page.evaluate(() => {
    location.hash = 'friend';
  });
  await expect(heading).toHaveText(titleOf('en', 'friend'));
  await page.locator('.skip').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  await expect(heading).toHaveText(titleOf('en', 'friend'));
});

test('the way back leads past a link within the page to where that was', async ({ launched, page }) => {
  await open(launched, page, 'paid', { language: 'en' });
  const heading = page.locator('main h1');
  for (const [link, focused] of [
    ['a[href="#reach-title"]', '#reach-title'],
    ['.skip', 'main'],
  ] as const) {
    await page.locator(link).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator(focused)).toBeFocused();
    await expect.poll(() => page.url()).toBe(`chrome-extension://${launched.id}/help.html`);
    await page.locator('.situations a[data-place=sent]').click();
    await expect(heading).toHaveText(titleOf('en', 'sent'));
    await page.goBack();
    await expect(heading).toHaveText(titleOf('en', 'paid'));
    await expect(heading).toBeFocused(); // it comes a moment after the words, and would take what is pressed next
  }
});

test('the button to talk to someone leads there each time, and once in the history', async ({
  launched,
  page,
}) => {
  await open(launched, page, 'start', { language: 'en' });
  const lengths: number[] = [];
  for (let time = 0; time < 2; time += 1) {
    await page.evaluate(() => scrollTo(0, 0));
    await page.locator('a.button-main').click();
    await expect(page.locator('#reach-title')).toBeFocused();
    await expect(page.locator('#reach-title')).toBeInViewport();
    lengths.push(await page.evaluate(() => history.length));
  }
  expect(lengths[1]).toBe(lengths[0]);
});

test('a tab that is opened again tells nothing of what was picked', async ({ launched, page }) => {
  await open(launched, page, 'hurt', { language: 'en' });
  const heading = page.locator('main h1');
  await page.locator('.situations a[data-place=threat]').click();
  await expect(heading).toHaveText(titleOf('en', 'threat'));
  expect(JSON.stringify(await page.evaluate(() => history.state))).not.toMatch(/hurt|threat/);
  // A reload stands for a closed tab that the browser gives back: the same history, a new page.
  await page.reload();
  await expect(heading).toHaveText(titleOf('en', 'start'));
  await page.goBack();
  await expect(heading).toHaveText(titleOf('en', 'start'));
});

test('shows nothing odd for an address that is not ours to know', async ({ launched, page }) => {
  for (const hash of ['%', 'nothing', '__proto__', '']) {
    await page.goto('about:blank');
    await page.goto(`chrome-extension://${launched.id}/help.html#${hash}`);
    await expect(page.locator('main h1')).toHaveText(titleOf('en', 'start'));
  }
});

test('country and language are kept, and change what is shown at once', async ({ launched, page }) => {
  await open(launched, page, 'paid', { language: 'en' });
  await page.locator('select').first().selectOption('VN');
  await expect(page.locator('.line-number bdi').first()).toHaveText('111');
  await page.locator('select').last().selectOption('km');
  await expect(page.locator('main h1')).toHaveText(titleOf('km', 'paid'));
  await expect(page.locator('html')).toHaveAttribute('lang', 'km');
  await page.reload();
  await expect(page.locator('main h1')).toHaveText(titleOf('km', 'start'));
  await expect(page.locator('select').first()).toHaveValue('VN');
});

test('the trusted adult is in the page only while the words are shown', async ({ launched, page }) => {
  await open(launched, page, 'known', { language: 'en' });
  await page.evaluate(
    (adult) => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(sent: unknown): Promise<unknown> } };
      };
      return chrome.runtime.sendMessage({ type: 'set-trusted-adult', adult });
    },
    { name: 'Aunt Srey', number: '012 345 678' },
  );
  await turnTo(launched, page, 'known');
  expect(await page.content()).not.toContain('Aunt Srey');
  await page.getByRole('button', { name: words('en', 'help-page.adult.show') }).click();
  await expect(page.locator('main')).toContainText('Aunt Srey');
  await page.getByRole('button', { name: words('en', 'help-page.adult.hide') }).click();
  expect(await page.content()).not.toContain('Aunt Srey');
});

for (const way of ['the button', 'Escape twice'] as const) {
  test(`leaves at once: ${way}`, async ({ launched, page }) => {
    await open(launched, page, 'threat', { language: 'en' });
    const closed = page.waitForEvent('close');
    const opening = launched.context.waitForEvent('page');
    const gone = () => null; // the page may be gone before the button or the key is up
    if (way === 'the button') await page.locator('.button-leave').click().catch(gone);
    else {
      await page.keyboard.press('Escape');
      await expect(page.locator('main h1')).toBeVisible();
      await page.keyboard.press('Escape').catch(gone);
    }
    const blank = await opening;
    await closed;
    expect(blank.url()).not.toContain('help');
    expect(launched.context.pages().filter((other) => other.url().includes('help.html'))).toEqual([]);
  });
}
