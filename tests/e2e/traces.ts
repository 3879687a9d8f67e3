// Leaves the traces that a test may leave in a browser, and looks for all of them.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { currentWorker, type Launched } from '../../scripts/browser/launch';
import { openPopup } from '../../scripts/browser/popup';
import { shownLevel } from '../../tour/cards';
import { CHAT_SITES, expect, openChat, routeSites } from './browser';
import { readClipboard } from './clipboard';
import { threatLines } from './scenes';

const SITE = 'https://shared.example/';
const ORIGIN = { origin: 'https://shared.example' };
const chat = CHAT_SITES['telegram-k'];

/** Everything by which a test could tell that another one was there before. */
export async function stateOf(launched: Launched) {
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
  const clipboard = await readClipboard(page);
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
    history: history.length,
  };
}

async function onSite() {
  const state = async (name: string) =>
    (await navigator.permissions.query({ name: name as 'geolocation' })).state;
  return {
    onLine: navigator.onLine,
    cookies: document.cookie,
    items: [localStorage.length, sessionStorage.length],
    databases: (await indexedDB.databases()).length,
    caches: await caches.keys(),
    permissions: [await state('clipboard-read'), await state('geolocation')],
  };
}

/** Leaves a trace wherever a test of ours could leave one. The answer is what a listener that it leaves goes on to hear. */
export async function touchAll(launched: Launched): Promise<string[]> {
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
export async function saved(page: Page): Promise<string> {
  const downloading = page.waitForEvent('download');
  await page.evaluate(() => {
    const link = document.createElement('a');
    Object.assign(link, { href: URL.createObjectURL(new Blob(['saved'])), download: 'saved.txt' });
    link.click();
  });
  return readFileSync(await (await downloading).path(), 'utf8');
}

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
