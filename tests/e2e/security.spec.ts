// Strangers at the door: a page, and another extension. No answer, no file, no trace; and nothing that they do from
// outside brings up a warning. What a page can read or press on a shown card stands in page-cannot-see.spec.ts.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { launchWithExtension } from '../../scripts/browser/launch';
import { createTrial } from '../../scripts/endure/trial';
import { shownLevel } from '../../tour/cards';
import { documentOf } from '../../tour/pages/site';
import { CHAT_SITES, EXTENSION, expect, openChat, routeSites, test } from './browser';
import { messagesRead, openReport, stored } from './report';
import { calmLines, threatLines } from './scenes';

test.describe.configure({ retries: 0 }); // not even once

const site = CHAT_SITES['telegram-k'];

// What was never open to strangers must not depend on what another test put back.
test.use({ ownBrowser: true });
/** An extension that nobody has: what asking for it gives is what asking for us must give. */
const NOBODY = 'abcdefghijklmnopabcdefghijklmnop';

/** Every message that any of our handlers knows, as a stranger would send it. */
const KNOCKS: readonly object[] = [
  ...['hello', 'packs', 'open', 'seen', 'state', 'warned', 'snooze', 'open-help', 'requested'],
  ...['report', 'unsnooze', 'show-card', 'settings-changed'],
  ...['get-settings', 'get-policy', 'export-settings', 'storage-health', 'stored-overview', 'snoozes'],
  ...['get-trusted-adult', 'family-status', 'take-help-place', 'reset-family', 'forget', 'end-snoozes'],
]
  .map((type): object => ({ type }))
  .concat([
    { type: 'hello', service: 'telegram' },
    { type: 'forget', everything: true },
    { type: 'set-settings', change: { paused: true } },
    { type: 'import-settings', text: '{"for":"porchlight","version":1,"settings":{"paused":true}}' },
    { type: 'warned', conversation: '0'.repeat(32), level: 'danger', card: 'danger threat', stages: [] },
  ]);

const files = readdirSync(EXTENSION, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(EXTENSION, path.join(entry.parentPath, entry.name)));

test('no file of ours answers a page: it learns as much as of an extension that nobody has', async ({
  launched,
  sites,
  page,
}) => {
  const trial = createTrial('outsiders');
  expect(files.length).toBeGreaterThan(20);
  await openChat(page, sites, site, { lines: calmLines(), stranger: false });
  await expect.poll(() => openReport(launched)).toMatchObject({ state: 'reading' });
  const ours = await askForFiles(page, launched.id);
  const nobodys = await askForFiles(page, NOBODY);
  trial.input(ours.length);
  const got = ours.filter((answer) => !answer.endsWith('no'));
  trial.holds(got.length === 0, `a page got ${got.join(', ')}`);
  trial.holds(JSON.stringify(ours) === JSON.stringify(nobodys), 'a page can tell us from nobody');
  trial.end();
});

/** Asks for every file in each way that a page has. */
function askForFiles(page: Page, id: string): Promise<readonly string[]> {
  return page.evaluate(
    async ({ names, extension }) => {
      const answers: string[] = [];
      const asks = async (way: string, name: string, ask: (address: string) => Promise<boolean>) => {
        const isThere = await ask(`chrome-extension://${extension}/${name}`).catch(() => false);
        answers.push(`${way} ${name}: ${isThere ? 'yes' : 'no'}`);
      };
      const element =
        (tag: string, to: 'src' | 'href') =>
        (address: string): Promise<boolean> =>
          new Promise((resolve) => {
            const made = document.createElement(tag);
            made.addEventListener('load', () => resolve(true));
            made.addEventListener('error', () => resolve(false));
            if (to === 'href') made.setAttribute('rel', 'stylesheet');
            made.setAttribute(to, address);
            document.head.append(made);
          });
      for (const name of names) {
        await asks('fetch', name, (address) => fetch(address, { mode: 'no-cors' }).then(() => true));
        await asks('import', name, (address) => import(address).then(() => true));
        if (name.endsWith('.png')) await asks('img', name, element('img', 'src'));
        if (name.endsWith('.js')) await asks('script', name, element('script', 'src'));
        if (name.endsWith('.css')) await asks('link', name, element('link', 'href'));
      }
      return answers;
    },
    { names: files, extension: id },
  );
}

