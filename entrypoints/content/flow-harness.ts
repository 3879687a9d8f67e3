// For tests: the whole way of a message, from the watcher's events to storage and back, with the real link, router,
// handlers and store, and with stand-ins for the page's watcher and the card host.
import { afterEach, beforeEach, expect, onTestFinished, vi } from 'vitest';
import { prepareRules } from '../../engine/prepare';
import type { PreparedRules } from '../../engine/rules';
import { NO_AGE_WORDS } from '../../engine/test-rules';
import type { Message } from '../../engine/types';
import type { HelpData, HelpLine } from '../../help/types';
import { type Adapter, defineAdapter, type OpenConversation } from '../../page/adapter';
import type { Arrival, WatchEvents, WatchPage } from '../../page/watch-types';
import type { FromPages, FromPopup, PageStructure, TabReport, ToBackground } from '../../utils/messages';
import { NO_POLICY } from '../background/policy-parse';
import { createLink } from './background-link';
import { createFlowBackground, type FlowBackground } from './flow-background';
import { createFakeHost } from './flow-host';
import { runContent } from './run-content';

const NOW = Date.UTC(2026, 10, 25, 20);
export const DAY = 24 * 60 * 60 * 1000;

/** Mild stand-ins: one word a signal, so that the tests say what they mean. */
export const RULES: PreparedRules = prepareRules({
  signals: {
    'secrecy.dont-tell': { stage: 'secrecy', weight: 5 },
    'media.more': { stage: 'media', weight: 5 },
    'threat.publish': { stage: 'threat', weight: 6 },
    'crisis.despair': { stage: 'crisis', weight: 0 },
  },
  escalations: [
    {
      ...{ id: 'threat-alone', level: 'danger', all: [['threat.publish']] },
      ...{ within: { messages: 50, days: 7 }, unknownAuthor: true, needs: null, unless: [], without: [] },
    },
  ],
  learned: null,
  packs: [
    {
      ...{
        language: 'en',
        gap: 3,
        lists: {},
        spellings: {},
        ownWords: [],
        endings: [],
        otherWords: '',
        ages: NO_AGE_WORDS,
        gates: [],
        lessons: [],
      },
      signals: [
        { id: 'secrecy.dont-tell', speaker: 'other', phrases: ['quiet about this'], unless: [] },
        { id: 'media.more', speaker: 'other', phrases: ['picture please'], unless: [] },
        { id: 'threat.publish', speaker: 'other', phrases: ['everyone will see'], unless: [] },
        { id: 'crisis.despair', speaker: 'self', phrases: ['cannot go on'], unless: [] },
      ],
    },
  ],
});

const line: HelpLine = {
  ...{ id: 'line', kind: 'crisis', name: 'Line', nativeName: null, phone: '000', press: null, sms: null },
  ...{ textKeyword: null, email: null, url: null, chatUrl: null, hours: 'always', hoursZone: null },
  ...{ languages: ['en'], forWhom: 'child', anonymous: true, free: true, confidence: 'high', asOf: null },
  ...{ dialled: null, unverifiedFields: [], limits: [], standsIn: null, emergency: false },
};
const none = { first: null, members: [], lines: [] };
const HELP: HelpData = {
  countries: [{ country: 'KH', first: 'kh', members: [], lines: [{ ...line, id: 'kh', phone: '111' }] }],
  international: { country: 'INT', first: 'line', members: [], lines: [line] },
  europe: { country: 'EU', ...none },
  routes: [],
};

export const ADAPTER: Adapter = defineAdapter({
  ...{
    id: 'telegram-k',
    service: 'telegram',
    name: 'Telegram Web K',
    matches: ['https://web.telegram.org/*'],
  },
  ...{ evidence: { from: 'source', seenLive: null }, reads: ['threads'], row: '.row' },
  covers: () => true,
  expectsConversation: () => true,
  open: () => null,
  read: () => null,
});

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
  const sent: ToBackground[] = [];
  let events: WatchEvents | null = null;
  let watching = new AbortController().signal;
  let tabListener: ((message: unknown) => Promise<TabReport | PageStructure | null> | undefined) | null =
    null;
  const world = {
    alive: true,
    reachable,
    /** So long the memory of a chat takes to come, in milliseconds. */
    openTakes: 0,
    get now() {
      return background.state.now;
    },
    set now(at: number) {
      background.state.now = at;
    },
  };
  const tab = { id: 'ours', url: 'https://web.telegram.org/k/', frameId: 0, tab: { id: 5, incognito } };
  const runtime = {
    get id() {
      return world.alive ? 'ours' : undefined;
    },
    async sendMessage(message: unknown) {
      if (!world.alive) throw new Error('Extension context invalidated.');
      if (!world.reachable) throw new Error('Could not establish connection. Receiving end does not exist.');
      sent.push(structuredClone(message as ToBackground));
      if ((message as ToBackground).type === 'open' && world.openTakes > 0)
        await new Promise((resolve) => setTimeout(resolve, world.openTakes));
      return deliver(message, tab);
    },
  };
  const host = createFakeHost();
  const watchPage: WatchPage = (options) => {
    events = options.events;
    watching = options.signal;
  };

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

  let count = 0;
  const flow = {
    ...{ background, world, area, items: background.items, sent, badges, opened, host, stop },
    /** True while the page is watched. */
    isReading: () => events !== null && !watching.aborted,
    page: (): WatchEvents => {
      if (events === null) throw new Error('the page is not watched');
      return events;
    },
    ready: () => vi.waitFor(() => flow.page()),
    open(
      change: Partial<OpenConversation> = {},
      facts: Parameters<WatchEvents['onConversation']>[2] = [],
      pane = 0,
    ) {
      flow.page().onConversation(conversationOf(change), ADAPTER, facts, pane);
      flow.page().onHealth({ state: 'reading', rows: 1 }, ADAPTER);
    },
    /** The chat of a pane is closed. */
    leave: (pane = 0) => flow.page().onConversation(null, ADAPTER, [], pane),
    say(text: string, change: Partial<Message> = {}, history = false, pane = 0) {
      count += 1;
      const message: Message = {
        id: `m${count}`,
        author: 'peer',
        speaker: 'other',
        text,
        at: world.now,
        ...change,
      };
      const arrival: Arrival = { message, history };
      flow.page().onMessages([arrival], pane);
    },
    /** A message of five days ago, which the page shows as history. */
    sayEarlier: (text: string) => flow.say(text, { at: world.now - 5 * DAY }, true),
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
      (tabListener?.({ type: 'structure' }) ?? Promise.resolve(null)) as Promise<PageStructure | null>,
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

export function conversationOf(change: Partial<OpenConversation> = {}): OpenConversation {
  const list = document.createElement('div');
  return {
    ...{ list, peer: '5550001111', weak: false, group: false, title: 'Dara', composer: null, pane: list },
    request: false,
    ...change,
  };
}
