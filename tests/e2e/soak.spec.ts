// Thousands of messages in one page that is never loaded anew, a hundred thousand in the full form: all of them read, and
// what we hold does not grow.
import path from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { createTrial, isShort } from '../../scripts/endure/trial';
import { readCorpus } from '../../scripts/evaluation/corpus';
import { documentOf } from '../../tour/pages/site';
import { CHAT_SITES, expect, openChat, test } from './browser';
import { messagesRead, openReport } from './report';
import { calmLines } from './scenes';

const site = CHAT_SITES['telegram-k'];

// It measures memory.
test.use({ ownBrowser: true });
/** CI's form is longer than all that a page keeps of a chat (page/seen.ts), so that growth would show in it too. */
const MESSAGES = isShort() ? 12_000 : 100_000;
/** So many rows come, then the page drops all but the newest, as sites do with long chats. */
const STEP = MESSAGES / (isShort() ? 6 : 20);
const KEPT_ROWS = 200;
/** Most that we may add to the heap of the page, and most that its second half may add, in bytes. */
const ABOVE = 15_000_000;
const GROWTH = 1_500_000;
/** A step is read within so many milliseconds, on however slow a machine. */
const STEP_TIMEOUT = 120_000;

test(`reads ${MESSAGES.toLocaleString('en')} messages in one page, and holds no more at the end than in the middle`, async ({
  launched,
  sites,
  page,
}) => {
  test.setTimeout(isShort() ? 300_000 : 1_800_000);
  const trial = createTrial('page-soak');
  const chat = await openChat(page, sites, site, { lines: calmLines(), stranger: false });
  await expect.poll(() => openReport(launched)).toMatchObject({ state: 'reading' });
  const before = chat.lines.length;
  await expect.poll(() => messagesRead(launched)).toBe(before);
  const ours = await grow(page, async (sent) => {
    await expect
      .poll(() => messagesRead(launched), { message: `after ${sent}`, timeout: STEP_TIMEOUT })
      .toBe(before + sent);
  });
  trial.keeps((await messagesRead(launched)) === before + MESSAGES, 'messages that were not read');
  trial.holds((await openReport(launched))?.state === 'reading', 'the page is no longer read');

  // The same page at an address that the extension has no part in, in a process of its own.
  sites.at('https://elsewhere.example/', { html: documentOf(chat.title, site.body(chat)) });
  await page.goto('https://elsewhere.example/');
  const bare = await grow(page, async () => {});
  const above = ours.end - bare.end;
  const grown = ours.end - ours.middle - (bare.end - bare.middle);
  trial.holds(above <= ABOVE, `${inMegabytes(above)} above the page without us`);
  trial.holds(grown <= GROWTH, `${inMegabytes(grown)} more at the end than in the middle`);
  trial.load(`${MESSAGES.toLocaleString('en')} messages in one page`);
  trial.load(`heap ${inMegabytes(above)} above the page, ${inMegabytes(grown)} in the second half`);
  trial.end();
});

type Heap = { readonly middle: number; readonly end: number };

/** Lets all the messages arrive; `settle` waits until those sent so far were read. */
async function grow(page: Page, settle: (sent: number) => Promise<void>): Promise<Heap> {
  const session = await page.context().newCDPSession(page);
  const texts = ordinaryLines();
  let middle = 0;
  for (let sent = 0; sent < MESSAGES; ) {
    await page.evaluate(arrive, { ...{ texts, from: sent, count: STEP, keep: KEPT_ROWS }, rows: site.rows });
    sent += STEP;
    await settle(sent);
    await page.evaluate(dropOld, { rows: site.rows, keep: KEPT_ROWS });
    if (sent === MESSAGES / 2) middle = await heapOf(session);
  }
  const end = await heapOf(session);
  if (middle === 0) throw new Error('the middle was passed over');
  await session.detach();
  return { middle, end };
}

/** Lines of ordinary talk: a warning is not what is measured here. */
function ordinaryLines(): readonly string[] {
  return readCorpus([path.resolve(import.meta.dirname, '../corpora/tune')])
    .filter(({ label }) => label === 'benign')
    .flatMap(({ messages }) => messages.map(({ text }) => text))
    .slice(0, 2_000);
}

type Arriving = { texts: readonly string[]; from: number; count: number; rows: string; keep: number };

/** In the page: fifty rows at once, as fast as the page draws them. Each has an id and words of its own. */
async function arrive({ texts, from, count, rows }: Arriving): Promise<void> {
  const last = [...document.querySelectorAll(rows)].pop();
  const model = last?.parentElement;
  if (!last || !model) throw new Error('no row to copy');
  const group = model.parentElement;
  const lastId = Number(last.getAttribute('data-mid'));
  for (let at = 0; at < count; at += 1) {
    const row = model.cloneNode(true) as Element;
    const bubble = row.firstElementChild as Element;
    bubble.setAttribute('data-mid', String(lastId + 1 + at));
    bubble.setAttribute('data-timestamp', String(Math.floor(Date.now() / 1000)));
    bubble.classList.toggle('is-out', at % 3 === 0);
    bubble.classList.toggle('is-in', at % 3 !== 0);
    const words = bubble.querySelector('.message')?.firstChild as Text;
    words.data = `${texts[(from + at) % texts.length]} ${from + at}`;
    group?.append(row);
    if (at % 50 === 49) await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function dropOld({ rows, keep }: { rows: string; keep: number }): void {
  for (const row of [...document.querySelectorAll(rows)].slice(0, -keep)) row.parentElement?.remove();
}

/** Bytes that the page's process holds for scripts, elements and buffers: ours and the page's own, after a clean-up. */
async function heapOf(session: CDPSession): Promise<number> {
  const sizes: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    await session.send('HeapProfiler.collectGarbage');
    const usage = (await session.send('Runtime.getHeapUsage')) as HeapUsage;
    sizes.push(usage.usedSize + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0));
  }
  return Math.min(...sizes);
}

/** Newer browsers tell of elements and buffers as well; Playwright's types do not have them yet. */
type HeapUsage = { usedSize: number; embedderHeapUsedSize?: number; backingStorageSize?: number };

function inMegabytes(bytes: number): string {
  return `${bytes < 0 ? '−' : '+'}${(Math.abs(bytes) / 1e6).toFixed(1)} MB`;
}
