// For tests: the page of a flow (flow-harness.ts). It tells the content script what a watcher would find there.
import { vi } from 'vitest';
import type { Message } from '../../engine/types';
import type { OpenConversation } from '../../page/adapter';
import type { Arrival, WatchEvents, WatchPage } from '../../page/watch-types';
import { ADAPTER } from './flow-stand-ins';

export const DAY = 24 * 60 * 60 * 1000;

/** Nothing is watched until `watchPage` is called. `now` is the clock by which messages are said. */
export function createFlowPage(now: () => number) {
  let events: WatchEvents | null = null;
  let watching = new AbortController().signal;
  let count = 0;
  const watchPage: WatchPage = (options) => {
    events = options.events;
    watching = options.signal;
  };
  const page = (): WatchEvents => {
    if (events === null) throw new Error('the page is not watched');
    return events;
  };
  const say = (text: string, change: Partial<Message> = {}, history = false, pane = 0): void => {
    count += 1;
    const message: Message = {
      id: `m${count}`,
      author: 'peer',
      speaker: 'other',
      text,
      at: now(),
      ...change,
    };
    const arrival: Arrival = { message, history, inOrder: history };
    page().onMessages([arrival], pane);
  };
  return {
    watchPage,
    /** What a tab's test does with its page. */
    acts: {
      ...{ page, say },
      /** True while the page is watched. */
      isReading: () => events !== null && !watching.aborted,
      ready: () => vi.waitFor(() => page()),
      open(
        change: Partial<OpenConversation> = {},
        facts: Parameters<WatchEvents['onConversation']>[2] = [],
        pane = 0,
      ) {
        page().onConversation(conversationOf(change), ADAPTER, facts, pane);
        page().onHealth({ state: 'reading', rows: 1 }, ADAPTER);
      },
      /** The chat of a pane is closed. */
      leave: (pane = 0) => page().onConversation(null, ADAPTER, [], pane),
      /** A message of five days ago, which the page shows as history. */
      sayEarlier: (text: string) => say(text, { at: now() - 5 * DAY }, true),
    },
  };
}

export function conversationOf(change: Partial<OpenConversation> = {}): OpenConversation {
  const list = document.createElement('div');
  return {
    ...{ list, peer: '5550001111', weak: false, group: false, title: 'Dara', composer: null, pane: list },
    request: false,
    ...change,
  };
}
