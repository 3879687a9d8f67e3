// For tests: the whole way of a message, from the watcher's events to storage and back, with the real link, router,
// handlers and store, and with stand-ins for the page's watcher and the card host.

import { afterEach, beforeEach, expect, onTestFinished, vi } from 'vitest';
import type { PreparedRules } from '../../engine/rules';
import { STRUCTURE_WORDS } from '../../page/structure-words';
import type { ToBackground } from '../../utils/messages';
import type { FromPages } from '../../utils/page-messages';
import type { FromPopup, PageStructure, TabReport } from '../../utils/tab-messages';
import { NO_POLICY } from '../background/policy-parse';
import type { TabAnswer } from './answer-tab';
import { createLink } from './background-link';
import { createFlowBackground, type FlowBackground } from './flow-background';
import { createFakeHost } from './flow-host';
import { createFlowPage } from './flow-page';
import { ADAPTER, HELP, RULES } from './flow-stand-ins';
import { createFlowTab } from './flow-tab';
import { runContent } from './run-content';

const NOW = Date.UTC(2026, 10, 25, 20);

export type Flow = ReturnType<typeof createFlow>;

/**
 * A tab on Telegram with our content script in it. `items` is storage; another flow over it is a reload of the browser,
 * one `beside` another is a second tab of the same browser.
 */
export function createFlow(
  items: Record<string, unknown> = {},
  {
    rules = RULES,
    reachable = true,
    incognito = false,
    beside = null as { readonly background: FlowBackground } | null,
  } = {},
) {
  const background = beside?.background ?? createCheckedBackground(items, rules);
  const { area, badges, opened, deliver } = background;
  const stop = new AbortController();
  let tabListener: ((message: unknown) => TabAnswer) | null = null;
  const { world, sent, runtime } = createFlowTab(background, { reachable, incognito });
  const { watchPage, acts } = createFlowPage(() => world.now);
  const host = createFakeHost();

  runContent({
    document,
    adapters: [ADAPTER],
    watchPage,
    createCardHost: host.create,
    link: createLink(
      () => runtime,
      () => stop.abort(),
    ),
    onMessage(answer) {
      tabListener = answer;
      background.tabs.add(answer);
      return () => {
        tabListener = null;
        background.tabs.delete(answer);
      };
    },
    now: () => world.now,
    signal: stop.signal,
  });

  const flow = {
    ...{ background, world, area, items: background.items, sent, badges, opened, host, stop },
    ...acts,
    /** The messages of one type that the background was sent. */
    sentOf: <Type extends ToBackground['type']>(type: Type) =>
      sent.filter((message) => message.type === type) as Extract<ToBackground, { type: Type }>[],
    /** The cards that the background was told of, by their names. */
    cards: () => flow.sentOf('warned').map(({ card }) => card),
    /** The keys under which storage remembers chats. */
    memoryKeys: () => Object.keys(background.items).filter((key) => key.startsWith('memory:')),
    ask: (message: FromPopup) =>
      (tabListener?.(message) ?? Promise.resolve(null)) as Promise<TabReport | null>,
    askForStructure: () =>
      (tabListener?.({ type: 'structure', words: STRUCTURE_WORDS }) ??
        Promise.resolve(null)) as Promise<PageStructure | null>,
    report: async () => {
      const report = await flow.ask({ type: 'report' });
      if (report === null) throw new Error('no report');
      return report;
    },
    fromPopup: (message: FromPages) =>
      deliver(message, { id: 'ours', url: 'chrome-extension://ours/popup.html' }),
  };
  return flow;
}

/** Its test fails where a message was refused; one that expects that takes it out of `refused` (`splice`). */
function createCheckedBackground(items: Record<string, unknown>, rules: PreparedRules): FlowBackground {
  const first = { policy: NO_POLICY, now: NOW };
  const background = createFlowBackground({ ...{ items, rules, help: HELP, adapters: [ADAPTER] }, ...first });
  onTestFinished(() => expect(background.refused, 'messages that were refused').toEqual([]));
  return background;
}

type StartOptions = Parameters<typeof createFlow>[1] & { readonly items?: Record<string, unknown> };

/** A tab whose page is watched already; `items` and the others as for `createFlow`. */
export async function start({ items = {}, ...options }: StartOptions = {}): Promise<Flow> {
  const flow = createFlow(items, options);
  await flow.ready();
  return flow;
}

/** Gives each test of a file a clock of its own, which goes on by itself too. */
export function keepTime(): void {
  beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 10 }));
  afterEach(() => void vi.useRealTimers());
}

/** Lets answers come and timers run for so many milliseconds. */
export const pass = (ms = 50) => vi.advanceTimersByTimeAsync(ms);

/** Makes storage fail, or only what is written to it; answers how to mend it. */
export function breakStorage({ area }: Flow, what: 'all' | 'set' = 'all'): () => void {
  area.before = (call) => {
    if (what === 'all' || what === call) throw new Error('IO error');
  };
  return () => {
    area.before = () => {};
  };
}
