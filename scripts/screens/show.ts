// Opens a screen as its list says: what is stored first, then the page, then what a person does on it.
import type { Page } from '@playwright/test';
import type { Language } from '../../utils/settings';
import { currentWorker, type Launched } from '../browser/launch';
import type { Items, Screen } from './screens';

export type Look = {
  readonly language: Language;
  readonly colorScheme: 'light' | 'dark';
  /** In px, unless the screen has one of its own. */
  readonly width: number;
};

type Chrome = {
  chrome: {
    storage: {
      local: { clear(): Promise<void>; set(items: Items): Promise<void>; get(key: string): Promise<Items> };
    };
    runtime: { sendMessage(message: unknown): Promise<unknown> };
  };
};

const settingsOf = (language: Language, change: Items = {}): Items => ({
  ...{ version: 1, language, country: 'KH', offServices: [], paused: false, sensitivity: 'standard' },
  ...{ retentionDays: 90, audience: 'teen' },
  ...change,
});

async function store(launched: Launched, items: Items): Promise<void> {
  const worker = await currentWorker(launched);
  await worker.evaluate(async (set) => {
    const { local } = (globalThis as unknown as Chrome).chrome.storage;
    await local.clear();
    await local.set(set);
  }, items);
}

/** A stored PIN, made by the background itself: its hash takes a second. */
export async function makePin(launched: Launched, page: Page, pin: string): Promise<unknown> {
  await store(launched, { settings: settingsOf('en', { audience: null }) });
  await page.goto(`chrome-extension://${launched.id}/family.html`);
  const message = { type: 'finish-welcome', audience: 'parent', family: { pin } };
  await page.evaluate((sent) => (globalThis as unknown as Chrome).chrome.runtime.sendMessage(sent), message);
  const worker = await currentWorker(launched);
  return (await worker.evaluate(() => (globalThis as unknown as Chrome).chrome.storage.local.get('pin'))).pin;
}

/** A new page that shows the screen, without motion. Close it when done. */
export async function showScreen(launched: Launched, screen: Screen, look: Look): Promise<Page> {
  const { language, colorScheme } = look;
  await store(launched, { settings: settingsOf(language, screen.settings), ...screen.items });
  const page = await launched.context.newPage();
  await page.setViewportSize({ width: screen.width ?? look.width, height: 800 });
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  if (screen.before) await page.addInitScript(screen.before, screen.given);
  await page.goto(`chrome-extension://${launched.id}${screen.address.replace('{language}', language)}`);
  await page.locator('#app h1, #app h2').first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  await screen.act?.(page);
  await page.evaluate(() => scrollTo(0, 0)); // what is sticky stands where a reader first sees it
  return page;
}
