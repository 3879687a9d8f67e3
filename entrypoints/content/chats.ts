// The chats of a page that stand side by side, each with its card and its pause; on most sites there is one.
import type { CardAction } from '../../components/card-actions';
import type { Detector } from '../../engine/detector';
import { rankOf } from '../../engine/levels';
import type { Level } from '../../engine/types';
import type { WatchEvents } from '../../page/watch-types';
import type { Answers } from '../../utils/messages';
import type { Link } from './background-link';
import type { CardHost } from './card-host';
import type { Cards } from './cards';
import { type Chat, createChat } from './chat';
import { createDesk } from './desk';
import { createKeptChats, type ToldOf } from './kept-chats';
import { createPauseWatch, type PauseWatch } from './pause';
import { NOTHING_TOLD } from './shown-cards';
import type { ChatView, Status } from './status';

export type Chats = {
  /** Closes what was open in that pane, and opens the conversation, where there is one. */
  open(detector: Detector, ...opened: Parameters<WatchEvents['onConversation']>): void;
  update(...updated: Parameters<NonNullable<WatchEvents['onUpdate']>>): void;
  add(...added: Parameters<WatchEvents['onMessages']>): void;
  /** Takes what a person does on a card, as far as it concerns chats. */
  act(action: CardAction): void;
  /** Of several the one that the popup speaks of; null where none is open. */
  loudest(): Chat | null;
  each(run: (chat: Chat) => void): void;
  /** The cards of the chats that were left. */
  told(): ToldOf;
};

type ChatsOptions = {
  readonly document: Document;
  readonly signal: AbortSignal;
  readonly link: Link;
  /** The service's key, from `hello`. */
  readonly key: Uint8Array;
  readonly hello: () => Answers['hello'];
  readonly cards: Cards;
  readonly status: Status;
  readonly now: () => number;
  /** How a card stood before a new start. */
  readonly stood: CardHost['state'];
  /** The cards that were shown before it, where storage was away. */
  readonly unheard: ToldOf | undefined;
};

type Pane = {
  chat: Chat | null;
  view: ChatView | null;
  pauseHidden: boolean;
  /** Where it stands in the page. */
  element: Element | null;
  readonly pause: PauseWatch;
};

const levelOf = ({ view }: Pane): Level => view?.level ?? 'calm';

export function createChats({ document, signal, cards, status, ...options }: ChatsOptions): Chats {
  const panes = new Map<number, Pane>();
  const kept = createKeptChats();
  const desk = createDesk(cards, (index) =>
    [...panes].flatMap(([at, { element }]) => (at === index || element === null ? [] : [element])),
  );
  let { stood } = options;
  const loudest = (): Pane | undefined =>
    [...panes.values()].toSorted((a, b) => rankOf(levelOf(b)) - rankOf(levelOf(a)))[0];
  const front = (): Pane | undefined => panes.get(desk.front ?? -1) ?? loudest();
  const tell = () => status.set({ chat: loudest()?.view ?? null });

  function createPane(): Pane {
    const pane: Pane = {
      ...{ chat: null, view: null, pauseHidden: false, element: null },
      pause: createPauseWatch({
        document,
        signal,
        isDue: () => !pane.pauseHidden && wantsPause(pane.view),
        onPicture: () => pane.chat?.pause(),
      }),
    };
    return pane;
  }

  return {
    open(detector, conversation, adapter, facts, index) {
      const pane = panes.get(index) ?? createPane();
      panes.set(index, pane);
      pane.chat?.close();
      const element = conversation?.pane ?? null;
      Object.assign(pane, { chat: null, view: null, pauseHidden: false, element });
      desk.placeAgain();
      tell();
      pane.pause.follow(conversation, adapter.attaching ?? null);
      if (conversation === null) return;
      const stoodHere = stood;
      stood = 'none'; // it is known of the first chat alone
      pane.chat = createChat({
        ...options,
        ...{ conversation, adapter, facts, detector, kept, stood: stoodHere, reading: signal },
        hello: options.hello(),
        unheard: options.unheard?.(conversation) ?? NOTHING_TOLD,
        cards: desk.of(index),
        onView(view) {
          pane.view = view;
          tell();
          pane.pause.renew();
        },
        onMemory: (works) => status.set({ memoryFailed: !works }),
      });
    },
    update(conversation, adapter, facts, index) {
      const pane = panes.get(index);
      if (pane) pane.element = conversation.pane;
      pane?.pause.follow(conversation, adapter.attaching ?? null);
      pane?.chat?.update(conversation, facts);
    },
    add(arrivals, index) {
      panes.get(index)?.chat?.add(arrivals);
    },
    act({ type }) {
      if (type === 'fold') desk.makeRoom();
      if (type === 'i-know') front()?.chat?.snooze(true);
      if (type === 'close' && desk.front !== null) desk.of(desk.front).remove(); // the next in line comes up
      if (type === 'hide-pause') for (const pane of panes.values()) pane.pauseHidden = true;
    },
    loudest: () => loudest()?.chat ?? null,
    each(run) {
      for (const { chat } of panes.values()) if (chat !== null) run(chat);
    },
    told: kept.told,
  };
}

/** From `caution` on; a contact whom the person knows ("I know this person") is quiet but in `danger`. */
function wantsPause(view: ChatView | null): boolean {
  return view?.level === 'danger' || (view?.level === 'caution' && view.snoozedUntil === null);
}
