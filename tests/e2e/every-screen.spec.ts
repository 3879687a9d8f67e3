// What must hold on every screen of ours in every state: easy words, a layout that may turn around, edges that outlive the
// person's own colours, no motion for who wants none, and a way by keyboard to everything that can be pressed.
import type { Page } from '@playwright/test';
import { isShort } from '../../scripts/endure/trial';
import { allScreens, PIN, type Screen } from '../../scripts/screens/screens';
import { makePin, showScreen } from '../../scripts/screens/show';
import { readingGrade } from '../reading-age';
import { expect, test } from './browser';
import { faultsOf } from './own-pages';

/** Grade 6 or lower by Flesch-Kincaid. */
const HARDEST = 6;

const SCHEMES = ['light', 'dark'] as const;
const NARROW = { colorScheme: 'light', width: 320 } as const;
const GROUPS = ['popup', 'help', 'note', 'options', 'fix-site', 'family', 'welcome'];
/** One of each kind of page, for what takes a press of Tab for every control. */
const BY_KEYBOARD = [
  'popup-danger',
  'help-threat',
  'note-danger',
  'options-unfolded',
  'family-locked',
  'welcome-1-who',
];

/** One of each kind of page, with the widest fields. */
const LARGE = ['help-words-shown', 'note-full', 'options-unfolded', 'family-example', 'welcome-4-family'];

/** Names of organisations, apps and countries, and what is read in small parts, not as sentences. */
const NAMES = '.line h3, .line h4, .line-native, bdi, select, .sites, .page-name, h3 + .line-as, .only-read';

/** The lines of text that are read as sentences: four words and more. */
function sentencesOn(page: Page): Promise<readonly string[]> {
  return page.evaluate((names) => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    for (const name of document.querySelectorAll<HTMLElement>(names)) name.style.display = 'none';
    return document.body.innerText
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line.split(/\s+/).length > 3)
      .map((line) => (/[.?:]$/.test(line) ? line : `${line}.`));
  }, NAMES);
}

/** What is wider than the window, by its class, and by how much the page scrolls sideways. */
function sticksOut(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - innerWidth;
    const out = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => {
      if (element.closest('.only-read, .skip, .scroll, svg') || !element.checkVisibility()) return false;
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (left < -1 || right > innerWidth + 1);
    });
    const names = out.map(({ tagName, className }) => `${tagName}.${className}`);
    return wide > 0 ? [`${wide} px too wide`, ...names] : names;
  });
}

/** Words of headings and tables that a line ends inside of, as Khmer, without spaces between words, makes easy. */
function cutWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const words = new Intl.Segmenter(document.documentElement.lang, { granularity: 'word' });
    return [...document.querySelectorAll<HTMLElement>('h1, h2, h3, th, td')]
      .filter((heading) => heading.checkVisibility())
      .flatMap((heading) => [...heading.childNodes])
      .filter((node) => node instanceof Text)
      .flatMap((text) =>
        [...words.segment(text.data)].flatMap(({ segment, index, isWordLike }) => {
          if (!isWordLike) return [];
          const range = new Range();
          range.setStart(text, index);
          range.setEnd(text, index + segment.length);
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
          return lines.size > 1 ? [segment] : [];
        }),
      );
  });
}

/** Buttons and fields that have no edge. */
function withoutEdge(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, select, textarea, input')]
      .filter((element) => element.checkVisibility() && !element.closest('.button-file'))
      .filter((element) => {
        const { appearance, borderTopStyle, borderTopWidth } = getComputedStyle(element);
        return appearance === 'none' || element.matches('button')
          ? borderTopStyle === 'none' || borderTopWidth === '0px'
          : false;
      })
      .map(({ className, outerHTML }) => className || outerHTML.slice(0, 80)),
  );
}

function moving(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const { animationName, transitionDuration } = getComputedStyle(element);
        return animationName !== 'none' || transitionDuration.split(', ').some((time) => time !== '0s');
      })
      .map(({ tagName, className }) => `${tagName}.${className}`),
  );
}

/** Screens whose name starts so. */
const inGroup = (screens: readonly Screen[], group: string) =>
  screens.filter(({ name }) => name.startsWith(group));

/** Those that are looked at in this language: in CI's short form one takes turns with the other. */
function inTurn(screens: readonly Screen[], language: 'en' | 'km'): readonly Screen[] {
  if (!isShort() || screens.length === 1) return screens;
  return screens.filter((_, at) => (at % 2 === 0) === (language === 'en'));
}

