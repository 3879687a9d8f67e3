// `npm run screens`: a picture of every screen and state, in both languages, light and dark, narrow and wide, into
// .screens/, with a page that shows them all. `-- note family` takes only screens whose name starts so.
import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { helpIfAsked } from './arguments';
import { type Launched, launchWithExtension } from './browser/launch';
import { commandOf } from './install.mjs';
import { LANGUAGES } from './languages';
import { indexPage, type Picture } from './screens/index-page';
import { allScreens, PIN, type Screen } from './screens/screens';
import { type Look, makePin, showScreen } from './screens/show';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OUT = path.join(ROOT, '.screens');
const SHIPS = path.join(ROOT, '.output/chrome-mv3');
const WITH_GALLERY = path.join(ROOT, '.output/chrome-mv3-dev');

const SCHEMES = ['light', 'dark'] as const;
/** The narrowest that must work, and an ordinary window, in px. */
const WIDTHS = [320, 1280];

const LOOKS: readonly Look[] = LANGUAGES.flatMap((language) =>
  SCHEMES.flatMap((colorScheme) => WIDTHS.map((width) => ({ language, colorScheme, width }))),
);

async function take(launched: Launched, screen: Screen, look: Look): Promise<Picture> {
  const { language, colorScheme } = look;
  const width = screen.width ?? look.width;
  const page = await showScreen(launched, screen, look);
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

/** What is pictured is what ships; the gallery is in the build for development alone. */
function build(...options: string[]): void {
  execFileSync(process.execPath, [commandOf('wxt'), 'build', ...options], { cwd: ROOT, stdio: 'inherit' });
}

helpIfAsked(`npm run screens -- [name ...]

  name  only screens whose name starts so (note family); all of them without it`);
const wanted = process.argv.slice(2).filter((word) => word !== '--');
const isWanted = ({ name }: Screen) => wanted.length === 0 || wanted.some((start) => name.startsWith(start));

const pages = async (launched: Launched) => {
  const page = launched.context.pages()[0] ?? (await launched.context.newPage());
  return allScreens(await makePin(launched, page, PIN)).filter(isWanted);
};
const gallery = async () =>
  [
    { name: 'gallery', address: GALLERY, act: openTwins },
    { name: 'gallery-help', address: GALLERY, act: openAll('help') },
    { name: 'gallery-form', address: `${GALLERY}&country=MA` },
    { name: 'gallery-form-help', address: `${GALLERY}&country=MA`, act: openAll('help') },
    { name: 'gallery-what', address: GALLERY, act: openAll('what') },
    { name: 'gallery-why', address: GALLERY, act: openAll('why') },
  ].filter(isWanted);
const GALLERY = '/gallery.html?lang={language}';

/** In every card that has it, what this button opens. */
function openAll(button: string): (page: Page) => Promise<void> {
  return async (page) => {
    const buttons = page.locator(`[data-name=${button}]`);
    // A card heeds no script's press, and what is opened takes its button away.
    for (let left = await buttons.count(); left > 0; left -= 1) await buttons.first().click();
  };
}

/** Of what a person opens in its place, the gallery has two: the second is opened. */
async function openTwins(page: Page): Promise<void> {
  await page.locator('[data-name=pause-what]').last().click();
  await page.locator('.card-notice .notice-line').last().click();
}

build();
build('--mode', 'development');
const pictures = [...(await takeAll(SHIPS, pages)), ...(await takeAll(WITH_GALLERY, gallery))];
if (pictures.length === 0) {
  console.error(`No screen's name starts with ${wanted.join(' or ')}.`);
  process.exit(1);
}
// Those of an earlier run, only now: a mistyped name threw them away.
for (const file of readdirSync(OUT))
  if (!pictures.some((picture) => picture.file === file)) rmSync(path.join(OUT, file), { recursive: true });
writeFileSync(path.join(OUT, 'index.html'), indexPage(pictures));
console.log(`${pictures.length} pictures: ${path.join(OUT, 'index.html')}`);
