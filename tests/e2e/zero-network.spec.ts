// The proof that nothing is sent: the whole story with every name mapped to a server of ours, and the browser's own record.
// The same check must catch a build that leaks, or it proves nothing.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { launchWithExtension } from '../../scripts/browser/launch';
import { startLocalSites } from '../../scripts/browser/local-sites';
import { openPopup } from '../../scripts/browser/popup';
import { shownLevel } from '../../tour/cards';
import { createRun } from '../../tour/run';
import { readStory } from '../../tour/story';
import { expectedAt } from '../../tour/story-pages';
import { EXTENSION, expect, test } from './browser';
import { readNetLog } from './net-log';

/** No such name exists; under the trap every name leads to our server. */
const LEAK = 'leak.porchlight.invalid';

test('the whole story asks nothing of the network but the pages themselves', async () => {
  expect(await strayRequests(EXTENSION, 'danger')).toEqual([]);
});

test('the check catches a build whose worker leaks', async () => {
  const build = leakingBuild('background.js', `fetch('https://${LEAK}/from-worker');`, { openPolicy: true });
  expect(await strayRequests(build, null)).toContain(`https://${LEAK}/from-worker`);
});

test('the check catches a build whose content script leaks', async () => {
  const build = leakingBuild('content-scripts/content.js', `new Image().src = 'https://${LEAK}/from-page';`);
  expect(await strayRequests(build, null)).toContain(`https://${LEAK}/from-page`);
});

test('the policy alone stops a worker that would leak', async () => {
  const build = leakingBuild('background.js', `fetch('https://${LEAK}/from-worker');`);
  expect(await strayRequests(build, null)).toEqual([]);
});

/**
 * Plays the story with a build and returns every address that was asked for by anything but the browser itself or the
 * opening of a page. `reaches` is the level that must have been shown, so that a build that does nothing can't pass.
 */
async function strayRequests(extension: string, reaches: string | null): Promise<string[]> {
  mkdirSync(test.info().outputDir, { recursive: true });
  const record = test.info().outputPath('net-log.json');
  const run = createRun(readStory(), 'en');
  const sites = await startLocalSites(run.answer);
  const launched = await launchWithExtension({
    extension,
    headless: true,
    args: [...sites.args, `--log-net-log=${record}`, '--net-log-capture-mode=Everything'],
  });
  try {
    const page = launched.context.pages()[0] ?? (await launched.context.newPage());
    for (const step of run.steps) {
      await run.perform(step, page);
      const expected = reaches === null ? null : expectedAt(run.story, step);
      if (expected !== null)
        await expect
          .poll(() => shownLevel(page), { message: `${step.scene.id} ${step.line}` })
          .toBe(expected);
    }
    const popup = await openPopup(launched);
    await popup.page.locator('body').innerText();
    await popup.close();
    if (reaches !== null) expect(await shownLevel(page)).toBe(reaches);
  } finally {
    await launched.close(); // the record is complete only now
    await sites.close();
  }
  return straysOf(record, sites.hits, run.opened);
}

/** What no page's opening explains. The browser's own requests have no origin behind them. */
function straysOf(record: string, hits: readonly string[], opened: readonly string[]): string[] {
  const asked = readNetLog(record);
  const pages = new Set(opened.map((url) => url.replace(/#.*/, '')));
  const fromOrigins = asked
    .filter(({ url, initiator }) => initiator !== null && !pages.has(url))
    .map(({ url }) => url);
  const ofBrowser = new Set(asked.filter(({ initiator }) => initiator === null).map(({ url }) => url));
  const unexplained = hits.filter((url) => !pages.has(url) && !ofBrowser.has(url));
  // A request to the very address of a page would hide among its visits: these are counted.
  const visits = hits.filter((url) => pages.has(url)).length;
  const more = visits === opened.length ? [] : [`${visits} visits, ${opened.length} openings`];
  return [...new Set([...fromOrigins, ...unexplained, ...more])];
}

type PlantOptions = { readonly openPolicy?: boolean };

/** A copy of the build with a line added that leaks; `openPolicy` takes away what would stop it. */
function leakingBuild(file: string, line: string, { openPolicy = false }: PlantOptions = {}): string {
  const copy = test.info().outputPath('leaking-build');
  cpSync(EXTENSION, copy, { recursive: true });
  const script = path.join(copy, file);
  writeFileSync(script, `${readFileSync(script, 'utf8')}\n;${line}\n`);
  if (openPolicy) {
    const manifest = path.join(copy, 'manifest.json');
    const { content_security_policy: _, ...rest } = JSON.parse(readFileSync(manifest, 'utf8'));
    writeFileSync(manifest, JSON.stringify(rest));
  }
  return copy;
}
