// What a page can learn of us. Calm: nothing. A shown card: that it is there and how large, but not a word of it; and no
// script can press its buttons. On the build that ships.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { attribute } from '../../scripts/browser/closed-root';
import { press, readCards, shownLevel } from '../../tour/cards';
import { type Chat, documentOf } from '../../tour/pages/site';
import { CHAT_SITES, expect, openChat, type Sites, test } from './browser';
import { openReport } from './report';
import { calmLines, threatLines } from './scenes';

test.describe.configure({ retries: 0 }); // not even once

const site = CHAT_SITES['telegram-k'];

/** Everything a curious page's script can collect about itself. */
async function collect(page: Page) {
  return page.evaluate(() => {
    const { spied } = window as unknown as { spied: { records: string[]; messages: string[] } };
    return {
      html: document.documentElement.outerHTML,
      window: Object.getOwnPropertyNames(window).toSorted(),
      document: Object.getOwnPropertyNames(document).toSorted(),
      root: document.documentElement.getAttributeNames(),
      sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
      requests: performance.getEntriesByType('resource').map((entry) => entry.name),
      marks: [...performance.getEntriesByType('mark'), ...performance.getEntriesByType('measure')].length,
      records: spied.records,
      messages: spied.messages,
      runtime: typeof (window as unknown as { chrome?: { runtime?: unknown } }).chrome?.runtime,
    };
  });
}

/** Watches from before the first script: changes of the document, and messages. The extension's id may be known to a page. */
async function spy(page: Page, id: string): Promise<void> {
  await page.addInitScript((extension) => {
    const spied = { records: [] as string[], messages: [] as string[], told: [] as string[] };
    Object.assign(window, { spied });
    // What the browser itself tells of slow scripts, of what moved, and of what is blocked or out of date.
    const note = (entries: readonly object[]) =>
      spied.told.push(...entries.map((entry) => JSON.stringify(entry)));
    for (const type of PerformanceObserver.supportedEntryTypes)
      new PerformanceObserver((list) => note(list.getEntries())).observe({ type, buffered: true });
    new ReportingObserver((reports) => note(reports)).observe();
    addEventListener('message', (event) => spied.messages.push(JSON.stringify(event.data)));
    document.addEventListener(`${extension}:content:wxt:content-script-started`, (event) =>
      spied.messages.push(event.type),
    );
    // From when the page stands: the parser's own insertions are no news.
    addEventListener('DOMContentLoaded', () => {
      new MutationObserver((records) => spied.records.push(...records.map((record) => record.type))).observe(
        document,
        {
          attributes: true,
          childList: true,
          characterData: true,
          subtree: true,
        },
      );
    });
  }, id);
}

test('a calm page can find no trace', async ({ page, sites, launched }) => {
  await spy(page, launched.id);
  const chat = await openChat(page, sites, site, { lines: calmLines(), stranger: false });
  await expect.poll(() => openReport(launched)).toMatchObject({ state: 'reading' });
  const withUs = await collect(page);
  // The same page at an address that the extension has no part in.
  sites.at('https://elsewhere.example/', { html: documentOf(chat.title, site.body(chat)) });
  await page.goto('https://elsewhere.example/');
  const without = await collect(page);
  expect(withUs).toEqual(without);
  expect(withUs.messages).toEqual([]);
});

test('nothing that the browser tells a page of its scripts names us, calm or with a card', async ({
  page,
  sites,
  launched,
}) => {
  await spy(page, launched.id);
  await openChat(page, sites, site, { lines: threatLines() });
  await expect.poll(() => shownLevel(page)).toBe('danger');
  const told = () =>
    page.evaluate(async () => {
      // A slow script of the page's own is told of, so it is no blind test.
      const until = performance.now() + 200;
      while (performance.now() < until);
      await new Promise((resolve) => setTimeout(resolve, 200));
      return (window as unknown as { spied: { told: string[] } }).spied.told;
    });
  await expect.poll(async () => (await told()).join()).toContain('long-animation-frame');
  expect(
    (await told()).filter((entry) => /extension|porchlight/i.test(entry) || entry.includes(launched.id)),
  ).toEqual([]);
});

