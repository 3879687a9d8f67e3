// The main job in real Firefox, in both languages, with the proof that nothing is sent; and the same check on builds that leak.
import { rmSync } from 'node:fs';
import { FIREFOX_OWN } from '../../scripts/browser/firefox';
import { PLANTED, type PlantedLeak, plantLeak } from '../../scripts/prove-private/leaking-build';
import { createRun, type StoryRun } from '../../tour/run';
import { readStory, TOUR_LANGUAGES, type TourLanguage } from '../../tour/story';
import { expectedAt } from '../../tour/story-pages';
import { words } from '../e2e/words';
import { BUILD, expect, OPENED, test, type World } from './firefox';
import { pagesOf } from './own-tab';
import { readAsked } from './requests';
import { closePopup, openPopup, readPopup, shownCard } from './shown';

test.describe.configure({ retries: 0 }); // not even once

/** Child Helpline Cambodia and APLE's hotline, as help/hotlines/kh.yaml has them. */
const CAMBODIA = ['1280', '092 311 511'];
/** A popup wider than this is no column any more. */
const WIDEST_POPUP = 400;

/** Plays the story. With `checked`, every step must show what the story says. */
async function play(world: World, run: StoryRun, checked: boolean): Promise<void> {
  world.answer(run.answer);
  const shown = new Set<string>();
  for (const step of run.steps) {
    await run.perform(step, world.page);
    const expected = checked ? expectedAt(run.story, step) : null;
    if (expected === null) continue;
    await expect
      .poll(async () => (await shownCard(world.remote)).kind, { message: `${step.scene.id} ${step.line}` })
      .toBe(expected);
    shown.add(expected);
  }
  if (checked) expect([...shown].toSorted()).toEqual(['calm', 'caution', 'danger', 'notice']);
}

/** Begins to count what is asked. The answer gives all that nothing but somebody's script explains. */
async function watchStrays(world: World): Promise<(run: StoryRun) => Promise<string[]>> {
  const { remote, sites, proxy } = world;
  const from = {
    asked: (await readAsked(remote)).length,
    hits: sites.hits.length,
    hosts: proxy.hosts.length,
  };
  return async (run) => {
    const pages = new Set(run.opened.map((url) => url.replace(/#.*/, '')));
    const all = await readAsked(remote);
    const asked = all.slice(from.asked);
    expect(asked.some(({ url }) => pages.has(url))).toBe(true); // the record works
    const scripts = asked.filter((one) => !one.byBrowser && !pages.has(one.url)).map(({ url }) => url);
    // The server's and the proxy's own lists must hold nothing that the browser did not write down. What Firefox asked for
    // itself before the record began is known by its host: a script that asked there later stands in the record.
    const ofBrowser = all.filter((one) => one.byBrowser).map(({ url }) => url);
    const hits = sites.hits.slice(from.hits);
    const unseen = hits.filter(
      (url) => !pages.has(url) && !ofBrowser.includes(url) && new URL(url).host !== FIREFOX_OWN,
    );
    const hosts = new Set([...pages, ...ofBrowser].map((url) => new URL(url).host).concat(FIREFOX_OWN));
    const connected = proxy.hosts.slice(from.hosts).filter((host) => !hosts.has(host.replace(/:443$/, '')));
    const visits = hits.filter((url) => pages.has(url)).length;
    const more = visits === run.opened.length ? [] : [`${visits} visits, ${run.opened.length} openings`];
    return [...new Set([...scripts, ...unseen, ...connected, ...more])];
  };
}

/** The toolbar's popup, as soon as it has heard from the page. */
async function expectPopup(world: World, language: TourLanguage): Promise<void> {
  await openPopup(world.remote);
  await expect.poll(async () => (await readPopup(world.remote))?.classes ?? []).toContain('status-danger');
  // The last lines are read a moment after the first of them raised the level; the popup looks again by itself.
  const threat = words(language, 'signal.threat.publish.seen');
  await expect.poll(async () => (await readPopup(world.remote))?.text ?? '').toContain(threat);
  const popup = await readPopup(world.remote);
  if (popup === null) throw new Error('The popup is gone.');
  expect(popup.lang).toBe(language);
  for (const key of ['popup.seen.title', 'popup.steps.threat.one', 'popup.phone-apps'])
    expect(popup.text).toContain(words(language, key));
  for (const number of CAMBODIA) expect(popup.text).toContain(number);
  expect(popup.width).toBeLessThanOrEqual(WIDEST_POPUP);
  await closePopup(world.remote);
}

for (const language of TOUR_LANGUAGES) {
  test(`the whole story in ${language}, and no request but the pages themselves`, async ({ world }) => {
    const { remote } = world;
    const own = await world.install(BUILD);
    const strays = await watchStrays(world);
    await own.choose({ language, country: 'KH' });
    const run = createRun(readStory(), language);
    await play(world, run, true);
    const card = await shownCard(remote);
    expect(card.text).toContain(words(language, 'card.danger.fault'));
    expect(card.text).toContain(words(language, 'card.help.now'));
    expect(CAMBODIA.some((number) => card.text.includes(number))).toBe(true);
    await expectPopup(world, language);
    for (const name of ['help', 'options', 'family', 'note', 'welcome']) {
      await own.open(name);
      const drawn = () => own.run<number>('return document.body.innerText.length');
      await expect.poll(drawn, { message: name }).toBeGreaterThan(100);
      // Where the background was late, a page is drawn first and goes over to the chosen language then.
      await expect
        .poll(() => own.run('return document.documentElement.lang'), { message: name })
        .toBe(language);
    }
    expect(await strays(run)).toEqual([]);
    const asked = await readAsked(remote);
    expect(asked.filter(({ by }) => by.includes('porchlight'))).toEqual([]);
    // What it keeps of all that: no word that was said.
    const kept = await own.stored();
    expect(kept).toContain('threat.publish');
    const said = run.story.scenes.flatMap((scene) => ('lines' in scene ? scene.lines : []));
    const long = said
      .flatMap(({ text }) => [text[language], ...text[language].split(/\s+/)])
      .filter((text) => text.length > 8);
    expect(long.filter((text) => kept.includes(text))).toEqual([]);
  });
}

test('opens the welcome page once it is installed, and no other', async ({ world }) => {
  await world.install(BUILD);
  const pages = await pagesOf(world.remote);
  const opened = await world.remote.runInChrome<string[]>(OPENED);
  const ours = opened.filter((url) => url !== 'about:blank');
  expect(ours.toSorted()).toEqual([`${pages}options.html`, `${pages}welcome.html`]);
});

test.describe('the check catches a build', () => {
  test('whose background leaks', async ({ world }) => {
    expect(await straysOfLeaking(world, PLANTED.worker)).toContain(PLANTED.worker.finds);
  });

  test('whose content script leaks', async ({ world }) => {
    expect(await straysOfLeaking(world, PLANTED.page)).toContain(PLANTED.page.finds);
  });

  test('but the policy alone stops a background that would leak', async ({ world }) => {
    expect(await straysOfLeaking(world, PLANTED.stopped)).toEqual([]);
  });
});

/** Plays the story with a build that leaks. */
async function straysOfLeaking(world: World, leak: PlantedLeak): Promise<string[]> {
  const build = plantLeak(BUILD, test.info().outputPath('leaking-build'), leak);
  const strays = await watchStrays(world);
  await world.install(build);
  const run = createRun(readStory(), 'en');
  await play(world, run, false);
  const found = await strays(run);
  rmSync(build, { recursive: true, force: true });
  return found;
}
