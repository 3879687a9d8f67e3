// One reading of the page: from the background's `hello` to cards, in the order of the data flow (docs/architecture.md).
import type { CardAction } from '../../components/card-actions';
import type { Adapter } from '../../page/adapter';
import type { WatchEvents, WatchPage } from '../../page/watch-types';
import { createTranslator } from '../../utils/i18n';
import { keyFromBase64 } from '../../utils/keys';
import type { Answers } from '../../utils/messages';
import { reportError } from '../../utils/report-error';
import type { Link } from './background-link';
import type { CardHost, CardHostOptions } from './card-host';
import { createCards } from './cards';
import type { Chat } from './chat';
import { createChats } from './chats';
import type { ToldOf } from './kept-chats';
import { createReady } from './ready';
import { createRequestMemory } from './request-memory';
import { type Status, stateOf } from './status';

export type ReadingOptions = {
  readonly document: Document;
  readonly adapters: readonly Adapter[];
  readonly watchPage: WatchPage;
  createCardHost(options: CardHostOptions): CardHost;
  readonly link: Link;
  readonly status: Status;
  readonly now: () => number;
};

export type Reading = {
  /** The conversation that is open, of several the loudest, which the popup speaks of; or null. */
  chat(): Chat | null;
  /** Hands over nothing more of any chat. */
  forget(): void;
  /** The cards of the chats that it showed, once it has ended. */
  told: () => ToldOf;
  /** The extension is gone: an open card of danger or despair outlives this reading. */
  leave(): void;
  /** How the card stands. */
  cardState(): CardHost['state'];
  /** Takes settings that need no new start. */
  renew(hello: Answers['hello']): void;
};

type Start = {
  readonly signal: AbortSignal;
  /** How a card stood before it. */
  readonly stood: CardHost['state'];
  /** The cards that were shown before it, where storage was away. */
  readonly unheard: ToldOf | undefined;
};

/** Reads the page until `signal` aborts. Null where there is nothing to read it with; the status says why. */
export function startReading(options: ReadingOptions, first: Answers['hello'], start: Start): Reading | null {
  const { document, status, link, now } = options;
  const { signal } = start;
  let hello = first;
  const key = keyFromBase64(hello.key);
  if (key === null || hello.packs === 0) {
    status.set({ state: 'broken', why: key === null ? 'no-background' : 'no-packs' });
    return null;
  }
  const { language } = hello;
  const t = createTranslator(hello.catalogue, language);
  const host = options.createCardHost({ document, t, language, signal, onAction });
  const cards = createCards(host, t, () => hello);
  const chats = createChats({ ...options, ...start, key, hello: () => hello, cards });
  const requestMemory = createRequestMemory(link, key);
  const ready = createReady(options, signal, tellHealth);
  let health: Parameters<WatchEvents['onHealth']> | null = null;

  function onAction(action: CardAction): void {
    chats.act(action);
    if (action.type === 'open-help') void link.ask(action);
    if (action.type === 'evicted') reportError('card: the page removed it', null);
  }

  /** What the page said last, but where nothing can be read whatever it says. */
  function tellHealth(): void {
    if (health === null) return;
    const [said, adapter] = health;
    status.set({ ...(ready.isStuck() ? {} : stateOf(said)), adapter });
  }

  const openChat = ready.later(chats.open);
  options.watchPage({
    document,
    adapters: options.adapters,
    signal,
    now,
    onError: (error, where) => reportError(where, error),
    events: {
      onConversation(...opened) {
        if (opened[0] !== null || ready.isBegun()) openChat(...opened);
      },
      onUpdate: ready.later((_, ...updated: Parameters<typeof chats.update>) => chats.update(...updated)),
      onMessages: ready.later((_, ...added: Parameters<typeof chats.add>) => {
        if (link.isAlive()) chats.add(...added);
      }),
      onRequests(requests) {
        for (const { id, facts } of requests) requestMemory.note(id, facts);
        status.set({ requests: cards.showRequests(requests) });
      },
      onHealth(...said) {
        health = said;
        tellHealth();
      },
    },
  });
  document.addEventListener('visibilitychange', () => chats.each((chat) => chat.flush()), { signal });
  signal.addEventListener('abort', () => chats.each((chat) => chat.close()), { once: true });
  return {
    chat: chats.loudest,
    forget: () => chats.each((chat) => chat.forget()),
    told: chats.told,
    leave: host.leave,
    cardState: () => host.state,
    renew(changed) {
      hello = changed;
      cards.renewHelp();
      chats.each((chat) => chat.renewSnooze());
    },
  };
}
