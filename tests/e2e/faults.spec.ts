// What breaks, breaks alone: each fault has a clear sentence in the popup, and nothing else is lost.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { currentWorker, type Launched, launchWithExtension } from '../../scripts/browser/launch';
import { openPopup } from '../../scripts/browser/popup';
import { shownLevel } from '../../tour/cards';
import { mountMarkup } from '../../tour/pages/markup';
import { documentOf } from '../../tour/pages/site';
import { CHAT_SITES, EXTENSION, expect, openChat, routeSites, test } from './browser';
import { openReport, stored } from './report';
import { threatLines } from './scenes';
import { words } from './words';
import { countWorkers, openWorkers, stopWorker } from './workers';

const k = CHAT_SITES['telegram-k'];

/** What the popup says now. */
async function popupSays(launched: Launched, ...sentences: readonly string[]): Promise<void> {
  const popup = await openPopup(launched);
  for (const sentence of sentences) await expect(popup.page.locator('body')).toContainText(sentence);
  await popup.close();
}

/** Text of a catalogue up to the first gap: "Not loaded: {languages}. …" → "Not loaded: ". */
function untilGap(sentence: string): string {
  return sentence.split('{')[0] ?? sentence;
}

test('garbage in storage: it is set aside, and the chat is still warned of', async ({
  launched,
  sites,
  page,
}) => {
  const worker = await currentWorker(launched);
  await worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { set(items: object): Promise<void> } } };
    };
    await chrome.storage.local.set({ settings: 'rubbish', secret: 7, weeks: [null], junk: { a: 1 } });
  });
  await openChat(page, sites, k, { lines: threatLines() });
  await expect.poll(() => shownLevel(page)).toBe('danger');
  await popupSays(launched, words('en', 'popup.notes.set-aside'), words('en', 'popup.steps.threat.one'));
});

test('a site that changed: "can\'t read this page", and why', async ({ launched, sites, page }) => {
  const { url } = k;
  sites.at(url('5550001111'), { html: documentOf('Telegram Web', ['Everything looks different now.']) });
  await page.goto(url('5550001111'));
  await expect.poll(async () => (await openReport(launched))?.state, { timeout: 30_000 }).toBe('unreadable');
  await popupSays(launched, words('en', 'popup.unreadable.title'), words('en', 'popup.why.no-list'));
  expect(await shownLevel(page)).toBe('calm');
});

test('a worker that was stopped is started by the next message, and nothing is lost', async ({
  launched,
  sites,
  page,
}) => {
  const [hello, ...rest] = threatLines();
  if (hello === undefined) throw new Error('The chat is too short.');
  const chat = await openChat(page, sites, k, { lines: [hello] });
  await expect.poll(() => stored(launched)).toContain('memory:');
  expect(await shownLevel(page)).not.toBe('danger');
  const own = await launched.context.newPage();
  await stopWorker(launched, await openWorkers(launched, own));
  await own.close();
  const markup = rest.map((line) => k.row(line, chat));
  await page.evaluate(mountMarkup, { into: k.into, place: 'end' as const, markup });
  await expect.poll(() => shownLevel(page)).toBe('danger');
  await expect.poll(() => countWorkers(launched)).toBe(1);
  // What the second worker stored stands beside what the first one did. (The page that is loaded lacks the new rows.)
  await expect.poll(() => stored(launched)).toContain('threat.publish');
  await page.reload();
  await expect.poll(async () => (await openReport(launched))?.level).toBe('danger');
  expect(await openReport(launched)).toMatchObject({ memoryFailed: false });
});

test('a background that never answers: the popup says so', async () => {
  const build = brokenBuild('background.js', () => 'chrome.runtime.onInstalled.addListener(() => {});');
  await withBuild(build, async (launched, sites, page) => {
    await openChat(page, sites, k, { lines: threatLines() });
    await expect.poll(async () => (await openReport(launched))?.why).toBe('no-background');
    await popupSays(launched, words('en', 'popup.why.no-background'));
  });
});

test('a malformed pack: the others still work, and the popup names it', async () => {
  const build = brokenBuild('background.js', (code) => breakPack(code, 'km'));
  await withBuild(build, async (launched, sites, page) => {
    await openChat(page, sites, k, { lines: threatLines() });
    await expect.poll(() => shownLevel(page)).toBe('danger');
    await popupSays(launched, untilGap(words('en', 'popup.unchecked')), 'Khmer');
  });
});

/** Leaves a pack's name and takes its sense: where its signals were, a number stands. */
function breakPack(code: string, language: string): string {
  // JSON in a string, whose quotes may be escaped.
  const pack = new RegExp(`(language(\\\\?"):\\2${language}\\2.*?\\2)signals\\2:`, 's');
  if (!pack.test(code)) throw new Error(`background.js holds no pack of "${language}".`);
  return code.replace(pack, '$1signals$2:7,$2lost$2:');
}

/** A copy of the build with one file changed. */
function brokenBuild(file: string, change: (code: string) => string): string {
  const copy = test.info().outputPath('broken-build');
  cpSync(EXTENSION, copy, { recursive: true });
  const script = path.join(copy, file);
  writeFileSync(script, change(readFileSync(script, 'utf8')));
  return copy;
}

type Body = (
  launched: Launched,
  sites: Awaited<ReturnType<typeof routeSites>>,
  page: import('@playwright/test').Page,
) => Promise<void>;

async function withBuild(extension: string, body: Body): Promise<void> {
  const launched = await launchWithExtension({ extension, headless: true });
  try {
    const page = launched.context.pages()[0] ?? (await launched.context.newPage());
    await body(launched, await routeSites(launched.context), page);
  } finally {
    await launched.close();
  }
}