/** What is old is deleted once a day, after the school's settings were read: at the latest ten seconds after the start. */
const PRUNED = { timeout: 15_000 };

test('no page of ours can be framed', async ({ launched, sites, page }) => {
  const trial = createTrial('outsiders');
  const pages = files.filter((name) => name.endsWith('.html'));
  const frames = pages.map((name) => `<iframe src="chrome-extension://${launched.id}/${name}"></iframe>`);
  sites.at('https://elsewhere.example/', { html: `<!doctype html><body>${frames.join('')}</body>` });
  await page.goto('https://elsewhere.example/');
  trial.input(pages.length);
  for (const frame of page.frames().slice(1)) {
    const text = await frame.evaluate(() => document.body.innerText).catch(() => '');
    trial.holds(!text.includes('Porchlight'), `${frame.url()} is framed`);
  }
  trial.holds(page.frames().length === pages.length + 1, 'no frame was tried');
  trial.end();
});

test('messages and events of a page reach nothing', async ({ launched, sites, page }) => {
  const trial = createTrial('outsiders');
  const chat = await openChat(page, sites, site, { lines: calmLines(), stranger: false });
  await expect.poll(() => openReport(launched)).toMatchObject({ state: 'reading', level: 'calm' });
  // Messages are written a second after they are read: on a slow machine the first of them before the last is read.
  await expect.poll(() => messagesRead(launched)).toBe(chat.lines.length);
  await expect.poll(() => stored(launched), PRUNED).toContain('"pruned"');
  const [before, said] = [await stored(launched), await openReport(launched)];
  trial.input(KNOCKS.length * 4);
  const runtime = await page.evaluate(knockFromPage, { knocks: KNOCKS, id: launched.id });
  trial.holds(runtime === 'undefined', `a page has a way to us: chrome.runtime is ${runtime}`);
  await page.waitForTimeout(1_500);
  trial.holds((await shownLevel(page)) === 'calm', 'a page brought up a card');
  trial.keeps((await stored(launched)) === before, 'what was stored, after a page knocked');
  trial.holds(JSON.stringify(await openReport(launched)) === JSON.stringify(said), 'the report changed');
  trial.end();
});

/** In the page: every message as one to the window, as an event of window and document, and to the extension itself. */
function knockFromPage({ knocks, id }: { knocks: readonly object[]; id: string }): string {
  const { chrome } = window as unknown as {
    chrome?: { runtime?: { sendMessage(to: string, message: object): void } };
  };
  for (const knock of knocks) {
    const { type } = knock as { type: string };
    window.postMessage(knock, '*');
    window.postMessage({ source: 'porchlight', direction: 'to-content', message: knock }, '*');
    window.dispatchEvent(new CustomEvent(type, { detail: knock }));
    document.dispatchEvent(new CustomEvent(`${id}:${type}`, { detail: knock }));
    try {
      chrome?.runtime?.sendMessage(id, knock);
    } catch {
      // The way is closed, as it should be.
    }
  }
  return typeof chrome?.runtime;
}