for (const group of GROUPS) {
  test(`every screen: ${group}`, async ({ launched, page }) => {
    test.setTimeout(300_000);
    const pin = group === 'family' ? await makePin(launched, page, PIN) : null;
    const screens = inTurn(inGroup(allScreens(pin), group), 'en');
    expect(screens.length).toBeGreaterThan(0);
    for (const [at, screen] of screens.entries()) {
      const shown = await showScreen(launched, screen, { ...NARROW, language: 'en' });
      expect.soft(await moving(shown), `${screen.name} moves`).toEqual([]);
      // The other pages' own tests ask axe of each look; the popup has none of its own. CI's short form asks of one a screen.
      for (const colorScheme of group === 'popup'
        ? SCHEMES.filter((_, i) => !isShort() || at % 2 === i)
        : []) {
        await shown.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        expect.soft(await faultsOf(shown, 'en'), `${screen.name}, ${colorScheme}`).toEqual([]);
      }

      await shown.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
      expect.soft(await withoutEdge(shown), `${screen.name} in forced colours`).toEqual([]);
      await shown.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce' });

      expect.soft(await sticksOut(shown), `${screen.name} at 320 px`).toEqual([]);
      expect.soft(await cutWords(shown), `${screen.name}: cut`).toEqual([]);
      await shown.evaluate(() => {
        document.documentElement.dir = 'rtl';
      });
      expect.soft(await sticksOut(shown), `${screen.name} from right to left`).toEqual([]);
      const numbers = await shown
        .locator('.line-number bdi')
        .evaluateAll((all) => all.map((one) => getComputedStyle(one).direction));
      expect
        .soft(
          numbers.filter((direction) => direction !== 'ltr'),
          `${screen.name}: numbers`,
        )
        .toEqual([]);

      const text = (await sentencesOn(shown)).join(' ');
      if (text !== '')
        expect.soft(readingGrade(text), `${screen.name}: ${text}`).toBeLessThanOrEqual(HARDEST);
      await shown.close();
    }
  });
}

for (const group of GROUPS)
  test(`in Khmer, at 320 px nothing of ${group} sticks out, no heading breaks inside a word, and words have the room of drawings`, async ({
    launched,
    page,
  }) => {
    test.setTimeout(300_000);
    const pin = group === 'family' ? await makePin(launched, page, PIN) : null;
    const screens = inTurn(inGroup(allScreens(pin), group), 'km');
    expect(screens.length).toBeGreaterThan(0);
    for (const screen of screens) {
      const shown = await showScreen(launched, screen, { ...NARROW, language: 'km' });
      expect.soft(await sticksOut(shown), screen.name).toEqual([]);
      expect.soft(await cutWords(shown), `${screen.name}: cut`).toEqual([]);
      expect.soft(await shown.locator('.page-title svg:visible').count(), `${screen.name}: drawings`).toBe(0);
      await shown.close();
    }
  });

