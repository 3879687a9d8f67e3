// `npm run screens`: a picture of every screen and state, in both languages, light and dark, narrow and wide, into
// .screens/, with a page that shows them all. `-- note family` takes only screens whose name starts so.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { Language } from '../utils/settings';
import { currentWorker, type Launched, launchWithExtension } from './browser/launch';
import { indexPage, type Picture } from './screens/index-page';
import { allScreens, type Items, type Screen } from './screens/screens';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OUT = path.join(ROOT, '.screens');
const SHIPS = path.join(ROOT, '.output/chrome-mv3');
const WITH_GALLERY = path.join(ROOT, '.output/chrome-mv3-dev');

const LANGUAGES: readonly Language[] = ['en', 'km'];
const SCHEMES = ['light', 'dark'] as const;
/** The narrowest that must work, and an ordinary window, in px. */
const WIDTHS = [320, 1280];

type Look = {
  readonly language: Language;
  readonly colorScheme: (typeof SCHEMES)[number];
  readonly width: number;
};

const LOOKS: readonly Look[] = LANGUAGES.flatMap((language) =>
  SCHEMES.flatMap((colorScheme) => WIDTHS.map((width) => ({ language, colorScheme, width }))),
);

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
async function makePin(launched: Launched, page: Page, pin: string): Promise<unknown> {
  await store(launched, { settings: settingsOf('en', { audience: null }) });
  await page.goto(`chrome-extension://${launched.id}/family.html`);
  const message = { type: 'finish-welcome', audience: 'parent', family: { pin } };
  await page.evaluate((sent) => (globalThis as unknown as Chrome).chrome.runtime.sendMessage(sent), message);
  const worker = await currentWorker(launched);
  return (await worker.evaluate(() => (globalThis as unknown as Chrome).chrome.storage.local.get('pin'))).pin;
}

async function take(launched: Launched, screen: Screen, look: Look): Promise<Picture> {
  const { language, colorScheme } = look;
  const width = screen.width ?? look.width;
  await store(launched, { settings: settingsOf(language, screen.settings), ...screen.items });
  const page = await launched.context.newPage();
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  if (screen.before) await page.addInitScript(screen.before, screen.given);
  await page.goto(`chrome-extension://${launched.id}${screen.address.replace('{language}', language)}`);
  await page.locator('#app h1, #app h2').first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  await screen.act?.(page);
  const file = `${screen.name}.${language}.${colorScheme}.${width}.png`;
  await page.screenshot({ path: path.join(OUT, file), fullPage: true });
  await page.close();
  return { screen: screen.name, look: `${language}, ${colorScheme}, ${width} px`, file };
}

async function takeAll(extension: string, screensOf: (launched: Launched) => Promise<readonly Screen[]>) {
  const launched = await launchWithExtension({ extension, headless: true });
  const pictures: Picture[] = [];
  try {
    for (const screen of await screensOf(launched)) {
      const looks = screen.width === undefined ? LOOKS : LOOKS.filter(({ width }) => width === WIDTHS[0]);
      for (const look of looks) pictures.push(await take(launched, screen, look));
      console.log(`${screen.name}: ${looks.length} pictures`);
    }
  } finally {
    await launched.close();
  }
  return pictures;
}

const wanted = process.argv.slice(2).filter((word) => word !== '--');
const isWanted = ({ name }: Screen) => wanted.length === 0 || wanted.some((start) => name.startsWith(start));

const pages = async (launched: Launched) => {
  const page = launched.context.pages()[0] ?? (await launched.context.newPage());
  return allScreens(await makePin(launched, page, '482913')).filter(isWanted);
};
const gallery = async () => [{ name: 'gallery', address: '/gallery.html?lang={language}' }].filter(isWanted);

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const pictures = [...(await takeAll(SHIPS, pages)), ...(await takeAll(WITH_GALLERY, gallery))];
writeFileSync(path.join(OUT, 'index.html'), indexPage(pictures));
console.log(`${pictures.length} pictures: ${path.join(OUT, 'index.html')}`);