test.describe('a shown card', () => {
  async function showCard(page: Page, sites: Sites) {
    await openChat(page, sites, site, { lines: threatLines() });
    await expect.poll(() => shownLevel(page)).toBe('danger');
    const [card] = await readCards(page);
    if (card === undefined) throw new Error('The card is gone.');
    return card;
  }

  test('can be noticed, but not read', async ({ page, sites }) => {
    const { text, box } = await showCard(page, sites);
    const seen = await page.evaluate(
      ({ x, y }) => {
        getSelection()?.selectAllChildren(document.documentElement);
        const selected = getSelection()?.toString() ?? '';
        document.execCommand('selectAll');
        const all = getSelection()?.toString() ?? '';
        const hit = document.elementFromPoint(x, y);
        return {
          texts: [
            selected,
            all,
            document.documentElement.innerText,
            document.documentElement.textContent ?? '',
            document.documentElement.outerHTML,
            hit instanceof HTMLElement ? hit.innerText : '',
          ],
          hitRoot: hit === null ? null : hit.shadowRoot,
          openRoots: [...document.querySelectorAll('*')].filter((node) => node.shadowRoot !== null).length,
        };
      },
      { x: box.x + box.width / 2, y: box.y + box.height / 2 },
    );
    expect(seen.hitRoot).toBeNull();
    expect(seen.openRoots).toBe(0);
    const told = linesOf(text).filter((line) => seen.texts.some((place) => place.includes(line)));
    expect(told).toEqual([]);
  });

  test('a search of the page finds none of its words', async ({ page, sites }) => {
    const { text } = await showCard(page, sites);
    const found: string[] = [];
    for (const line of linesOf(text)) if (await finds(page, line)) found.push(line);
    expect(found).toEqual([]);
    // The same search does find what the page itself says, so it is no blind test.
    expect(await finds(page, 'i have your pictures')).toBe(true);
  });

  test('is drawn in no font that the page brings, which would tell its letters', async ({ page, sites }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(...(request.url().match(/fonts\.example.*/) ?? [])));
    await showCard(page, sites);
    const families = [...tokenOf('--font').matchAll(/"([^"]+)"|[\w-]+/g)].map(
      ([name, quoted]) => quoted ?? name,
    );
    expect(families.length).toBeGreaterThan(5);
    const faces = [...families, 'theirs'].map(
      (name) => `@font-face { font-family: "${name}"; src: url("https://fonts.example/${encodeURI(name)}") }`,
    );
    await page.addStyleTag({ content: 'body, body * { font-family: serif !important }' });
    await page.addStyleTag({ content: faces.join('\n') + ownRules('--font', 'theirs', '<custom-ident>') });
    await page.waitForTimeout(1_000);
    expect(asked).toEqual([]);
    // They do come where they are asked for, so it is no blind test.
    await page.addStyleTag({ content: 'body, body * { font-family: theirs !important }' });
    await expect.poll(() => asked).toEqual(['fonts.example/theirs']);
  });

  test('keeps its colours whatever the page calls by their names', async ({ page, sites }) => {
    const { root } = await showCard(page, sites);
    const body = root.elements((node) => attribute(node, 'class') === 'comfort')[0] ?? root.root;
    const ink = () => root.call(body, 'function () { return getComputedStyle(this).color; }');
    const before = await ink();
    expect(before).toBe('rgb(27, 36, 51)');
    for (const name of ['--ink', '--card', '--muted', '--action'])
      await page.addStyleTag({ content: ownRules(name, 'transparent', '<number>', '0') });
    expect(await ink()).toBe(before);
  });

  test('leads to a line only who presses it, though the page has all links fetched ahead', async ({
    page,
    sites,
    launched,
  }) => {
    const asked: { address: string; referrer: string | undefined }[] = [];
    launched.context.on('request', (request) => {
      const address = request.url();
      if (/^https/.test(address)) asked.push({ address, referrer: request.headers().referer });
    });
    const lines = threatLines();
    const chat: Chat = { peer: '5550001111', title: 'Robin Fielder', stranger: true, lines };
    const html = documentOf(chat.title, site.body(chat)).replace('<head>', `<head>${FETCH_AHEAD}`);
    sites.otherwise(() => ({ html: '<!doctype html><title>a line</title>' }));
    await openChat(page, sites, site, chat, { html });
    await expect.poll(() => shownLevel(page)).toBe('danger');
    const others = () => asked.filter(({ address }) => !address.startsWith(site.url('').split('#')[0] ?? ''));
    // What the page itself leads to is fetched, so it is no blind test.
    await page.evaluate(() => document.body.append(Object.assign(document.createElement('a'), OWN_LINK)));
    await expect.poll(() => others().length).toBeGreaterThan(0);
    await page.waitForTimeout(1_000);
    expect(others().map(({ address }) => address)).toEqual(['https://ahead.example/']);
    const [card] = await readCards(page);
    const [link] = card?.root.elements((node) => attribute(node, 'class') === 'link-out') ?? [];
    if (card === undefined || link === undefined) throw new Error('The card has no link.');
    const opening = launched.context.waitForEvent('page');
    await card.root.click(link);
    const opened = await opening;
    await opened.waitForLoadState();
    expect(opened.url()).toMatch(/^https:\/\/(?!ahead)/);
    expect(await opened.evaluate(() => [document.referrer, window.opener])).toEqual(['', null]);
    expect(others().at(-1)?.referrer).toBeUndefined();
  });

  test('is on no sheet that is printed', async ({ page, sites }) => {
    await showCard(page, sites);
    await page.emulateMedia({ media: 'print' });
    expect(await readCards(page)).toEqual([]);
    await page.emulateMedia({ media: 'screen' });
    await expect.poll(() => shownLevel(page)).toBe('danger');
  });

  test('does nothing at a click that a script made', async ({ page, sites }) => {
    const card = await showCard(page, sites);
    const box = card.box;
    await page.evaluate(({ x, y, width, height }) => {
      for (let down = 8; down < height; down += 12) {
        for (let across = 8; across < width; across += 24) {
          const target = document.elementFromPoint(x + across, y + down);
          for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
            const where = { bubbles: true, composed: true, clientX: x + across, clientY: y + down };
            target?.dispatchEvent(new MouseEvent(type, where));
          }
        }
      }
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    }, box);
    const [after] = await readCards(page);
    expect(after?.kind).toBe('danger');
    expect(after?.text).toBe(card.text);
  });

  test('does what it says at a click of a hand', async ({ page, sites }) => {
    await press(await showCard(page, sites), 'away');
    await expect.poll(() => shownLevel(page)).toBe('folded');
  });

  test('keeps what is clicked and typed in it from the page', async ({ page, sites }) => {
    const card = await showCard(page, sites);
    await page.evaluate(() => {
      Object.assign(window, { heard: 0 });
      for (const type of ['click', 'pointerdown', 'keydown']) {
        document.addEventListener(type, () =>
          Object.assign(window, { heard: (window as unknown as { heard: number }).heard + 1 }),
        );
      }
    });
    await press(card, 'why');
    // The focus follows into what was opened; only then is Escape pressed inside the card.
    await expect.poll(() => card.root.call(card.root.root, HAS_FOCUS)).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => shownLevel(page)).toBe('folded');
    expect(await page.evaluate(() => (window as unknown as { heard: number }).heard)).toBe(0);
  });

  test('comes back where the page throws it out', async ({ page, sites }) => {
    await showCard(page, sites);
    await page.evaluate(() => {
      for (const node of [...document.documentElement.children])
        if (node !== document.head && node !== document.body) node.remove();
    });
    await expect.poll(() => shownLevel(page)).toBe('danger');
  });
});

