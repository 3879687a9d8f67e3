// The main job, end to end, in both languages: quiet card, tip, full warning, popup, hotline, at the sites' real names.
import { openPopup } from '../../scripts/browser/popup';
import { chooseSettings } from '../../scripts/tour/settings';
import { readCards, shownLevel } from '../../tour/cards';
import { createRun } from '../../tour/run';
import { readStory, TOUR_LANGUAGES } from '../../tour/story';
import { expectedAt } from '../../tour/story-pages';
import { expect, test } from './browser';
import { readClipboard } from './clipboard';
import { axeFaultsOf } from './own-pages';
import { messagesRead, openReport, stored } from './report';
import { words } from './words';

/** Child Helpline Cambodia and APLE's hotline, as help/hotlines/kh.yaml has them. */
const CAMBODIA = ['1280', '092 311 511'];

for (const language of TOUR_LANGUAGES) {
  test(`the whole story in ${language}`, async ({ launched, sites, page }) => {
    const run = createRun(readStory(), language);
    sites.otherwise(run.answer);
    await chooseSettings(launched.context, launched.id, { language, country: 'KH' });
    await page.bringToFront();

    const shown = new Set<string>();
    for (const step of run.steps) {
      await run.perform(step, page);
      const expected = expectedAt(run.story, step);
      if (expected === null) continue;
      await expect
        .poll(() => shownLevel(page), { message: `${step.scene.id}, line ${step.line}` })
        .toBe(expected);
      shown.add(expected);
    }
    expect([...shown].toSorted()).toEqual(['calm', 'caution', 'danger', 'notice']);

    const [danger] = await readCards(page);
    expect(danger?.text).toContain(words(language, 'card.danger.fault'));
    expect(danger?.text).toContain(words(language, 'card.help.now'));
    expect(CAMBODIA.some((number) => danger?.text.includes(number))).toBe(true);

    const popup = await openPopup(launched);
    const body = popup.page.locator('body');
    await expect(popup.page.locator('html')).toHaveAttribute('lang', language);
    await expect(popup.page.locator('.status-danger')).toBeVisible();
    await expect(body).toContainText(words(language, 'popup.seen.title'));
    await expect(body).toContainText(words(language, 'signal.threat.publish.seen'));
    await expect(body).toContainText(words(language, 'popup.steps.threat.one'));
    await expect(body).toContainText(words(language, 'popup.phone-apps'));
    for (const number of CAMBODIA)
      await expect(popup.page.locator('.line-number bdi', { hasText: number }).first()).toBeAttached();

    const line = popup.page.locator('.line-number').first();
    await line.scrollIntoViewIfNeeded();
    await expect(line).toBeInViewport();
    await line.getByRole('button').click();
    await expect(line).toContainText(words(language, 'help.copied'));
    const number = await line.locator('bdi').innerText();

    // Links out; those to our own pages stand at a path.
    const links = popup.page.locator('a[href]:not([href^="/"])');
    expect(await links.count()).toBeGreaterThan(0);
    for (const link of await links.all()) {
      expect(await link.getAttribute('href')).toMatch(/^https:\/\/[^?#]*$/);
      expect(await link.getAttribute('rel')).toContain('noreferrer');
      await expect(link).toHaveAttribute('target', '_blank');
    }
    await popup.close();

    // What was copied can be pasted anywhere: here into the chat's page.
    await launched.context.grantPermissions(['clipboard-read'], { origin: new URL(page.url()).origin });
    expect(await readClipboard(page)).toBe(number);
  });

  test(`the popup has no fault that axe knows of, light or dark, ${language}`, async ({
    launched,
    sites,
    page,
  }) => {
    const run = createRun(readStory(), language);
    sites.otherwise(run.answer);
    await chooseSettings(launched.context, launched.id, { language, country: 'KH' });
    await page.bringToFront();
    for (const step of run.steps.filter(({ scene }) => scene.id === 'telegram' || scene.id === 'flip'))
      await run.perform(step, page);
    await expect.poll(() => shownLevel(page)).toBe('danger');
    const popup = await openPopup(launched);
    for (const colorScheme of ['light', 'dark'] as const) {
      await popup.page.emulateMedia({ colorScheme });
      await expect(popup.page.locator('.status-danger')).toBeVisible();
      expect(await axeFaultsOf(popup.page), colorScheme).toEqual([]);
    }
    await popup.close();
  });
}

test('says "not reading this tab" where it reads nothing, with the sites and a button', async ({
  launched,
  sites,
  page,
}) => {
  sites.at('https://elsewhere.example/', { html: '<!doctype html><title>x</title>' });
  await page.goto('https://elsewhere.example/');
  const popup = await openPopup(launched);
  const body = popup.page.locator('body');
  await expect(body).toContainText(words('en', 'popup.none.title'));
  await expect(body).toContainText('Telegram Web K');
  await expect(popup.page.getByRole('button', { name: words('en', 'popup.reload') })).toBeVisible();
  await popup.close();
});

test('what was seen outlives the tab, and is not counted twice', async ({ launched, sites, page }) => {
  const run = createRun(readStory(), 'en');
  sites.otherwise(run.answer);
  for (const step of run.steps.filter(({ scene }) => scene.id === 'telegram')) await run.perform(step, page);
  await expect.poll(async () => (await openReport(launched))?.level).toBe('caution');
  // The level alone is reached before the last line is read, and what the popup lists is whole only then.
  const lines = run.steps.filter(({ scene, line }) => scene.id === 'telegram' && line !== null).length;
  await expect.poll(() => messagesRead(launched)).toBe(lines);
  const before = (await openReport(launched))?.seen;
  const [flip] = run.steps.filter(({ scene }) => scene.id === 'flip');
  if (flip === undefined) throw new Error('The story has no flip.');
  await run.perform(flip, page); // the next day: the same chat, loaded anew
  await expect.poll(async () => (await openReport(launched))?.seen).toEqual(before);
  expect((await openReport(launched))?.level).toBe('caution');
});

test('no text and no name is stored', async ({ launched, sites, page }) => {
  const story = readStory();
  const run = createRun(story, 'en');
  sites.otherwise(run.answer);
  for (const step of run.steps) await run.perform(step, page);
  await expect.poll(() => shownLevel(page)).toBe('danger');
  await expect.poll(() => stored(launched)).toContain('threat.publish');
  const kept = (await stored(launched)).toLowerCase();
  const people = Object.values(story.people).map((name) => name.en);
  const said = story.scenes.flatMap((scene) =>
    'lines' in scene ? scene.lines.map((line) => line.text.en) : [],
  );
  const ids = story.scenes.flatMap((scene) => ('peer' in scene ? [scene.peer] : []));
  // Words as well as sentences; a short one may stand in an HMAC by chance.
  const all = [...people, ...said, ...said.flatMap((text) => text.split(/\s+/)), ...ids];
  expect(all.filter((text) => text.length > 8 && kept.includes(text.toLowerCase()))).toEqual([]);
});
