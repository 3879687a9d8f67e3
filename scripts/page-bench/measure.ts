// Script time of one chat page in a real browser: the site without a chat, also as a long page that changes, a chat that is
// opened, a thousand messages that arrive, a long history that is scrolled in.
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import type { BenchChat } from './chats';
import { type Growth, growChat } from './grow-chat';
import { type ScriptTime, traceScript } from './trace';

/** Script time on the page's main thread in milliseconds, in all worlds. */
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

/** 200 messages a second, ten at a time. */
const ARRIVING = { count: 1_000, per: 10, pause: 50 };
/** As a quick hand scrolls: fifty rows at once. */
const HISTORY = { count: 5_000, per: 50, pause: 20 };
/** Everything that rests or waits for an idle moment is done by then on an idle machine, in milliseconds. */
const SETTLE_MS = 3_000;
/** A busy machine takes longer: until so little script runs in such a time, and at the latest after so many times. */
const STILL = { ms: 2, every: 1_000, most: 120 };
/** What a site shows before a chat is chosen. */
const NO_CHAT = '<!doctype html><html lang="en"><body><main><h1>Hello</h1></main></body></html>';

/** A feed that was scrolled for long, ten changes a second for five seconds: 21,000 elements. */
const FEED = { posts: 1_000, per: 20, changes: 50, pause: 100 };

/** What tsx puts into functions that it compiles. */
const NAME = 'window.__name = (made) => made';

/** The lines of so many rows: texts in turn, each with its number. */
const linesOf = (texts: readonly string[], count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${texts[index % texts.length]} ${index}`);

/** What arrives in the chat, in order. */
export const arrivingLines = (texts: readonly string[]) => linesOf(texts, ARRIVING.count);

export type PutPage = (address: string, html: string) => void;

/** Runs a chat of `texts`, drawn in turn, on fresh pages. */
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
    // All rows are drawn: in one that `content-visibility` leaves out each question for a place or a style makes a layout of its own.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const grow = async (above: boolean, { count, per, pause }: typeof ARRIVING) => {
      const lines = linesOf(texts, count);
      const before = await scriptTime(session);
      const { longestOurs } = await traceScript(session, async () => {
        const grown = await page.evaluate(growChat, growthOf(chat, { lines, above, per, pause, from: 1 }));
        if (grown !== count) throw new Error(`${chat.adapter.id}: only ${grown} rows could be added`);
        await page.waitForTimeout(SETTLE_MS);
        await untilStill(session);
      });
      return { script: (await scriptTime(session)) - before, longestOurs };
    };
    const arriving = await grow(false, ARRIVING);
    const history = await grow(true, HISTORY);
    const longestCall = Math.max(arriving.longestOurs, history.longestOurs);
    return {
      ...{ start: empty.script, feed, opening },
      ...{ arriving: arriving.script, history: history.script, longestCall },
    };
  } finally {
    await page.close();
  }
}

/** Script time while a long page without a chat changes. */
async function measureFeed(page: Page, session: CDPSession): Promise<number> {
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.evaluate(({ posts, per }) => {
    const post = `<article>${'<span>a</span>'.repeat(per)}</article>`;
    document.querySelector('main')?.insertAdjacentHTML('beforeend', post.repeat(posts));
  }, FEED);
  await page.waitForTimeout(SETTLE_MS);
  const before = await scriptTime(session);
  await page.evaluate(async ({ changes, pause }) => {
    for (let done = 0; done < changes; done += 1) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      document.querySelector('main')?.append(document.createElement('article'));
    }
  }, FEED);
  await page.waitForTimeout(SETTLE_MS);
  return (await scriptTime(session)) - before;
}

/** What is cut off would look cheap. */
async function untilStill(session: CDPSession): Promise<void> {
  let before = await scriptTime(session);
  for (let times = 0; times < STILL.most; times += 1) {
    await new Promise((resolve) => setTimeout(resolve, STILL.every));
    const now = await scriptTime(session);
    if (now - before < STILL.ms) return;
    before = now;
  }
  throw new Error('the page did not come to rest');
}

function growthOf({ adapter, id, text }: BenchChat, growth: Omit<Growth, 'row' | 'id' | 'text'>): Growth {
  return { row: adapter.row, id, text, ...growth };
}

/** The rows themselves grow behind an `await`, which this counter leaves out: what is left is what reads them. */
async function scriptTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1_000;
}
