// "Help fix a site" in a real browser: from a page that can't be read, through its copy, to a file; nothing that the page
// says is in it, and nothing is sent or stored.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Launched } from '../../scripts/browser/launch';
import type { TourLanguage } from '../../tour/story';
import { expect, type Sites, test } from './browser';
import { fixtures } from './fixture-chats';
import { FLOWS, faultsOf, LOOKS, look, settingsIn, store, stored, tabTo } from './own-pages';
import { openReport } from './report';
import { words } from './words';

const NOT_OURS = 'pre, option';
const discord = fixtures.find(({ title }) => title === 'discord/direct');
if (!discord) throw new Error('the fixture is gone');
const { url } = discord.expected;
const said = (discord.expected.messages ?? []).map(({ text = '' }) => text);
const names = [
  'Robin',
  'Fielder',
  'Sam',
  'Tester',
  '1560215656857600007',
  '754627431628800009',
  'discordapp',
];

/** Opens Discord's page, whole or with another list than the adapter knows, in a tab of its own. */
async function openSite(launched: Launched, sites: Sites, broken: boolean): Promise<Page> {
  const html = discord?.html ?? '';
  sites.at(url, {
    html: broken ? html.replace('data-list-id="chat-messages"', 'data-list-id="chat-rows"') : html,
  });
  const page = await launched.context.newPage();
  await page.goto(url);
  await expect
    .poll(() => openReport(launched))
    .toMatchObject({ state: broken ? 'unreadable' : 'reading', adapter: { id: 'discord' } });
  return page;
}

async function openOwn(launched: Launched, page: Page, language: TourLanguage): Promise<void> {
  await page.goto(`chrome-extension://${launched.id}/fix-site.html`);
  await expect(page.locator('h1')).toHaveText(words(language, 'page.nav.fix-site'));
  await expect(page.locator('#look-title')).toBeHidden(); // there is no copy yet to look through
  await page.bringToFront();
}

const button = (page: Page, name: string) => page.getByRole('button', { name });

for (const language of FLOWS) {
  const t = (key: string) => words(language, key);
  const make = t('fix-site.find.make').replace('{site}', 'Discord');

  test(`a page that can't be read is copied, looked through and saved by keyboard: ${language}`, async ({
    launched,
    sites,
    page,
  }) => {
    await store(launched, { settings: settingsIn(language) });
    await openSite(launched, sites, true);
    const before = JSON.stringify(await stored(launched));
    const asked: string[] = [];
    launched.context.on('request', (request) => {
      if (!request.url().startsWith('chrome-extension:')) asked.push(request.url());
    });
    await openOwn(launched, page, language);
    asked.length = 0;
    await tabTo(page, 'main .button-main');
    await page.keyboard.press('Enter');
    await expect(page.getByText(t('fix-site.find.state.unreadable'))).toBeVisible();
    await tabTo(page, '.rows .button-quiet');
    await expect(page.locator(':focus')).toHaveText(make);
    await page.keyboard.press('Enter');
    await expect(page.locator('#look-title')).toBeFocused();

    const copy = (await page.locator('pre').textContent()) ?? '';
    expect(copy).toContain('data-list-id="chat-rows"');
    expect(copy).toMatch(/class="messageListItem__\w+"/);
    for (const text of [...said.filter((one) => one.includes(' ')), ...names])
      expect(copy).not.toContain(text);
    await tabTo(page, '.fix-copy'); // what scrolls is reached by keyboard
    await page.keyboard.press('End');

    await tabTo(page, '.actions .button-main');
    const downloading = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('porchlight-discord.html');
    expect(readFileSync(await download.path(), 'utf8')).toBe(copy);
    await expect(page.getByText(t('fix-site.save.saved'))).toBeVisible();
    expect(asked.filter((address) => !address.startsWith('blob:'))).toEqual([]);
    expect(JSON.stringify(await stored(launched))).toBe(before);

    await button(page, t('fix-site.save.discard')).press('Enter');
    await expect(page.locator('pre')).toHaveCount(0);
    await expect(page.locator('#find-title')).toBeFocused(); // the button is gone, and its whole section
  });

  test(`says so where no page is open, and where a page is gone: ${language}`, async ({
    launched,
    sites,
    page,
  }) => {
    await store(launched, { settings: settingsIn(language) });
    await openOwn(launched, page, language);
    await button(page, t('fix-site.find.button')).click();
    await expect(page.getByText(t('fix-site.find.none'))).toBeVisible();
    const site = await openSite(launched, sites, false);
    await page.bringToFront();
    await button(page, t('fix-site.find.button')).click();
    await expect(page.getByText(t('fix-site.find.state.reading'))).toBeVisible();
    await site.close();
    await button(page, make).click();
    await expect(page.getByText(t('fix-site.look.failed'))).toBeVisible();
  });
}

for (const language of ['en', 'km'] as const) {
  const t = (key: string) => words(language, key);
  const make = t('fix-site.find.make').replace('{site}', 'Discord');

  for (const theLook of LOOKS[language]) {
    const { colorScheme, width } = theLook;
    test(`has no fault, empty or full: ${language}, ${colorScheme}, ${width} px`, async ({
      launched,
      sites,
      page,
    }) => {
      await store(launched, { settings: settingsIn(language) });
      await look(page, theLook);
      await openOwn(launched, page, language);
      expect(await faultsOf(page, language, NOT_OURS)).toEqual([]);
      await openSite(launched, sites, true);
      await page.bringToFront();
      await button(page, t('fix-site.find.button')).click();
      await button(page, make).click();
      await expect(page.locator('pre')).toBeVisible();
      expect(await faultsOf(page, language, NOT_OURS)).toEqual([]);
      if (process.env.PICTURES)
        await page.screenshot({
          path: `${process.env.PICTURES}/fix-site-${language}-${colorScheme}-${width}.png`,
          fullPage: true,
        });
    });
  }
}

test('the popup of a page that cannot be read leads there, and of one that is read does not', async ({
  launched,
  sites,
}) => {
  await store(launched, { settings: settingsIn('en') });
  for (const broken of [true, false]) {
    const site = await openSite(launched, sites, broken);
    const popup = await launched.context.newPage();
    // The popup as a tab asks the active tab; this one stands behind.
    await popup.goto(`chrome-extension://${launched.id}/popup.html`);
    await site.bringToFront();
    const link = popup.getByRole('link', { name: words('en', 'popup.fix-site') });
    await expect(popup.locator('#status-title')).not.toHaveText(words('en', 'popup.none.title'));
    await expect(link).toHaveCount(broken ? 1 : 0);
    if (broken) await expect(link).toHaveAttribute('href', '/fix-site.html');
    await popup.close();
    await site.close();
  }
});
