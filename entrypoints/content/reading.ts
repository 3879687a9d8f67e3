// One reading of the page: from the background's `hello` to cards, in the order of the data flow (design.md, section 3).
import type { Adapter } from '../../page/adapter';
import type { WatchEvents, WatchPage } from '../../page/watch-types';
import { createTranslator } from '../../utils/i18n';
import { keyFromBase64 } from '../../utils/keys';
import type { Answers } from '../../utils/messages';
import { reportError } from '../../utils/report-error';
import type { Link } from './background-link';
import type { CardHost, CardHostOptions } from './card-host';
import { createCards } from './cards';
import { type Chat, createChat } from './chat';
import { createPauseWatch } from './pause';
import { createReady } from './ready';
import { createRequestMemory } from './request-memory';
import { type ChatView, type Status, stateOf } from './status';

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
  /** The conversation that is open, or null. */
  chat(): Chat | null;
  /** True while a card stands open. */
  hasOpenCard(): boolean;
  /** Takes settings that need no new start. */
  renew(hello: Answers['hello']): void;
};

/** Reads the page until `signal` aborts. Null where there is nothing to read it with; the status says why. */
export function startReading(
  options: ReadingOptions,
  first: Answers['hello'],
  { signal, showAgain }: { readonly signal: AbortSignal; readonly showAgain: boolean },
): Reading | null {
  const { document, status, link, now } = options;
  let hello = first;
  const key = keyFromBase64(hello.key);
  if (key === null || hello.rules.packs.length === 0) {
    status.set({ state: 'broken', why: key === null ? 'no-background' : 'no-packs' });
    return null;
  }
  const ready = createReady(hello, options, signal);

  let chat: Chat | null = null;
  let view: ChatView | null = null;
  let pauseHidden = false;
  let isFirst = true;
  const t = createTranslator(hello.catalogue, hello.language);
  const host = options.createCardHost({
    document,
    t,
    language: hello.language,
    signal,
    onAction: (action) => {
      if (action.type === 'i-know') chat?.snooze(true);
      if (action.type === 'open-help') void link.ask(action);
      if (action.type === 'hide-pause') pauseHidden = true;
      if (action.type === 'evicted') reportError('card: the page removed it', null);
    },
  });
  const cards = createCards(host, t, () => hello);
  const requestMemory = createRequestMemory(link, key);
  const pause = createPauseWatch({
    document,
    signal,
    isDue: () => !pauseHidden && wantsPause(view),
    onPicture: () => chat?.pause(),
  });

  const openChat = ready.later(
    (detector, ...[conversation, adapter, facts]: Parameters<WatchEvents['onConversation']>) => {
      chat?.close();
      chat = null;
      view = null;
      pauseHidden = false;
      status.set({ chat: null });
      pause.follow(conversation, adapter.attaching ?? null);
      if (conversation === null) return;
      const again = isFirst && showAgain;
      isFirst = false;
      chat = createChat({
        ...{ conversation, adapter, facts, hello, key, detector, link, cards, now, showAgain: again },
        onView: (changed) => {
          view = changed;
          status.set({ chat: changed });
          pause.renew();
        },
        onMemory: (works) => status.set({ memoryFailed: !works }),
      });
    },
  );

  options.watchPage({
    document,
    adapters: options.adapters,
    signal,
    now,
    onError: (error, where) => reportError(where, error),
    events: {
      onConversation(conversation, adapter, facts) {
        if (conversation !== null || ready.isBegun()) openChat(conversation, adapter, facts);
      },
      onUpdate: ready.later((_, conversation, adapter, facts) => {
        pause.follow(conversation, adapter.attaching ?? null);
        chat?.update(conversation, facts);
      }),
      onMessages: ready.later((_, arrivals) => {
        if (link.isAlive()) chat?.add(arrivals);
      }),
      onRequests(requests) {
        for (const { id, facts } of requests) requestMemory.note(id, facts);
        status.set({ requests: cards.showRequests(requests) });
      },
      onHealth(health, adapter) {
        if (!ready.hasFailed()) status.set({ ...stateOf(health), adapter });
      },
    },
  });
  document.addEventListener('visibilitychange', () => chat?.flush(), { signal });
  signal.addEventListener('abort', () => chat?.close(), { once: true });
  return {
    chat: () => chat,
    hasOpenCard: () => host.state === 'open',
    renew(changed) {
      hello = changed;
    },
  };
}

/** From `caution` on; a contact whom the person knows ("I know this person") is quiet but in `danger`. */
function wantsPause(view: ChatView | null): boolean {
  return view?.level === 'danger' || (view?.level === 'caution' && view.snoozedUntil === null);
}
