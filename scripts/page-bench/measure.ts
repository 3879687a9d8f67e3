// Script time of one chat page in a real browser: the site without a chat, also as a long page that changes, a chat that is
// opened, a thousand messages that arrive, a long history that is scrolled in.
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import type { BenchChat } from './chats';
import { type Growth, growChat } from './grow-chat';
import { ARRIVING, HISTORY, linesOf, type Phase } from './lines';
import { cardFault, standingCard } from './standing-card';
import { type ScriptTime, traceScript } from './trace';

/** Script time (trace.ts) on the page's main thread, in all worlds: that of the rows which grow too, with us and without. */
export type Costs = {
  /** The site's address without a chat in the page. */
  readonly start: ScriptTime;
  /** A long page without a chat, in which something changes all the time. */
  readonly feed: number;
  /** The page with the chat: from here on the detector is built. */
  readonly opening: ScriptTime;
  readonly arriving: number;
  readonly history: number;
  /** The longest single call of an extension while messages arrive and history is scrolled in. */
  readonly longestCall: number;
};

/** Everything that rests or waits for an idle moment is done by then on an idle machine, in milliseconds. */
const SETTLE_MS = 3_000;
/** A busy machine takes longer: until the thread does so little in such a time, and at the latest after so many times. */
const STILL = { ms: 5, every: 1_000, most: 120 };
/** What a site shows before a chat is chosen. */
const NO_CHAT = '<!doctype html><html lang="en"><body><main><h1>Hello</h1></main></body></html>';

/** A feed that was scrolled for long, ten changes a second for five seconds: 21,000 elements. */
const FEED = { posts: 1_000, per: 20, changes: 50, pause: 100 };

/** What tsx puts into functions that it compiles. */
const NAME = 'window.__name = (made) => made';

export type PutPage = (address: string, html: string) => void;

/** Runs a chat of `texts`, drawn in turn, on fresh pages. @throws where a card stands of which `chat` says nothing */
export async function measureChat(
  context: BrowserContext,
  put: PutPage,
  chat: BenchChat,
  texts: readonly string[],
): Promise<Costs> {
  const { url } = chat.page.expected;
  const load = async (html: string) => {
    const page = await context.newPage();
    await page.addInitScript(NAME);
    const session = await context.newCDPSession(page);
    put(url, html);
    const script = await traceScript(session, async () => {
      await page.goto(url);
      await page.waitForTimeout(SETTLE_MS);
    });
    return { page, session, script };
  };
  const empty = await load(NO_CHAT);
  const feed = await measureFeed(empty.page, empty.session);
  await empty.page.close();
  const { page, session, script: opening } = await load(chat.page.html);
  try {
    await refuseCards(page, chat, 'the chat was opened');
    // All rows are drawn: in one that `content-visibility` leaves out each question for a place or a style makes a layout of its own.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const grow = async (phase: Phase) => {
      const { per, pause } = phase;
      const growth = { lines: linesOf(texts, phase), above: phase === HISTORY, per, pause, from: 1 };
      return traceScript(session, async () => {
        const grown = await page.evaluate(growChat, growthOf(chat, growth));
        if (grown !== phase.count) throw new Error(`only ${grown} rows could be added`);
        await page.waitForTimeout(SETTLE_MS);
        await untilStill(session);
      });
    };
    const arriving = await grow(ARRIVING);
    await refuseCards(page, chat, 'messages arrived');
    const history = await grow(HISTORY);
    await refuseCards(page, chat, 'history was scrolled in');
    const longestCall = Math.max(arriving.longestOurs, history.longestOurs);
    return {
      ...{ start: empty.script, feed, opening },
      ...{ arriving: arriving.sum, history: history.sum, longestCall },
    };
  } finally {
    await page.close();
  }
}

async function refuseCards(page: Page, { hasNotice }: BenchChat, since: string): Promise<void> {
  const fault = cardFault(await standingCard(page), hasNotice, since);
  if (fault !== null) throw new Error(fault);
}

/** Script time while a long page without a chat changes. */
async function measureFeed(page: Page, session: CDPSession): Promise<number> {
  await page.evaluate(({ posts, per }) => {
    const post = `<article>${'<span>a</span>'.repeat(per)}</article>`;
    document.querySelector('main')?.insertAdjacentHTML('beforeend', post.repeat(posts));
  }, FEED);
  await page.waitForTimeout(SETTLE_MS);
  const { sum } = await traceScript(session, async () => {
    await page.evaluate(async ({ changes, pause }) => {
      for (let done = 0; done < changes; done += 1) {
        await new Promise((resolve) => setTimeout(resolve, pause));
        document.querySelector('main')?.append(document.createElement('article'));
      }
    }, FEED);
    await page.waitForTimeout(SETTLE_MS);
  });
  return sum;
}

/** What is cut off would look cheap. */
async function untilStill(session: CDPSession): Promise<void> {
  let before = await taskTime(session);
  for (let times = 0; times < STILL.most; times += 1) {
    await new Promise((resolve) => setTimeout(resolve, STILL.every));
    const now = await taskTime(session);
    if (now - before < STILL.ms) return;
    before = now;
  }
  throw new Error('the page did not come to rest');
}

function growthOf({ adapter, id, text }: BenchChat, growth: Omit<Growth, 'row' | 'id' | 'text'>): Growth {
  return { row: adapter.row, id, text, ...growth };
}

/** All that the thread did. Of script alone the counter leaves out what runs behind an `await`. */
async function taskTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
}
