// A page that works against us: it throws our element out, covers and restyles it, floods us with changes, sends ten
// megabytes, and takes the language's and the page's own functions away. Nothing is lost, nothing crashes, and the popup
// says what is so. What a page can read or press stands in page-cannot-see.spec.ts.
import type { Page } from '@playwright/test';
import { attribute, type CdpNode, ClosedRoot } from '../../scripts/browser/closed-root';
import type { Launched } from '../../scripts/browser/launch';
import { openPopup } from '../../scripts/browser/popup';
import { createTrial, isShort, type Trial } from '../../scripts/endure/trial';
import { readCards, shownLevel } from '../../tour/cards';
import { mountMarkup } from '../../tour/pages/markup';
import { type Chat, documentOf } from '../../tour/pages/site';
import { CHAT_SITES, expect, openChat, type Sites, test } from './browser';
import { openReport } from './report';
import { calmLines, threatLines } from './scenes';
import { words } from './words';

test.describe.configure({ retries: 0 }); // not even once

const site = CHAT_SITES['telegram-k'];
/** Longer than the suite's own: these tests wait for a page that is kept busy. */
const PATIENCE = 60_000;
/** A flood of changes lasts so long, in milliseconds. */
const FLOOD_MS = isShort() ? 5_000 : 10_000;

test.beforeEach(() => test.setTimeout(180_000));

/** Nothing thrown into the page, and the popup says danger and what to do. */
async function holdsOut(trial: Trial, launched: Launched, errors: readonly string[]): Promise<void> {
  await expect.poll(async () => (await openReport(launched))?.level, { timeout: PATIENCE }).toBe('danger');
  trial.holds((await openReport(launched))?.memoryFailed === false, 'memory fails');
  const popup = await openPopup(launched);
  await expect(popup.page.locator('body')).toContainText(words('en', 'popup.steps.threat.one'));
  await popup.close();
  trial.holds(errors.length === 0, `an error in the page: ${errors[0]}`);
  trial.end();
}

/** Errors that reach the page. */
function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  return errors;
}

async function warned(page: Page, sites: Sites): Promise<void> {
  await openChat(page, sites, site, { lines: threatLines() });
  await expect.poll(() => shownLevel(page), { timeout: PATIENCE }).toBe('danger');
}

