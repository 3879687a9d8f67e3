// The second half of `npm run bench`: what we cost in a page, for every site that is read, in real Chromium, in one run
// with and without the extension. `npx tsx scripts/page-bench.ts [site...]` measures some sites alone.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { routeSites } from '../tests/e2e/browser';
import { findBrowser } from './browser/find-browser';
import { launchWithExtension } from './browser/launch';
import { readCorpus } from './evaluation/corpus';
import { type BenchChat, benchChats } from './page-bench/chats';
import { type Cost, type Costs, measureChat } from './page-bench/measure';

const EXTENSION = path.resolve(import.meta.dirname, '../.output/chrome-mv3');
/** Goals of the project, in milliseconds of script. */
const GOALS = { start: 15, arriving: 5, history: 12 };
/** Rounds of each chat, with and without in turn; the middle one of what was added is told. */
const ROUNDS = 3;

/** Lines of ordinary talk: a warning is not what is measured here. */
function ordinaryLines(): readonly string[] {
  const corpus = readCorpus([new URL('../tests/corpora/tune', import.meta.url).pathname]);
  const lines = corpus
    .filter(({ label }) => label === 'benign')
    .flatMap(({ messages }) => messages.map(({ text }) => text.replace(/\s+/g, ' ').trim()))
    .filter((text) => text !== '');
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

async function prepare(context: BrowserContext, chats: readonly BenchChat[]): Promise<void> {
  const sites = await routeSites(context);
  for (const { page } of chats) sites.at(page.expected.url, { html: page.html });
}

const middle = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const kinds = ['start', 'arriving', 'history'] as const;
const say = (line: string) => process.stdout.write(`${line}\n`);

function cell(kind: (typeof kinds)[number], pairs: readonly { with: Costs; without: Costs }[]): string {
  const added = middle(pairs.map((pair) => pair.with[kind].script - pair.without[kind].script));
  return `${added.toFixed(1)} ms${added > GOALS[kind] ? ' (over)' : ''}`;
}

/** Long tasks of all three parts in the middle round. */
function longTasks(costs: readonly Costs[]): number {
  const sum = (one: Costs) => kinds.reduce((total, kind) => total + (one[kind] satisfies Cost).longTasks, 0);
  return middle(costs.map(sum));
}

/** Measures and prints a row a site. */
export async function benchPages(only: readonly string[] = []): Promise<void> {
  if (!existsSync(path.join(EXTENSION, 'manifest.json'))) throw new Error('Run `npm run build` first.');
  const chats = (await benchChats()).filter(({ adapter }) => only.length === 0 || only.includes(adapter.id));
  const texts = ordinaryLines();
  const ours = await launchWithExtension({ extension: EXTENSION, headless: true });
  const plain = await openPlain();
  try {
    await prepare(ours.context, chats);
    await prepare(plain.context, chats);
    say(
      `\n## What is added in the page: script time with the extension less without, middle of ${ROUNDS} rounds\n`,
    );
    say(
      `| site | start (goal ${GOALS.start} ms) | 1,000 messages arriving (goal ${GOALS.arriving} ms) | history of 5,000 (goal ${GOALS.history} ms) | long tasks with / without |`,
    );
    say('|---|---|---|---|---|');
    for (const chat of chats) {
      const pairs: { with: Costs; without: Costs }[] = [];
      for (let round = 0; round < ROUNDS; round += 1)
        pairs.push({
          without: await measureChat(plain.context, chat, texts),
          with: await measureChat(ours.context, chat, texts),
        });
      const cells = kinds.map((kind) => cell(kind, pairs)).join(' | ');
      const tasks = `${longTasks(pairs.map((pair) => pair.with))} / ${longTasks(pairs.map((pair) => pair.without))}`;
      say(`| ${chat.adapter.name} | ${cells} | ${tasks} |`);
    }
  } finally {
    await ours.close();
    await plain.close();
  }
}

await benchPages(process.argv.slice(2));