test('a chat full of threats brings up nothing where we are not: on another site, or in its frame', async ({
  launched,
  sites,
  page,
}) => {
  const trial = createTrial('outsiders');
  const chat = { peer: '5550001111', title: 'Robin Fielder', stranger: true, lines: threatLines() };
  const html = documentOf(chat.title, site.body(chat));
  sites.at('https://web.telegram.org.elsewhere.example/k/', { html });
  sites.at(site.url(chat.peer), { html });
  trial.input(2);
  await page.goto('https://web.telegram.org.elsewhere.example/k/#5550001111');
  await page.waitForTimeout(1_500);
  trial.holds((await openReport(launched)) === null, 'a page with a name like a site’s is read');
  trial.holds((await shownLevel(page)) === 'calm', 'a page with a name like a site’s brought up a card');
  sites.at('https://elsewhere.example/', {
    html: `<!doctype html><iframe src="${site.url(chat.peer)}" width="1000" height="700"></iframe>`,
  });
  await page.goto('https://elsewhere.example/');
  await page.frames()[1]?.waitForSelector(site.rows);
  await page.waitForTimeout(1_500);
  trial.holds((await openReport(launched)) === null, 'a site in a foreign frame is read');
  trial.holds((await shownLevel(page)) === 'calm', 'a foreign page brought up a card');
  trial.keeps(!(await stored(launched)).includes('memory:'), 'nothing was to be stored');
  trial.end();
});

test('the strictest policy of a page is not broken by us, and reports nothing', async ({ sites, page }) => {
  const trial = createTrial('outsiders');
  const csp =
    "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; sandbox allow-scripts allow-same-origin";
  await page.addInitScript(() => {
    const broken: string[] = [];
    Object.assign(window, { broken });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
      broken.push(`${violatedDirective} ${blockedURI} ${sourceFile}`),
    );
  });
  // Without the page's own style and icon, which its policy forbids.
  const chat = { peer: '5550001111', title: 'Robin Fielder', stranger: true, lines: threatLines() };
  const html = documentOf(chat.title, site.body(chat))
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<link[^>]*>/, '');
  await openChat(page, sites, site, chat, { html, csp });
  await expect.poll(() => shownLevel(page)).toBe('danger');
  trial.input();
  const broken = await page.evaluate(() => (window as unknown as { broken: string[] }).broken);
  trial.holds(broken.length === 0, `broken: ${broken.join(', ')}`);
  trial.end();
});

test('what is stored after a threat holds no word of the chat, no name, no id, no address', async ({
  launched,
  sites,
  page,
}) => {
  const trial = createTrial('outsiders');
  const chat = await openChat(page, sites, site, { lines: threatLines() });
  await expect.poll(() => shownLevel(page)).toBe('danger');
  await expect.poll(() => stored(launched)).toContain('threat.');
  const kept = (await stored(launched)).toLowerCase();
  const secrets = [
    ...[chat.peer, ...chat.title.toLowerCase().split(' '), 'telegram', 'http', 'web.'],
    ...chat.lines.flatMap(({ at }) => [`${at}`, `${at}`.slice(0, -3)]),
    ...chat.lines.map(({ text }) => text).filter((text) => text.length > 5),
    ...chat.lines.flatMap(({ text }) => text.split(' ').filter((word) => word.length > 5)),
  ];
  trial.input(secrets.length);
  for (const secret of secrets) trial.holds(!kept.includes(secret), `"${secret}" is stored`);
  trial.end();
});

