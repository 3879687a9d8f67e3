// One reading of the page: from the background's `hello` to cards, in the order of the data flow (docs/architecture.md).
import { rankOf } from '../../engine/levels';
import type { Level } from '../../engine/types';
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
import { createDesk } from './desk';
import { createKeptChats, type ToldOf } from './kept-chats';
import { createPauseWatch, type PauseWatch } from './pause';
import { createReady } from './ready';
import { createRequestMemory } from './request-memory';
import { NOTHING_TOLD } from './shown-cards';
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

/** One of the chats that stand side by side. */
type Pane = {
  chat: Chat | null;
  view: ChatView | null;
  pauseHidden: boolean;
  readonly pause: PauseWatch;
};
type OnUpdate = NonNullable<WatchEvents['onUpdate']>;

const levelOf = ({ view }: Pane): Level => view?.level ?? 'calm';

/** Reads the page until `signal` aborts. Null where there is nothing to read it with; the status says why. */
export function startReading(
  options: ReadingOptions,
  first: Answers['hello'],
  { signal, stood, unheard }: Start,
): Reading | null {
  const { document, status, link, now } = options;
  let hello = first;
  const key = keyFromBase64(hello.key);
  if (key === null || hello.packs === 0) {
    status.set({ state: 'broken', why: key === null ? 'no-background' : 'no-packs' });
    return null;
  }
  const ready = createReady(options, signal, tellHealth);
  let health: Parameters<WatchEvents['onHealth']> | null = null;

  /** Chats by pane: on most sites there is one. */
  const panes = new Map<number, Pane>();
  const kept = createKeptChats();
  let isFirst = true;
  const t = createTranslator(hello.catalogue, hello.language);
  const host = options.createCardHost({
    document,
    t,
    language: hello.language,
    signal,
    onAction: (action) => {
      if (action.type === 'i-know') frontPane()?.chat?.snooze(true);
      if (action.type === 'close' && desk.front !== null) desk.of(desk.front).remove(); // the next in line comes up
      if (action.type === 'open-help') void link.ask(action);
      if (action.type === 'hide-pause') for (const pane of panes.values()) pane.pauseHidden = true;
      if (action.type === 'evicted') reportError('card: the page removed it', null);
    },
  });
  const cards = createCards(host, t, () => hello);
  const requestMemory = createRequestMemory(link, key);
  const desk = createDesk(cards);
  const loudest = (): Pane | undefined =>
    [...panes.values()].toSorted((a, b) => rankOf(levelOf(b)) - rankOf(levelOf(a)))[0];
  const frontPane = (): Pane | undefined => panes.get(desk.front ?? -1) ?? loudest();

  function createPane(): Pane {
    const pane: Pane = {
      ...{ chat: null, view: null, pauseHidden: false },
      pause: createPauseWatch({
        document,
        signal,
        isDue: () => !pane.pauseHidden && wantsPause(pane.view),
        onPicture: () => pane.chat?.pause(),
      }),
    };
    return pane;
  }

  /** What the page said last, but where nothing can be read whatever it says. */
  function tellHealth(): void {
    if (health === null) return;
    const [said, adapter] = health;
    status.set({ ...(ready.isStuck() ? {} : stateOf(said)), adapter });
  }

  const openChat = ready.later(
    (detector, ...[conversation, adapter, facts, index]: Parameters<WatchEvents['onConversation']>) => {
      const pane = panes.get(index) ?? createPane();
      panes.set(index, pane);
      pane.chat?.close();
      Object.assign(pane, { chat: null, view: null, pauseHidden: false });
      status.set({ chat: loudest()?.view ?? null });
      pane.pause.follow(conversation, adapter.attaching ?? null);
      if (conversation === null) return;
      const stoodHere = isFirst ? stood : 'none';
      isFirst = false;
      pane.chat = createChat({
        ...{ conversation, adapter, facts, hello, key, detector, link, kept, now, stood: stoodHere },
        unheard: unheard?.(conversation) ?? NOTHING_TOLD,
        cards: desk.of(index),
        onView: (changed) => {
          pane.view = changed;
          status.set({ chat: loudest()?.view ?? null });
          pane.pause.renew();
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
      onConversation(conversation, adapter, facts, pane) {
        if (conversation !== null || ready.isBegun()) openChat(conversation, adapter, facts, pane);
      },
      onUpdate: ready.later((_, ...[conversation, adapter, facts, index]: Parameters<OnUpdate>) => {
        const pane = panes.get(index);
        pane?.pause.follow(conversation, adapter.attaching ?? null);
        pane?.chat?.update(conversation, facts);
      }),
      onMessages: ready.later((_, ...[arrivals, pane]: Parameters<WatchEvents['onMessages']>) => {
        if (link.isAlive()) panes.get(pane)?.chat?.add(arrivals);
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
  const each = (run: (chat: Chat) => void) => {
    for (const { chat } of panes.values()) if (chat !== null) run(chat);
  };
  document.addEventListener('visibilitychange', () => each((chat) => chat.flush()), { signal });
  signal.addEventListener('abort', () => each((chat) => chat.close()), { once: true });
  return {
    chat: () => loudest()?.chat ?? null,
    forget: () => each((chat) => chat.forget()),
    told: kept.told,
    leave: host.leave,
    cardState: () => host.state,
    renew(changed) {
      hello = changed;
      cards.renewHelp();
      each((chat) => chat.renewSnooze());
    },
  };
}

/** From `caution` on; a contact whom the person knows ("I know this person") is quiet but in `danger`. */
function wantsPause(view: ChatView | null): boolean {
  return view?.level === 'danger' || (view?.level === 'caution' && view.snoozedUntil === null);
}
