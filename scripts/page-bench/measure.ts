// Script time of one chat page in a real browser: its start, a thousand messages that arrive, a long history scrolled in.
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import type { BenchChat } from './chats';
import { type Growth, growChat } from './grow-chat';

/** Script time on the page's main thread in milliseconds, in all worlds; and its tasks of more than 50 ms. */
export type Cost = { readonly script: number; readonly longTasks: number };
export type Costs = { readonly start: Cost; readonly arriving: Cost; readonly history: Cost };

/** 200 messages a second, ten at a time. */
const ARRIVING = { count: 1_000, per: 10, pause: 50 };
/** As a quick hand scrolls: fifty rows at once. */
const HISTORY = { count: 5_000, per: 50, pause: 20 };
/** Everything that rests or waits for an idle moment is done by then, in milliseconds. */
const SETTLE_MS = 3_000;

/** `__name` is what tsx puts into functions that it compiles. */
const LONG_TASKS = `window.__name = (made) => made; window.longTasks = [];
new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) window.longTasks.push(duration); })
  .observe({ type: 'longtask', buffered: true });`;

/** Runs a chat of `texts`, drawn in turn, on a fresh page. */
export async function measureChat(
  context: BrowserContext,
  chat: BenchChat,
  texts: readonly string[],
): Promise<Costs> {
  const page = await context.newPage();
  try {
    await page.addInitScript(LONG_TASKS);
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const watch = (run: () => Promise<unknown>) => cost(page, session, run);
    const start = await watch(() => page.goto(chat.page.expected.url));
    const grow = (above: boolean, { count, per, pause }: typeof ARRIVING) =>
      watch(async () => {
        const lines = Array.from({ length: count }, (_, index) => `${texts[index % texts.length]} ${index}`);
        const grown = await page.evaluate(growChat, growthOf(chat, { lines, above, per, pause, from: 1 }));
        if (grown !== count) throw new Error(`${chat.adapter.id}: only ${grown} rows could be added`);
      });
    const arriving = await grow(false, ARRIVING);
    const history = await grow(true, HISTORY);
    return { start, arriving, history };
  } finally {
    await page.close();
  }
}

/** Appends lines to the open page of a chat; for the check that it is read at all. */
export async function say(page: Page, chat: BenchChat, lines: readonly string[]): Promise<void> {
  await page.evaluate(growChat, growthOf(chat, { lines, above: false, per: 1, pause: 10, from: 500_000 }));
}

export function growthOf(
  { adapter, id, text }: BenchChat,
  growth: Omit<Growth, 'row' | 'id' | 'text'>,
): Growth {
  return { row: adapter.row, id, text, ...growth };
}

async function cost(page: Page, session: CDPSession, run: () => Promise<unknown>): Promise<Cost> {
  const before = await scriptTime(session);
  const tasksBefore = await page.evaluate('window.longTasks?.length ?? 0');
  await run();
  await page.waitForTimeout(SETTLE_MS);
  const tasks = Number(await page.evaluate('window.longTasks.length'));
  // A navigation begins a new page and new counts.
  const known = tasks >= Number(tasksBefore) ? Number(tasksBefore) : 0;
  return { script: (await scriptTime(session)) - before, longTasks: tasks - known };
}

async function scriptTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1_000;
}
