// Where a card stands and whether it can be read: never over the composer or the newest message, on narrow windows, under
// strict policies, in the dark, and by keyboard.
import type { Page } from '@playwright/test';
import { attribute, type Box } from '../../scripts/browser/closed-root';
import { isShort } from '../../scripts/endure/trial';
import { press, readCards, type ShownCard, shownLevel } from '../../tour/cards';
import { type ChatSite, documentOf } from '../../tour/pages/site';
import { CHAT_SITES, expect, lines, openChat, type Sites, test } from './browser';
import { settingsIn, store } from './own-pages';
import { threatLines } from './scenes';

/** CI's short form takes the widest and the narrowest. */
const WIDTHS = isShort() ? [1280, 320] : [1280, 900, 480, 320];
const k = CHAT_SITES['telegram-k'];

async function showDanger(page: Page, sites: Sites, site: ChatSite = k, csp?: string): Promise<ShownCard> {
  await openChat(page, sites, site, { lines: threatLines() }, csp ? { csp } : {});
  return dangerCard(page);
}

async function dangerCard(page: Page): Promise<ShownCard> {
  await expect.poll(() => shownLevel(page)).toBe('danger');
  const card = (await readCards(page)).find(({ kind }) => kind === 'danger');
  if (card === undefined) throw new Error('The card is gone.');
  return card;
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

async function boxOf(page: Page, selector: string): Promise<Box> {
  const box = await page.locator(selector).last().boundingBox();
  if (box === null) throw new Error(`${selector} has no box.`);
  return box;
}

/** The box around the words of the newest message: its row is as wide as the pane. */
function boxOfNewest(page: Page, site: ChatSite): Promise<Box> {
  return page
    .locator(site.rows)
    .last()
    .evaluate((row) => {
      const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      const boxes: DOMRect[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        range.selectNodeContents(node);
        const box = range.getBoundingClientRect();
        if (box.width > 0) boxes.push(box);
      }
      const x = Math.min(...boxes.map(({ left }) => left));
      const y = Math.min(...boxes.map(({ top }) => top));
      const width = Math.max(...boxes.map(({ right }) => right)) - x;
      return { x, y, width, height: Math.max(...boxes.map(({ bottom }) => bottom)) - y };
    });
}

for (const [at, site] of Object.values(CHAT_SITES).entries()) {
  // CI's short form takes the widest and the narrowest in turns.
  for (const width of WIDTHS.filter((_, i) => !isShort() || at % 2 === i)) {
    test(`${site.id} at ${width} px: the card covers neither the composer nor the newest message`, async ({
      page,
      sites,
    }) => {
      await page.setViewportSize({ width, height: 720 });
      await showDanger(page, sites, site);
      // A card may still be on its way to its place.
      await expect
        .poll(async () => {
          const { box } = await dangerCard(page);
          const inside = box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= 720;
          const clear =
            !overlap(box, await boxOf(page, site.composer)) && !overlap(box, await boxOfNewest(page, site));
          return { inside, clear };
        })
        .toEqual({ inside: true, clear: true });
    });
  }
}

for (const from of ['other', 'self'] as const) {
  test(`the whole warning shows in a window of 1280 x 720, beside a newest message of ${from}`, async ({
    page,
    sites,
  }) => {
    await page.setViewportSize({ width: 1280, height: 720 });
    const answer = lines([[from, 'answer me now']]).map((line) => ({ ...line, id: 2_000 }));
    await openChat(page, sites, k, { lines: [...threatLines(), ...answer] });
    await dangerCard(page);
    await expect
      .poll(async () => {
        const { box, node, root } = await dangerCard(page);
        const cutOff = Number(await root.call(node, CUT_OFF));
        return { cutOff, covers: overlap(box, await boxOfNewest(page, k)) };
      })
      .toEqual({ cutOff: 0, covers: false });
  });
}

/** How many px of a card have to be scrolled to. */
const CUT_OFF = 'function () { return String(this.scrollHeight - this.clientHeight); }';

test('the way to help is in view where a low window leaves the card little room', async ({ page, sites }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openChat(page, sites, CHAT_SITES.messenger, { lines: threatLines() });
  await dangerCard(page);
  await expect
    .poll(async () => {
      const { box, node, root } = await dangerCard(page);
      const help = root.elements((one) => attribute(one, 'data-name') === 'help')[0];
      const button = help && (await root.box(help));
      const cutOff = Number(await root.call(node, CUT_OFF));
      return { mustScroll: cutOff > 0, shown: !!button && button.y + button.height <= box.y + box.height };
    })
    .toEqual({ mustScroll: true, shown: true });
});

test('in Khmer, at 320 px no last word of a reason stands alone on its line: it is often the "not"', async ({
  launched,
  page,
  sites,
}) => {
  await page.setViewportSize({ width: 320, height: 720 });
  await store(launched, { settings: settingsIn('km') });
  const said = lines([
    ['other', 'dont tell your parents about us, this is our secret'],
    ['other', 'lets talk on telegram instead, add me there'],
  ]);
  await openChat(page, sites, CHAT_SITES.messenger, { lines: said });
  await expect.poll(() => shownLevel(page)).toBe('caution');
  const [tip] = await readCards(page);
  if (tip) await press(tip, 'why');
  await expect.poll(async () => (await reasonsOf(page)).length).toBeGreaterThan(2);
  expect((await reasonsOf(page)).filter(({ alone }) => alone)).toEqual([]);
});

async function reasonsOf(page: Page): Promise<readonly { readonly text: string; readonly alone: boolean }[]> {
  const [card] = await readCards(page);
  return card ? ((await card.root.call(card.node, REASONS)) as Awaited<ReturnType<typeof reasonsOf>>) : [];
}

/** What stands in a card's lists, and whether the last word has a line of its own below others. */
const REASONS = `function () {
  const words = new Intl.Segmenter('km', { granularity: 'word' });
  return [...this.querySelectorAll('li')].map(({ firstChild: { data: text }, firstChild }) => {
    const tops = [...words.segment(text)].filter((word) => word.isWordLike).map(({ segment, index }) => {
      const range = new Range();
      range.setStart(firstChild, index);
      range.setEnd(firstChild, index + segment.length);
      return Math.round(range.getBoundingClientRect().top);
    });
    const last = Math.max(...tops);
    return { text, alone: last > tops[0] && tops.filter((top) => top === last).length < 2 };
  });
}`;

test('the way to put a card away is in it in a window of 320 px at 200 %', async ({ page, sites }) => {
  await page.setViewportSize({ width: 160, height: 400 });
  await showDanger(page, sites, CHAT_SITES.messenger);
  const sticksOut = async () => {
    const { box, node, root } = await dangerCard(page);
    const away = root.elements((one) => attribute(one, 'data-name') === 'away')[0];
    const button = away && (await root.box(away));
    const wider = Number(
      await root.call(node, 'function () { return String(this.scrollWidth - this.clientWidth); }'),
    );
    return !button || button.x + button.width > box.x + box.width || wider > 0;
  };
  await expect.poll(sticksOut).toBe(false);
});

test('leaves the details of a contact alone, where one can block as the card advises', async ({
  page,
  sites,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await showDanger(page, sites);
  await page.evaluate(() => {
    const details = Object.assign(document.createElement('aside'), { innerHTML: '<button>Block</button>' });
    details.style.cssText = 'flex: none; width: 384px; padding-top: 300px; background: white';
    document.querySelector('.site')?.append(details);
  });
  const isOver = async () => overlap((await dangerCard(page)).box, await boxOf(page, 'aside'));
  await page.waitForTimeout(300); // it would have moved by now
  await expect.poll(isOver).toBe(false);
  await page.locator('aside button').click({ timeout: 2_000 });
});

test('moves out of the way of a message that comes later', async ({ page, sites }) => {
  await showDanger(page, sites);
  await page.setViewportSize({ width: 480, height: 720 });
  await expect
    .poll(async () => overlap((await dangerCard(page)).box, await boxOfNewest(page, k)))
    .toBe(false);
});

test('a page is told of no error while a card follows its sizes', async ({ page, sites }) => {
  await showDanger(page, sites);
  const errors = await page.evaluate(async (composer) => {
    const heard: string[] = [];
    window.addEventListener('error', ({ message }) => heard.push(message));
    const box = document.querySelector<HTMLElement>(composer);
    for (let height = 40; box && height < 100; height += 5) {
      box.style.minHeight = `${height}px`;
      await new Promise((done) => setTimeout(done, 30));
    }
    return box ? heard : ['no composer'];
  }, k.composer);
  expect(errors).toEqual([]);
});

/** The strictest page there is: no style, no script, and no markup from strings. */
const STRICT = "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** Colours and size as they are painted. */
const PAINT = `function () {
  const of = (node) => getComputedStyle(node);
  let back = this;
  while (back && /^rgba\\(0, 0, 0, 0\\)$/.test(of(back).backgroundColor)) back = back.parentElement;
  return { ink: of(this).color, paper: back ? of(back).backgroundColor : '', size: of(this).fontSize };
}`;

type Paint = { readonly ink: string; readonly paper: string; readonly size: string };

async function paintOfHeading(card: ShownCard): Promise<Paint> {
  const heading = card.root.elements((node) => node.nodeName === 'H2')[0];
  if (heading === undefined) throw new Error('The card has no heading.');
  return (await card.root.call(heading, PAINT)) as Paint;
}

/** Contrast of two colours as WCAG 2 defines it. */
function contrast(one: string, other: string): number {
  const light = (colour: string) => {
    const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
      const share = Number(part) / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [dark = 0, bright = 0] = [light(one), light(other)].toSorted((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

for (const csp of [undefined, STRICT]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const name = `${csp ? 'strict policy' : 'no policy'}, ${colorScheme}`;
    test(`the card is legible and looks as it should: ${name}`, async ({ page, sites }) => {
      await page.emulateMedia({ colorScheme });
      const card = await showDanger(page, sites, k, csp);
      const paint = await paintOfHeading(card);
      expect(contrast(paint.ink, paint.paper)).toBeGreaterThan(4.5);
      expect(Number.parseFloat(paint.size)).toBeGreaterThanOrEqual(15);
      expect(card.box.width).toBeGreaterThanOrEqual(300);
    });
  }
}

test('the dark card is dark, the light one light', async ({ page, sites }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await paintOfHeading(await showDanger(page, sites));
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(async () => (await paintOfHeading(await dangerCard(page))).paper).not.toBe(light.paper);
});

test('second text in a card is as dark as the first for who asks for more contrast', async ({
  page,
  sites,
}) => {
  const inks = async () => {
    const { root } = await dangerCard(page);
    const texts = ['comfort', 'muted'].map(
      (name) => root.elements((one) => attribute(one, 'class') === name)[0],
    );
    const paints = await Promise.all(texts.map((text) => text && (root.call(text, PAINT) as Promise<Paint>)));
    return new Set(paints.map((paint) => paint?.ink)).size;
  };
  await showDanger(page, sites);
  expect(await inks()).toBe(2);
  await page.emulateMedia({ contrast: 'more' });
  await expect.poll(inks).toBe(1);
});

test('every control is reached by Tab, and Escape folds', async ({ page, sites }) => {
  const card = await showDanger(page, sites);
  const controls = await card.root.controls();
  expect(controls.length).toBeGreaterThan(1);
  const reached = new Set<string>();
  const limit = 60; // more stops than the page has
  for (let stop = 0; stop < limit && reached.size < controls.length; stop += 1) {
    await page.keyboard.press('Tab');
    const focused = await card.root.call(card.root.root, FOCUSED);
    if (typeof focused === 'string') reached.add(focused);
  }
  expect(reached.size).toBe(controls.length);
  await page.keyboard.press('Escape');
  await expect.poll(() => shownLevel(page)).toBe('folded');
});

/** Which of the root's controls has the focus, by its place among them; null where none has. */
const FOCUSED = `function () {
  const controls = [...this.querySelectorAll('button, a')];
  const at = controls.indexOf(this.activeElement);
  return at < 0 ? null : String(at);
}`;

test('a folded card takes the newest message no room and never opens itself', async ({ page, sites }) => {
  const chat = await openChat(page, sites, k, { lines: threatLines() });
  await dangerCard(page);
  await page.keyboard.press('Tab');
  const { root } = await dangerCard(page);
  const away = (await root.controls()).at(0);
  if (away === undefined) throw new Error('The card has no control.');
  await root.click(away);
  await expect.poll(() => shownLevel(page)).toBe('folded');
  sites.at(k.url(chat.peer), { html: documentOf(chat.title, k.body(chat)) });
  await page.setViewportSize({ width: 900, height: 700 });
  await expect.poll(() => shownLevel(page)).toBe('folded');
});
