// A browser that tests share is for each of them as one that was just launched: everything that a test may change is
// changed here, and then looked for.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { currentWorker, type Launched, launchWithExtension } from '../../scripts/browser/launch';
import { openPopup } from '../../scripts/browser/popup';
import { shownLevel } from '../../tour/cards';
import { CHAT_SITES, EXTENSION, expect, openChat, routeSites, test } from './browser';
import { threatLines } from './scenes';
import { createSharedBrowser } from './shared-browser';

const SITE = 'https://shared.example/';
const ORIGIN = { origin: 'https://shared.example' };
const chat = CHAT_SITES['telegram-k'];

/** Everything by which a test could tell that another one was there before. */
async function stateOf(launched: Launched) {
  const { context } = launched;
  const pages = context.pages().map((one) => one.url());
  const page = context.pages()[0] ?? (await context.newPage());
  const ours = await (await currentWorker(launched)).evaluate(inWorker);
  const view = await page.evaluate(inPage);
  const answered = await page.goto(SITE).then(
    () => true,
    () => false,
  );
  (await routeSites(context)).at(SITE, { html: '<!doctype html><title>x</title>' });
  await page.goto(SITE);
  const theirs = await page.evaluate(onSite);
  await context.grantPermissions(['clipboard-read'], ORIGIN);
  await page.bringToFront();
  const clipboard = await page.evaluate(() => navigator.clipboard.readText());
  return { pages, ours, view, answered, theirs, clipboard };
}

async function inWorker() {
  const { chrome, touched } = globalThis as unknown as Ours;
  const [local, session] = [await chrome.storage.local.get(null), await chrome.storage.session.get(null)];
  const [text, title] = [await chrome.action.getBadgeText({}), await chrome.action.getTitle({})];
  const tabs = (await chrome.tabs.query({})).map(({ active }) => active);
  return { ...{ local, session, text, title, tabs, touched }, ui: (await chrome.windows.getAll()).length };
}

function inPage() {
  const matches = ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)', 'print'];
  return {
    size: [innerWidth, innerHeight],
    media: matches.filter((query) => matchMedia(query).matches),
    onLine: navigator.onLine,
    history: history.length,
  };
}

async function onSite() {
  const state = async (name: string) =>
    (await navigator.permissions.query({ name: name as 'geolocation' })).state;
  return {
    cookies: document.cookie,
    items: [localStorage.length, sessionStorage.length],
    databases: (await indexedDB.databases()).length,
    caches: await caches.keys(),
    permissions: [await state('clipboard-read'), await state('geolocation')],
  };
}

/** Leaves a trace wherever a test of ours could leave one. The answer is what a listener that it leaves goes on to hear. */
async function touchAll(launched: Launched): Promise<string[]> {
  const { context } = launched;
  const page = context.pages()[0] ?? (await context.newPage());
  const sites = await routeSites(context);
  sites.at(SITE, { html: '<!doctype html><title>x</title>' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write', 'geolocation']);
  await page.setViewportSize({ width: 320, height: 500 });
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce', media: 'print' });
  await page.goto(SITE);
  await page.evaluate(touchSite);
  const other = await context.newPage();
  await other.goto(`chrome-extension://${launched.id}/options.html`);
  await openChat(other, sites, chat, { lines: threatLines() });
  await expect.poll(() => shownLevel(other)).toBe('danger');
  await (await openPopup(launched)).close();
  await (await currentWorker(launched)).evaluate(touchWorker);
  // A tab that is still opening when the test ends.
  const last = await context.newPage();
  await last.evaluate((address) => setTimeout(() => open(address), 0), SITE);
  const heard: string[] = [];
  context.on('request', (request) => heard.push(request.url()));
  await context.setOffline(true);
  return heard;
}

async function touchSite(): Promise<void> {
  // biome-ignore lint/suspicious/noDocumentCookie: an old way of storing is one more to clear
  document.cookie = 'touched=1; max-age=1000';
  localStorage.setItem('touched', '1');
  sessionStorage.setItem('touched', '1');
  await new Promise((resolve) => {
    indexedDB.open('touched').onsuccess = resolve;
  });
  await caches.open('touched');
  await navigator.clipboard.writeText('touched');
}

async function touchWorker(): Promise<void> {
  const { chrome } = globalThis as unknown as Ours;
  Object.assign(globalThis, { touched: true });
  await chrome.storage.local.set({ touched: 1, settings: { version: 1, language: 'km' } });
  await chrome.storage.session.set({ touched: 1 });
  await chrome.action.setBadgeText({ text: '•' });
  await chrome.action.setTitle({ title: 'touched' });
}

/** What arrives of a file that a page saves. */
async function saved(page: Page): Promise<string> {
  const downloading = page.waitForEvent('download');
  await page.evaluate(() => {
    const link = document.createElement('a');
    Object.assign(link, { href: URL.createObjectURL(new Blob(['saved'])), download: 'saved.txt' });
    link.click();
  });
  return readFileSync(await (await downloading).path(), 'utf8');
}

test('after a test it stands as one that was just launched', async () => {
  const fresh = await launchWithExtension({ extension: EXTENSION, headless: true });
  const expected = await stateOf(fresh);
  await fresh.close();
  expect(expected).toMatchObject({ pages: ['about:blank'], answered: false, clipboard: '' });

  const shared = createSharedBrowser(EXTENSION);
  try {
    const first = await shared.take();
    const heard = await touchAll(first);
    await shared.giveBack(true);
    const second = await shared.take();
    heard.length = 0;
    expect(second.profile).toBe(first.profile); // the same browser, or the rest proves nothing
    expect(await stateOf(second)).toEqual(expected);

    // And it works: a chat is read, as in the first.
    const page = second.context.pages()[0] ?? (await second.context.newPage());
    await openChat(page, await routeSites(second.context), chat, { lines: threatLines() });
    await expect.poll(() => shownLevel(page)).toBe('danger');
    expect(await saved(page)).toBe('saved');
    expect(heard).toEqual([]);
  } finally {
    await shared.close();
  }
});

test('is another one after a test that failed, after enough tests, and after it broke', async () => {
  const shared = createSharedBrowser(EXTENSION, 2);
  const profiles: string[] = [];
  for (const passed of [false, true, true, true]) {
    const launched = await shared.take();
    profiles.push(launched.profile);
    if (profiles.length === 4) await launched.context.close();
    await shared.giveBack(passed);
  }
  profiles.push((await shared.take()).profile);
  await shared.close();
  const [failed, one, again, broke, last] = profiles;
  expect(one).not.toBe(failed);
  expect(again).toBe(one);
  expect(broke).not.toBe(one);
  expect(last).not.toBe(broke);
});

test('refuses what it could not take back', async ({ launched }) => {
  await expect(async () => launched.context.addInitScript('')).rejects.toThrow('ownBrowser');
});

type Area = { get(keys: null): Promise<object>; set(items: object): Promise<void> };
type Ours = {
  readonly touched?: boolean;
  readonly chrome: {
    readonly storage: { readonly local: Area; readonly session: Area };
    readonly action: {
      getBadgeText(what: object): Promise<string>;
      setBadgeText(what: object): Promise<void>;
      getTitle(what: object): Promise<string>;
      setTitle(what: object): Promise<void>;
    };
    readonly tabs: { query(what: object): Promise<{ active: boolean }[]> };
    readonly windows: { getAll(): Promise<object[]> };
  };
};