test('a page that throws our element out again and again has its way, and the popup still says danger', async ({
  launched,
  sites,
  page,
}) => {
  const trial = createTrial('hostile-page');
  const errors = errorsOf(page);
  await warned(page, sites);
  const thrownOut = await page.evaluate(async () => {
    let count = 0;
    const until = performance.now() + 3_000;
    while (performance.now() < until) {
      for (const node of [...document.documentElement.children])
        if (node !== document.head && node !== document.body) {
          node.remove();
          count += 1;
        }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return count;
  });
  trial.fault(thrownOut);
  trial.holds(thrownOut > 1, 'our element never came back');
  trial.holds(thrownOut <= 8, `our element came back ${thrownOut} times: we fight the page`);
  await holdsOut(trial, launched, errors);
});

const HIDES: Readonly<Record<string, () => void>> = {
  'puts our element into a box that is not shown': () => {
    const box = document.body.appendChild(document.createElement('div'));
    box.style.display = 'none';
    box.append([...document.documentElement.children].pop() as Element);
  },
  'begins a new root element without ours': () => {
    const { head, body } = document;
    const root = document.createElement('html');
    root.append(head, body);
    document.documentElement.replaceWith(root);
  },
};

for (const [how, hide] of Object.entries(HIDES))
  test(`a page that ${how} gets it back where it was`, async ({ launched, sites, page }) => {
    const trial = createTrial('hostile-page');
    const errors = errorsOf(page);
    await warned(page, sites);
    for (let time = 0; time < 2; time += 1) {
      trial.fault();
      await page.evaluate(hide);
      await expect.poll(() => isInFront(page), { message: how, timeout: 15_000 }).toBe(true);
    }
    await holdsOut(trial, launched, errors);
  });

/** A root that comes into another document loses its style sheets, and a card without them is letters on the page's own. */
const UNDRESSES: Readonly<Record<string, () => void>> = {
  'takes our element into another document': () => {
    const other = document.implementation.createHTMLDocument('');
    other.body.append([...document.documentElement.children].pop() as Element);
  },
  'takes our element to the root of another document': () => {
    const other = document.body.appendChild(document.createElement('iframe')).contentDocument;
    other?.documentElement.append([...document.documentElement.children].pop() as Element);
  },
  'takes our element into another document and back at once': () => {
    const host = [...document.documentElement.children].pop() as Element;
    document.implementation.createHTMLDocument('').body.append(host);
    document.documentElement.append(host);
  },
};

for (const [how, undress] of Object.entries(UNDRESSES))
  test(`a page that ${how} does not undress the card`, async ({ launched, sites, page }) => {
    const trial = createTrial('hostile-page');
    const errors = errorsOf(page);
    await warned(page, sites);
    const ground = async () => {
      const [card] = await readCards(page);
      return card?.root.call(card.node, 'function () { return getComputedStyle(this).backgroundColor; }');
    };
    expect(await ground()).toBe('rgb(255, 255, 255)');
    for (let time = 0; time < 2; time += 1) {
      trial.fault();
      await page.evaluate(undress);
      await expect.poll(ground, { message: how, timeout: 15_000 }).toBe('rgb(255, 255, 255)');
      await expect.poll(() => isInFront(page), { message: how, timeout: 15_000 }).toBe(true);
    }
    await holdsOut(trial, launched, errors);
  });

test('a page that covers our card gains nothing: no fight, and the popup says danger', async ({
  launched,
  sites,
  page,
}) => {
  const trial = createTrial('hostile-page');
  const errors = errorsOf(page);
  await warned(page, sites);
  trial.fault(2);
  const changes = await page.evaluate(async () => {
    const cover = document.createElement('div');
    cover.style.cssText = 'position: fixed; inset: 0; background: white; z-index: 2147483647';
    document.documentElement.append(cover);
    const dialog = document.createElement('dialog');
    dialog.style.cssText = 'width: 100vw; height: 100vh';
    document.body.append(dialog);
    dialog.showModal();
    let changed = 0;
    new MutationObserver((records) => {
      changed += records.length;
    }).observe(document.documentElement, { childList: true });
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    return changed;
  });
  trial.holds(changes === 0, `${changes} changes of the page: we fight over the top`);
  await holdsOut(trial, launched, errors);
});

test('a page cannot restyle our card away, by sheet or by script', async ({ launched, sites, page }) => {
  const trial = createTrial('hostile-page');
  const errors = errorsOf(page);
  await warned(page, sites);
  const HIDING = {
    display: 'none',
    opacity: '0',
    visibility: 'hidden',
    transform: 'scale(0)',
    'clip-path': 'inset(100%)',
    'pointer-events': 'none',
    left: '-9999px',
    'z-index': '-1',
  };
  await expect.poll(() => isInFront(page), { timeout: PATIENCE }).toBe(true); // it may be on its way to its place
  await page.evaluate((hiding) => {
    const sheet = document.createElement('style');
    const rules = Object.entries(hiding).map(([name, value]) => `${name}: ${value} !important`);
    sheet.textContent = `html > div, html > * { ${rules.join('; ')} } html > head, html > body { all: revert }`;
    document.head.append(sheet);
  }, HIDING);
  trial.fault(Object.keys(HIDING).length);
  // The card may be on its way once more: where it stands is asked in one moment, and what is there in the next.
  await expect.poll(() => isInFront(page), { message: 'a style sheet', timeout: PATIENCE }).toBe(true);
  // By script, one property at a time; beyond a few the page has won, which is another test's business.
  for (const [name, value] of Object.entries(HIDING).slice(1, 5)) {
    trial.fault();
    await page.evaluate(
      ([property, wrong]) => {
        const host = [...document.documentElement.children].pop() as HTMLElement;
        host.style.setProperty(property, wrong, 'important');
      },
      [name, value] as const,
    );
    await expect.poll(() => isInFront(page), { message: `${name} by script`, timeout: PATIENCE }).toBe(true);
  }
  await holdsOut(trial, launched, errors);
});

/** True where a click in the middle of the card would meet our element, and it is painted. */
async function isInFront(page: Page): Promise<boolean> {
  const [card] = await readCards(page);
  if (card === undefined) return false;
  return page.evaluate(({ x, y, width, height }) => {
    const hit = document.elementFromPoint(x + width / 2, y + height / 2);
    if (hit === null || hit.parentElement !== document.documentElement || hit === document.body) return false;
    const { opacity, visibility, transform, clipPath } = getComputedStyle(hit);
    return opacity === '1' && visibility === 'visible' && transform === 'none' && clipPath === 'none';
  }, card.box);
}

test('a page that changes without end is still read, and still runs', async ({ launched, sites, page }) => {
  const trial = createTrial('hostile-page');
  const errors = errorsOf(page);
  const bare = await floodWithoutUs(page, sites);
  const chat = await openChat(page, sites, site, { lines: calmLines() });
  await expect.poll(() => openReport(launched), { timeout: PATIENCE }).toMatchObject({ state: 'reading' });
  const flood = page.evaluate(flooding, { rows: site.rows, ms: FLOOD_MS });
  const markup = threatLines().map((line, index) => site.row({ ...line, id: 50_000 + index }, chat));
  await page.evaluate(mountMarkup, { into: site.into, place: 'end' as const, markup });
  await expect.poll(() => shownLevel(page), { timeout: PATIENCE }).toBe('danger');
  const { changes, frames } = await flood;
  trial.fault(changes);
  trial.load(`${Math.round(changes / 1000)},000 changes of a page in ${FLOOD_MS / 1000} s`);
  trial.holds(changes > bare.changes / 30, `only ${changes} changes, ${bare.changes} without us`);
  trial.holds(frames > bare.frames / 100, `the page drew only ${frames} frames, ${bare.frames} without us`);
  await holdsOut(trial, launched, errors);
});

/** As much of the same page at an address that we have no part in: what this machine can do, busy as it may be. */
async function floodWithoutUs(page: Page, sites: Sites) {
  const chat: Chat = { peer: '5550001111', title: 'Robin Fielder', stranger: true, lines: calmLines() };
  sites.at('https://elsewhere.example/', { html: documentOf(chat.title, site.body(chat)) });
  await page.goto('https://elsewhere.example/');
  const part = 4;
  const { changes, frames } = await page.evaluate(flooding, { rows: site.rows, ms: FLOOD_MS / part });
  return { changes: changes * part, frames: frames * part };
}

/** In the page: rows are added, changed, moved and taken away, some hundred changes at a time. */
async function flooding({ rows, ms }: { rows: string; ms: number }) {
  let [changes, frames] = [0, 0];
  const list = [...document.querySelectorAll(rows)].pop()?.closest('section') as Element;
  const model = [...document.querySelectorAll(rows)].pop()?.parentElement as Element;
  const until = performance.now() + ms;
  const count = () => {
    frames += 1;
    if (performance.now() < until) requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
  while (performance.now() < until) {
    for (let at = 0; at < 100; at += 1) {
      const row = model.cloneNode(true) as Element;
      row.firstElementChild?.setAttribute('data-mid', String(1_100 + (changes % 5_000)));
      list.prepend(row);
      row.firstElementChild?.setAttribute('data-mid', String(1_101 + (changes % 5_000)));
      const text = row.querySelector('.message')?.firstChild;
      if (text) text.nodeValue = `nothing at all ${changes}`;
      list.firstElementChild?.after(row);
      row.remove();
      changes += 5;
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return { changes, frames };
}

/** Ten million characters in one message, each in its own way. */
const LARGE: Readonly<Record<string, string>> = {
  words: 'all is well. ',
  'one word without end': 'a',
  'marks that join what was before': '\u0301',
  Khmer: 'ខ្ញុំសុខសប្បាយ',
};

for (const [kind, piece] of Object.entries(LARGE))
  test(`a message of 10 MB, ${kind}: the chat around it is read`, async ({ launched, sites, page }) => {
    const trial = createTrial('hostile-page');
    const errors = errorsOf(page);
    const chat = await openChat(page, sites, site, { lines: calmLines() });
    await expect.poll(() => openReport(launched), { timeout: PATIENCE }).toMatchObject({ state: 'reading' });
    trial.input();
    await page.evaluate(
      ({ rows, said }) => {
        const row = [...document.querySelectorAll(rows)].pop()?.parentElement?.cloneNode(true) as Element;
        row.firstElementChild?.setAttribute('data-mid', '40000');
        const text = row.querySelector('.message')?.firstChild as Text;
        text.data = said.repeat(Math.ceil(10_000_000 / said.length));
        // Laid out, such a row takes the browser itself a minute; that is none of our business.
        (row as HTMLElement).style.display = 'none';
        [...document.querySelectorAll(rows)].pop()?.parentElement?.after(row);
      },
      { rows: site.rows, said: piece },
    );
    const markup = threatLines().map((line, index) => site.row({ ...line, id: 50_000 + index }, chat));
    await page.evaluate(mountMarkup, { into: site.into, place: 'end' as const, markup });
    await expect.poll(() => shownLevel(page), { timeout: PATIENCE }).toBe('danger');
    await holdsOut(trial, launched, errors);
  });

test('a page that nests its rows without end is read', async ({ launched, sites, page }) => {
  const trial = createTrial('hostile-page');
  const errors = errorsOf(page);
  const chat = await openChat(page, sites, site, { lines: calmLines() });
  trial.input();
  await page.evaluate((rows) => {
    const row = [...document.querySelectorAll(rows)].pop()?.parentElement?.cloneNode(true) as HTMLElement;
    row.firstElementChild?.setAttribute('data-mid', '40000');
    row.style.display = 'none';
    let inner = row.querySelector('.message') as Element;
    for (let depth = 0; depth < 5_000; depth += 1) {
      const next = document.createElement('span');
      inner.append(next);
      inner = next;
    }
    inner.textContent = 'deep';
    [...document.querySelectorAll(rows)].pop()?.parentElement?.after(row);
  }, site.rows);
  const markup = threatLines().map((line, index) => site.row({ ...line, id: 50_000 + index }, chat));
  await page.evaluate(mountMarkup, { into: site.into, place: 'end' as const, markup });
  await holdsOut(trial, launched, errors);
});

test('a page that overwrites Array.prototype and the DOM’s functions is read as if it had not', async ({
  launched,
  sites,
  page,
}) => {
  const trial = createTrial('hostile-page');
  const chat = { peer: '5550001111', title: 'Robin Fielder', stranger: true, lines: threatLines() };
  // In the page itself, behind its own markup and before us.
  const html = documentOf(chat.title, site.body(chat)).replace(
    '</body>',
    `<script>${OVERWRITE}</script></body>`,
  );
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await openChat(page, sites, site, chat, { html });
  const [overwritten = ''] = said.filter((line) => line.startsWith('overwritten '));
  trial.fault(Number(overwritten.slice('overwritten '.length)));
  trial.holds(overwritten !== '', 'nothing was overwritten');
  // Its words are not read here: the test's own eyes are blind on such a page.
  const cards = async () => (await ClosedRoot.all(page)).flatMap((root) => root.elements(isDanger));
  await expect.poll(async () => (await cards()).length, { timeout: PATIENCE }).toBe(1);
  await holdsOut(trial, launched, []);
});

const isDanger = (node: CdpNode) => (attribute(node, 'class') ?? '').split(' ').includes('card-danger');

/** All of these throw or lie from now on. */
const OVERWRITE = `
let count = 0;
const spoil = (owner, names) => {
  for (const name of names)
    try {
      Object.defineProperty(owner, name, { get() { throw new Error('spoilt'); }, set() {}, configurable: false });
      count += 1;
    } catch {}
};
const say = console.log.bind(console);
Object.prototype.level = 'calm';
Object.prototype.text = 'nothing';
Object.prototype.hits = [];
Object.prototype.answer = null;
spoil(Node.prototype, ['textContent', 'contains', 'parentNode', 'compareDocumentPosition', 'isConnected', 'getRootNode']);
spoil(Element.prototype, ['querySelector', 'querySelectorAll', 'getAttribute', 'matches', 'closest', 'attachShadow', 'append', 'shadowRoot', 'classList']);
spoil(Document.prototype, ['querySelector', 'querySelectorAll', 'createElement', 'adoptedStyleSheets', 'documentElement']);
spoil(window, ['MutationObserver', 'requestIdleCallback', 'setTimeout', 'ResizeObserver', 'MessageChannel', 'AbortController', 'URL', 'TextEncoder', 'CSSStyleSheet', 'fetch']);
spoil(Map.prototype, ['get', 'set', 'has']);
spoil(String.prototype, ['slice', 'normalize', 'codePointAt', 'split', 'startsWith']);
spoil(Promise, ['all', 'race']);
spoil(Array.prototype, ['map', 'filter', 'push', 'includes', 'flatMap', 'sort', 'slice', 'concat']);
Array.prototype[Symbol.iterator] = function* () {};
say('overwritten ' + count);
`;

/** Names that forms and pictures give hide the functions of their elements and of the document, from us as well. */
const CLOBBERED: Readonly<Record<string, (body: string) => string>> = {
  'a form around the rows': (body) =>
    body.replace(
      /<section class="bubbles-date-group">([\s\S]*?)<\/section>/,
      (_, rows: string) => `<section class="bubbles-date-group"><form>${inputs()}${rows}</form></section>`,
    ),
  'a form as the list of rows': (body) =>
    body.replace(/<div class="bubbles-inner">(?=<section)/, `<form class="bubbles-inner">${inputs()}`),
  'a form around the list and what stands beside it': (body) =>
    body.replace(/<div class="bubbles-inner">(?=<section)/, `<form>${inputs()}<div class="bubbles-inner">`),
  'a form in a row': (body) =>
    body.replace(/(<div class="message [^>]*>)/g, `$1<form style="display: none">${inputs()}</form>`),
  'pictures with names, in the document': (body) =>
    body.replace(
      '<body>',
      `<body>${NAMES.document.map((name) => `<img name="${name}" alt="" style="display: none">`).join('')}`,
    ),
};

const NAMES = {
  form: [
    ...['querySelector', 'querySelectorAll', 'matches', 'closest', 'getAttribute', 'children', 'firstChild'],
    ...['textContent', 'shadowRoot', 'parentNode', 'parentElement', 'contains', 'isConnected', 'nodeType'],
    ...['childNodes', 'lastElementChild', 'previousElementSibling', 'getRootNode', 'compareDocumentPosition'],
    ...['ownerDocument', 'getBoundingClientRect', 'classList', 'tagName', 'style', 'attributes'],
  ],
  document: [
    ...['querySelector', 'querySelectorAll', 'documentElement', 'body', 'addEventListener', 'createElement'],
    ...['defaultView', 'location', 'adoptedStyleSheets', 'title', 'hidden', 'activeElement', 'contains'],
  ],
};
const inputs = () => NAMES.form.map((name) => `<input type="hidden" name="${name}">`).join('');

for (const [how, clobber] of Object.entries(CLOBBERED))
  test(`${how} that hides functions by their names: warned of, or said to be unreadable`, async ({
    launched,
    sites,
    page,
  }) => {
    const trial = createTrial('hostile-page');
    trial.fault();
    const errors = errorsOf(page);
    const chat: Chat = { peer: '5550001111', title: 'Robin Fielder', stranger: true, lines: threatLines() };
    const plain = documentOf(chat.title, site.body(chat));
    const html = clobber(plain);
    expect(html).not.toBe(plain);
    sites.at(site.url(chat.peer), { html });
    await page.goto(site.url(chat.peer));
    await expect
      .poll(
        async () => {
          const report = await openReport(launched);
          if (report === null) return 'no answer';
          return report.level === 'danger' || report.state === 'unreadable' || report.state === 'broken'
            ? 'said'
            : `${report.state}, ${report.level}`;
        },
        { timeout: PATIENCE },
      )
      .toBe('said');
    trial.holds(errors.length === 0, `an error in the page: ${errors[0]}`);
    trial.end();
  });
