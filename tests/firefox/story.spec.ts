// The main job in real Firefox, in both languages, with the proof that nothing is sent; and the same check on builds that leak.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FIREFOX_OWN } from '../../scripts/browser/firefox';
import { createRun } from '../../tour/run';
import { readStory, TOUR_LANGUAGES, type TourLanguage } from '../../tour/story';
import { expectedAt } from '../../tour/story-pages';
import { words } from '../e2e/words';
import { addressOf, BUILD, expect, openWorld, readAsked, shownCard, test, type World } from './firefox';

const LEAK = 'leak.porchlight.invalid';

/** Chooses a language on the options page, as a person does. */
async function chooseLanguage({ firefox: { remote } }: World, language: TourLanguage): Promise<void> {
  await remote.send('WebDriver:Navigate', { url: addressOf('options') });
  const isThere = () => remote.run<boolean>(`return document.querySelector('#general-title') !== null`);
  await expect.poll(isThere).toBe(true);
  await remote.run(
    `const choice = [...document.querySelectorAll('select')].find((one) => one.querySelector('[value=km]'));
    choice.value = arguments[0];
    choice.dispatchEvent(new Event('change', { bubbles: true }));`,
    [language],
  );
  await expect.poll(() => remote.run(`return document.documentElement.lang`)).toBe(language);
}

/** Plays the story and returns every request that nothing but somebody's script explains. */
async function play(world: World, language: TourLanguage, withLevels: boolean): Promise<string[]> {
  const run = createRun(readStory(), language);
  world.answer(run.answer);
  const shown = new Set<string>();
  for (const step of run.steps) {
    await run.perform(step, world.page);
    const expected = withLevels ? expectedAt(run.story, step) : null;
    if (expected === null) continue;
    await expect
      .poll(async () => (await shownCard(world.firefox.remote)).kind, {
        message: `${step.scene.id} ${step.line}`,
      })
      .toBe(expected);
    shown.add(expected);
  }
  if (withLevels) expect([...shown].toSorted()).toEqual(['calm', 'caution', 'danger', 'notice']);
  const pages = new Set(run.opened.map((url) => url.replace(/#.*/, '')));
  const asked = await readAsked(world.firefox.remote);
  expect(asked.some(({ url }) => pages.has(url))).toBe(true); // the record works
  const byBrowser = new Set(asked.filter((one) => one.byBrowser).map(({ url }) => url));
  const scripts = asked.filter((one) => !one.byBrowser && !pages.has(one.url)).map(({ url }) => url);
  // The server's own list must hold nothing that the browser did not write down. What Firefox asked for itself before the
  // record began is known by its host: a script that asked there later stands in the record as a script.
  const unseen = world.sites.hits.filter(
    (url) => !pages.has(url) && !byBrowser.has(url) && new URL(url).host !== FIREFOX_OWN,
  );
  const visits = world.sites.hits.filter((url) => pages.has(url)).length;
  const more = visits === run.opened.length ? [] : [`${visits} visits, ${run.opened.length} openings`];
  return [...new Set([...scripts, ...unseen, ...more])];
}

for (const language of TOUR_LANGUAGES) {
  test(`the whole story in ${language}, and no request but the pages themselves`, async ({ world }) => {
    await chooseLanguage(world, language);
    expect(await play(world, language, true)).toEqual([]);
    const card = await shownCard(world.firefox.remote);
    expect(card.text).toContain(words(language, 'card.danger.fault'));
    expect(card.text).toContain(words(language, 'card.help.now'));
    for (const name of ['help', 'options', 'popup', 'family', 'note', 'welcome']) {
      await world.firefox.remote.send('WebDriver:Navigate', { url: addressOf(name) });
      const drawn = () => world.firefox.remote.run<number>(`return document.body.innerText.length`);
      await expect.poll(drawn, { message: name }).toBeGreaterThan(100);
    }
    const asked = await readAsked(world.firefox.remote);
    expect(asked.filter(({ by }) => by.includes('porchlight'))).toEqual([]);
  });
}

test.describe('the check catches a build', () => {
  test('whose background leaks', async () => {
    const line = `fetch('https://${LEAK}/from-background').catch(() => {});`;
    expect(await playLeaking('background.js', line, true)).toContain(`https://${LEAK}/from-background`);
  });

  test('whose content script leaks', async () => {
    const line = `new Image().src = 'https://${LEAK}/from-page';`;
    expect(await playLeaking('content-scripts/content.js', line)).toContain(`https://${LEAK}/from-page`);
  });

  test('but the policy alone stops a background that would leak', async () => {
    const line = `fetch('https://${LEAK}/from-background').catch(() => {});`;
    expect(await playLeaking('background.js', line)).toEqual([]);
  });
});

/** Plays the story with a copy of the build that has a line more; `openPolicy` takes away what would stop it. */
async function playLeaking(file: string, line: string, openPolicy = false): Promise<string[]> {
  const build = test.info().outputPath('leaking-build');
  cpSync(BUILD, build, { recursive: true });
  const script = path.join(build, file);
  writeFileSync(script, `${readFileSync(script, 'utf8')}\n;${line}\n`);
  if (openPolicy) {
    const manifest = path.join(build, 'manifest.json');
    const { content_security_policy: _, ...rest } = JSON.parse(readFileSync(manifest, 'utf8'));
    // Firefox's own default would ask for https in place of http; the leak asks for https anyway.
    writeFileSync(manifest, JSON.stringify(rest));
  }
  const world = await openWorld({ build });
  try {
    return await play(world, 'en', false);
  } finally {
    await world.close();
    rmSync(build, { recursive: true, force: true });
  }
}
