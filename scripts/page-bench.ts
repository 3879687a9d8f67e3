// The second half of `npm run bench`: what we cost in a page, for every site that is read, in real Chromium, in one run
// with and without the extension.
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium } from '@playwright/test';
import { routeSites } from '../tests/e2e/browser';
import { findBrowser } from './browser/find-browser';
import { launchWithExtension } from './browser/launch';
import { readCorpus } from './evaluation/corpus';
import { arrivesAsHistory, calmLines } from './page-bench/calm-lines';
import { type BenchChat, benchChats } from './page-bench/chats';
import { type Costs, measureChat, type PutPage } from './page-bench/measure';
import { loadCheckedRules, type Reader, readerOf } from './replayer';

const EXTENSION = fileURLToPath(new URL('../.output/chrome-mv3', import.meta.url));
const CORPUS = fileURLToPath(new URL('../tests/corpora/tune', import.meta.url));
/** Goals of the project, in milliseconds of script. */
const GOALS = { start: 15, arriving: 5, history: 12 };
/** A task this long is a "long task", which a person may notice, in milliseconds of the thread. */
const LONG_MS = 50;

/** Up to a thousand lines of ordinary talk. Which of them stay calm in a page is for each page to say (`calmLines`). */
function ordinaryLines({ detector }: Reader): readonly string[] {
  const lines = readCorpus([CORPUS])
    .filter(({ label }) => label === 'benign')
    .flatMap(({ messages }) => messages.map(({ text }) => text.replace(/\s+/g, ' ').trim()))
    .filter((text) => text !== '' && detector.read(text).hits.length === 0);
  return lines.filter((_, index) => index % Math.ceil(lines.length / 1_000) === 0);
}

async function openPlain(): Promise<{ context: BrowserContext; close(): Promise<void> }> {
  const executablePath = findBrowser() ?? undefined;
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args });
  return {
    context: await browser.newContext({ viewport: { width: 1280, height: 800 } }),
    close: () => browser.close(),
  };
}

async function putterOf(context: BrowserContext): Promise<PutPage> {
  const sites = await routeSites(context);
  return (address, html) => sites.at(address, { html });
}

/** The first page of a browser waits for fonts: one that counts for nothing goes ahead. */
async function warmUp({ context, put }: Browser): Promise<void> {
  const address = 'https://warm-up.example/';
  put(address, '<!doctype html><h1>Hello</h1><p>Some words, <b>some</b> of them <i>loud</i>.</p>');
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForTimeout(1_000);
  await page.close();
}

type Pair = { readonly with: Costs; readonly without: Costs };
type Browser = { readonly context: BrowserContext; readonly put: PutPage };

/** Both at the same time, in browsers of their own: what is measured is the time of a thread, not of a clock. */
async function measurePair(
  plain: Browser,
  ours: Browser,
  chat: BenchChat,
  texts: readonly string[],
): Promise<Pair> {
  const [without, withOurs] = await Promise.all(
    [plain, ours].map(({ context, put }) => measureChat(context, put, chat, texts)),
  );
  return { without: without as Costs, with: withOurs as Costs };
}

const middle = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const say = (line: string) => process.stdout.write(`${line}\n`);
/** The middle of what was added in each round. */
const added = (pairs: readonly Pair[], of: (costs: Costs) => number): number =>
  middle(pairs.map((pair) => of(pair.with) - of(pair.without)));
const cell = (value: number, goal = Number.POSITIVE_INFINITY): string =>
  `${value.toFixed(1)} ms${value > goal ? ' (over)' : ''}`;

/** What a reader of the row must know of its page. */
function nameOf({ adapter, hasNotice, talk }: BenchChat): string {
  const isPast = arrivesAsHistory(talk, Date.now());
  const notes = [
    ...(hasNotice ? ['a notice of facts stands from the start'] : []),
    ...(isPast ? ['its rows are of over 48 hours ago: what arrives is read as history'] : []),
  ];
  return [adapter.name, ...notes.map((note) => `(${note})`)].join(' ');
}

function rowOf(chat: BenchChat, pairs: readonly Pair[]): string {
  const longest = middle(
    pairs.map(({ with: own }) => Math.max(own.start.longest, own.opening.longest, own.longestCall)),
  );
  return [
    nameOf(chat),
    cell(
      added(pairs, ({ start }) => start.sum),
      GOALS.start,
    ),
    cell(added(pairs, ({ feed }) => feed)),
    cell(added(pairs, ({ opening }) => opening.sum)),
    cell(
      added(pairs, ({ arriving }) => arriving),
      GOALS.arriving,
    ),
    cell(
      added(pairs, ({ history }) => history),
      GOALS.history,
    ),
    cell(longest, LONG_MS),
  ].join(' | ');
}

/**
 * Measures and prints a row a site. `rounds`: with and without in each; the middle one counts. A site that could not be
 * measured has a sentence in place of a row, and the process ends with 1.
 */
export async function benchPages(only: readonly string[], rounds: number): Promise<void> {
  const chats = (await benchChats()).filter(({ adapter }) => only.length === 0 || only.includes(adapter.id));
  const reader = readerOf(loadCheckedRules());
  const texts = ordinaryLines(reader);
  const withOurs = await launchWithExtension({ extension: EXTENSION, headless: true });
  const without = await openPlain();
  try {
    const ours = { context: withOurs.context, put: await putterOf(withOurs.context) };
    const plain = { context: without.context, put: await putterOf(without.context) };
    for (const browser of [ours, plain]) await warmUp(browser);
    say(
      `\n## What is added in the page: time of script and layout with the extension less without (rounds: ${rounds})\n`,
    );
    say(
      `| site | no chat open (goal ${GOALS.start} ms) | 5 s of a long page without a chat | first chat opened, the detector built | 1,000 messages arriving (goal ${GOALS.arriving} ms) | history of 5,000 (goal ${GOALS.history} ms) | longest piece of ours (goal ${LONG_MS} ms) |`,
    );
    say('|---|---|---|---|---|---|---|');
    for (const chat of chats) {
      try {
        const calm = calmLines(texts, chat.talk, reader, Date.now());
        const pairs: Pair[] = [];
        for (let round = 0; round < rounds; round += 1)
          pairs.push(await measurePair(plain, ours, chat, calm));
        say(`| ${rowOf(chat, pairs)} |`);
      } catch (error) {
        say(`| ${chat.adapter.name} | not measured: ${error instanceof Error ? error.message : error} |`);
        process.exitCode = 1;
      }
    }
  } finally {
    await withOurs.close();
    await without.close();
  }
}