test('another extension that knocks gets no answer and no file, from its pages and from inside the page', async () => {
  const trial = createTrial('outsiders');
  const stranger = test.info().outputPath('stranger');
  writeStranger(stranger);
  const both = `${EXTENSION},${stranger}`;
  const launched = await launchWithExtension({
    extension: EXTENSION,
    headless: true,
    args: [`--disable-extensions-except=${both}`, `--load-extension=${both}`], // the last ones count
  });
  try {
    const sites = await routeSites(launched.context);
    const page = launched.context.pages()[0] ?? (await launched.context.newPage());
    const chat = await openChat(page, sites, site, { lines: calmLines(), stranger: false });
    await expect.poll(() => openReport(launched)).toMatchObject({ state: 'reading', level: 'calm' });
    await expect.poll(() => messagesRead(launched)).toBe(chat.lines.length);
    await expect.poll(() => stored(launched), PRUNED).toContain('"pruned"');
    const [before, said] = [await stored(launched), await openReport(launched)];

    const own = await launched.context.newPage();
    await own.goto(`chrome-extension://${idOf(stranger)}/knock.html`);
    const asked = { knocks: KNOCKS, id: launched.id, names: files };
    const answers = await own.evaluate(knockFromExtension, asked);
    await own.close();
    trial.input(answers.length);
    const heard = answers.filter(({ answer }) => answer !== null);
    trial.holds(answers.length === KNOCKS.length + files.length + 1, 'not all was asked');
    trial.holds(heard.length === 0, `another extension got an answer: ${JSON.stringify(heard)}`);

    // From inside the page, where its content script knocked while the page was opened.
    const inside = await page.evaluate(() => document.documentElement.dataset.knocked ?? '');
    trial.holds(inside === 'done, no answer', `its content script: ${inside}`);
    await page.bringToFront();
    trial.holds((await shownLevel(page)) === 'calm', 'another extension brought up a card');
    trial.keeps((await stored(launched)) === before, 'what was stored, after another extension knocked');
    trial.holds(JSON.stringify(await openReport(launched)) === JSON.stringify(said), 'the report changed');
  } finally {
    await launched.close();
  }
  trial.end();
});

/** An extension that may do more than we: all pages are open to it. */
function writeStranger(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
  write(
    'manifest.json',
    JSON.stringify({
      ...{ manifest_version: 3, name: 'Stranger', version: '1', permissions: ['storage'] },
      host_permissions: ['<all_urls>'],
      content_scripts: [
        { matches: ['https://web.telegram.org/*'], js: ['knock.js'], run_at: 'document_start' },
      ],
    }),
  );
  write('knock.html', '<!doctype html><title>knock</title>');
  write(
    'knock.js',
    `const knocks = ${JSON.stringify(KNOCKS)};
const heard = [];
addEventListener('message', (event) => { if (event.data && 'answer' in event.data) heard.push('message'); });
const knock = () => {
  for (const one of knocks) {
    postMessage(one, '*');
    dispatchEvent(new CustomEvent(one.type, { detail: one }));
    document.dispatchEvent(new CustomEvent(one.type, { detail: one }));
  }
  document.documentElement.dataset.knocked = heard.length === 0 ? 'done, no answer' : heard.join();
};
knock();
addEventListener('load', () => setTimeout(knock, 500));`,
  );
}

type Asking = { knocks: readonly object[]; id: string; names: readonly string[] };

/** In a page of the other extension. `answer` is null where there was none. */
async function knockFromExtension({ knocks, id, names }: Asking) {
  const { chrome } = window as unknown as {
    chrome: {
      runtime: {
        sendMessage(to: string, message: object): Promise<unknown>;
        connect(to: string): {
          onMessage: { addListener(heard: (message: unknown) => void): void };
          onDisconnect: { addListener(heard: () => void): void };
          postMessage(message: object): void;
        };
      };
    };
  };
  const answers: { asked: string; answer: unknown }[] = [];
  for (const knock of knocks) {
    const answer = await chrome.runtime.sendMessage(id, knock).then(
      (got) => got ?? null,
      () => null,
    );
    answers.push({ asked: JSON.stringify(knock), answer });
  }
  const port = chrome.runtime.connect(id);
  const overPort = await new Promise<unknown>((resolve) => {
    port.onMessage.addListener(resolve);
    port.onDisconnect.addListener(() => resolve(null));
    setTimeout(() => resolve('neither answered nor closed'), 5_000);
  });
  answers.push({ asked: 'a port', answer: overPort });
  for (const name of names) {
    const answer = await fetch(`chrome-extension://${id}/${name}`).then(
      ({ status }) => status,
      () => null,
    );
    answers.push({ asked: name, answer });
  }
  return answers;
}

/** The id that a browser gives to a folder: the first half of a hash of its path, in the letters a to p. */
function idOf(folder: string): string {
  const digits = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return [...digits].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}