/** A page that has whatever it leads to looked up and fetched at once. */
const FETCH_AHEAD = `<meta http-equiv="x-dns-prefetch-control" content="on">
<script type="speculationrules">${JSON.stringify({
  prefetch: [{ where: { href_matches: 'https://*/*' }, eagerness: 'immediate' }],
})}</script>
<script>var OWN_LINK = { href: 'https://ahead.example/' };</script>`;
declare const OWN_LINK: { readonly href: string };

/** A custom property of ours, as it stands in the style sheets of pages and cards. */
function tokenOf(name: string): string {
  const css = readFileSync('components/base.css', 'utf8') + readFileSync('components/tokens.css', 'utf8');
  return new RegExp(`${name}:([^;]+);`).exec(css)?.[1]?.trim() ?? '';
}

/** All that a page's sheet can do to one: set it on our element, and say what kind of value it may have. */
function ownRules(name: string, value: string, syntax: string, initial = value): string {
  return `html > div { ${name}: ${value} !important }
    @property ${name} { syntax: "${syntax}"; inherits: false; initial-value: ${initial} }`;
}

const HAS_FOCUS = 'function () { return this.activeElement !== null; }';

/** A card's lines that are long enough to be no chance. */
function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim().split(/\s+/).length >= 3);
}

/** `window.find`, which reaches into closed roots: true where the words stand anywhere. */
function finds(page: Page, words: string): Promise<boolean> {
  return page.evaluate((searched) => {
    getSelection()?.removeAllRanges();
    return (window as unknown as { find(text: string): boolean }).find(searched);
  }, words);
}