test.describe('for who told the browser to write twice as large', () => {
  test.use({ browserOptions: { args: ['--blink-settings=defaultFontSize=32'] } });

  test('at 320 px nothing sticks out of one of each kind, and no heading breaks inside a word', async ({
    launched,
    page,
  }) => {
    const screens = allScreens(await makePin(launched, page, PIN)).filter(({ name }) => LARGE.includes(name));
    expect(screens.length).toBe(LARGE.length);
    for (const screen of screens) {
      const shown = await showScreen(launched, screen, { ...NARROW, language: 'en' });
      expect.soft(await shown.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('32px');
      expect.soft(await sticksOut(shown), screen.name).toEqual([]);
      expect.soft(await cutWords(shown), `${screen.name}: cut`).toEqual([]);
      await shown.close();
    }
  });
});

test('for who asks for more contrast, second text and edges are as dark as the first text', async ({
  launched,
}) => {
  const [threat] = allScreens(null).filter(({ name }) => name === 'help-threat');
  const shown = await showScreen(launched, threat as Screen, { ...NARROW, language: 'en' });
  await shown.emulateMedia({ contrast: 'more' });
  const ink = 'rgb(27, 36, 51)';
  await expect(shown.locator('body')).toHaveCSS('color', ink);
  await expect(shown.locator('.quiet').first()).toHaveCSS('color', ink);
  await expect(shown.locator('.line').first()).toHaveCSS('border-top-color', ink);
});

test('the page turns around with its language', async ({ launched }) => {
  const [threat] = allScreens(null).filter(({ name }) => name === 'help-threat');
  const shown = await showScreen(launched, threat as Screen, { ...NARROW, language: 'en' });
  const edges = () =>
    shown.locator('.block-now').evaluate((block) => {
      const { borderLeftWidth, borderRightWidth } = getComputedStyle(block);
      return [borderLeftWidth, borderRightWidth].map(Number.parseFloat);
    });
  expect(await edges()).toEqual([6, 1]);
  await shown.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  expect(await edges()).toEqual([1, 6]);
});

test('charts and arrows keep their direction where the page turns around', async ({ launched, page }) => {
  const screens = allScreens(await makePin(launched, page, PIN));
  const open = screens.find(({ name }) => name === 'family-open') as Screen;
  const shown = await showScreen(launched, open, { ...NARROW, language: 'en' });
  const drawn = () =>
    shown.evaluate(() => {
      const edges = (selector: string, edge: 'left' | 'right') =>
        [...document.querySelectorAll(`.weeks-figure:first-child ${selector}`)].map((one) =>
          Math.round(one.getBoundingClientRect()[edge]),
        );
      const lines = Math.min(...edges('.weeks-line', 'left'));
      const [first = 0, last = 0] = edges('.weeks-dates > span', 'left');
      const arrow = getComputedStyle(document.querySelector('summary') as Element, '::before');
      return {
        wordsOverLines: edges('.weeks text', 'right').filter((right) => right > lines),
        firstDateFirst: first <= last,
        arrow: [arrow.borderRightWidth, arrow.borderLeftWidth],
      };
    });
  const asDrawn = { wordsOverLines: [], firstDateFirst: true, arrow: ['2px', '0px'] };
  expect(await drawn()).toEqual(asDrawn);
  await shown.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  expect(await drawn()).toEqual(asDrawn);
});

test('the words in a chart grow with those around it, where the browser is told to write larger', async ({
  launched,
  page,
}) => {
  const screens = allScreens(await makePin(launched, page, PIN));
  const open = screens.find(({ name }) => name === 'family-open') as Screen;
  const shown = await showScreen(launched, open, { colorScheme: 'light', width: 1280, language: 'en' });
  const height = () =>
    shown.evaluate(() => document.querySelector('.weeks text')?.getBoundingClientRect().height ?? 0);
  const before = await height();
  await shown.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  expect((await height()) / before).toBeGreaterThan(1.7); // the block ends its growth a little sooner
});

for (const name of BY_KEYBOARD) {
  test(`by keyboard to everything that can be pressed: ${name}`, async ({ launched, page }) => {
    const pin = name.startsWith('family') ? await makePin(launched, page, PIN) : null;
    const screen = allScreens(pin).find((one) => one.name === name);
    const shown = await showScreen(launched, screen as Screen, { ...NARROW, language: 'en' });
    await shown.bringToFront();
    const wanted = await shown.evaluate(() => {
      (document.activeElement as HTMLElement | null)?.blur();
      const all = document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary');
      // Of radio buttons the keyboard reaches one, and arrows the others.
      const there = [...all].filter(
        (one) => one.checkVisibility() && !one.matches(':disabled, [type=radio]'),
      );
      for (const [index, one] of there.entries()) one.dataset.wanted = String(index);
      return there.length;
    });
    expect(wanted).toBeGreaterThan(2);
    const reached = new Set<string>();
    for (let presses = 0; presses < wanted + 40 && reached.size < wanted; presses += 1) {
      await shown.keyboard.press('Tab');
      const at = await shown.evaluate(() => {
        const focused = document.activeElement as HTMLElement | null;
        if (focused === null || focused === document.body) return null;
        const owner = focused.matches('.button-file input')
          ? (focused.closest('.button-file') as Element)
          : focused;
        const { outlineStyle, outlineWidth } = getComputedStyle(owner);
        const seen = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
        return { wanted: focused.dataset.wanted, seen, html: focused.outerHTML.slice(0, 120) };
      });
      if (at === null) continue;
      expect(at.seen, `one sees where the focus is: ${at.html}`).toBe(true);
      if (at.wanted !== undefined) reached.add(at.wanted);
    }
    const missed = await shown.evaluate(
      (done) =>
        [...document.querySelectorAll<HTMLElement>('[data-wanted]')]
          .filter(({ dataset }) => !done.includes(dataset.wanted ?? ''))
          .map((one) => one.outerHTML.slice(0, 120)),
      [...reached],
    );
    expect(missed).toEqual([]);
  });
}
