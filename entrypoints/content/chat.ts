// One open conversation: its memory from the background, its messages through the engine, what follows to the judge.
import type { Detector } from '../../engine/detector';
import type { Adapter, ContactFact, OpenConversation } from '../../page/adapter';
import type { Arrival } from '../../page/watch-types';
import { conversationKey } from '../../utils/keys';
import { dayOf } from '../../utils/memory';
import type { Answers, ToBackground } from '../../utils/messages';
import { reportError } from '../../utils/report-error';
import { askUntilAnswered, type Link } from './background-link';
import type { CardHost } from './card-host';
import type { ChatCards } from './cards';
import { createChatEngines } from './chat-engines';
import { createChatMemory } from './chat-memory';
import { createChatRows } from './chat-rows';
import { createChatSnooze } from './chat-snooze';
import { createContactFacts } from './contact-facts';
import type { KeptChat, KeptChats } from './kept-chats';
import { createPageJudge } from './page-judge';
import { createPlacing } from './placing';
import type { Told } from './shown-cards';
import type { ChatView } from './status';

export type ChatOptions = {
  readonly conversation: OpenConversation;
  readonly adapter: Adapter;
  readonly facts: readonly ContactFact[];
  readonly hello: Answers['hello'];
  /** The service's key, from `hello`. */
  readonly key: Uint8Array;
  readonly detector: Detector;
  readonly link: Link;
  readonly cards: ChatCards;
  /** The chats that this page showed before. */
  readonly kept: KeptChats;
  /** The cards that this page showed of it while storage was away. */
  readonly unheard: Told;
  readonly now: () => number;
  /** Aborts once the page is read no longer. */
  readonly reading: AbortSignal;
  /** How a card stood before a new start. */
  readonly stood: CardHost['state'];
  /** Level, facts or snooze changed. */
  onView(view: ChatView): void;
  /** Whether memory could be read or written just now. */
  onMemory(works: boolean): void;
};

export type Chat = {
  add(arrivals: readonly Arrival[]): void;
  update(conversation: OpenConversation, facts: readonly ContactFact[]): void;
  /** Asks for quiet about this contact for 30 days, or ends it. The card stays: it says what the quiet means. */
  snooze(on: boolean): void;
  /** Takes a snooze that was set or ended elsewhere: in another tab, or by our page of choices. */
  renewSnooze(): void;
  /** Opens the card of the present level, where there is one: a person asked for it. */
  showCard(): void;
  /** A picture is about to be sent: shows the pause beside the composer. */
  pause(): void;
  /** Hands memory to the background now: the page may go away. */
  flush(): void;
  /** Hands over nothing more: the person had everything forgotten. */
  forget(): void;
  close(): void;
};

/** Opens a conversation. Rows may be added at once; they wait for the memory. */
export function createChat(options: ChatOptions): Chat {
  const { adapter, key, link, cards, now } = options;
  const { group, peer, weak } = options.conversation;
  const id = conversationKey(key, peer);
  const kept = options.kept.open(options.conversation);
  let { conversation } = options;
  const ended = new AbortController();
  const { signal } = ended;

  const memory = createChatMemory({
    ...{ link, conversation: id, weak, signal },
    onMemory: options.onMemory,
  });
  const rows = createChatRows({
    engines: createChatEngines({ ...options, id, group, kept }),
    group,
    who: kept?.who,
    signal,
    judge: (assessment, crisis) => judge.judge(assessment, crisis),
    save(engine) {
      if (!group) memory.save(engine.memory);
    },
  });
  const placing = createPlacing(cards, adapter.row, () => conversation);
  const judge = createPageJudge({
    show: (assessment, facts, how) => {
      cards.show(id, assessment, { facts, who: rows.who, how });
      placing.card();
    },
    isCardShown: cards.isShown,
    onWarning: (warning) => void tellWarning({ type: 'warned', conversation: id, ...warning }),
    onView: (view) => options.onView({ ...view, who: rows.who }),
    now,
    stood: options.stood,
    unheard: options.unheard,
  });
  if (kept !== null) {
    judge.remember(kept.told);
    judge.setSnooze(kept.snoozedUntil);
  }
  const snooze = createChatSnooze({
    ...{ conversation: id, link, judge, now, signal, onMemory: memory.note },
    kept: kept?.keptSnooze ?? null,
  });
  const facts = createContactFacts(options, judge, signal, rows.renew);

  /** Until it is heard, though the chat is left meanwhile: it is what a parent's note and the weeks are made of. */
  async function tellWarning(warning: Extract<ToBackground, { type: 'warned' }>): Promise<void> {
    let hasWaited = false;
    await askUntilAnswered(link, warning, options.reading, () => {
      hasWaited = true;
      memory.note(false);
    });
    if (hasWaited && !options.reading.aborted) memory.note(true);
  }

  /** Takes what is remembered of it. */
  function take(answer: Answers['open']): void {
    judge.remember({ shown: answer.shown, day: dayOf(now()), cards: answer.shownToday });
    facts.add(answer.requested);
    snooze.open(answer.snoozedUntil);
    rows.remember(answer.memory);
  }

  function asItStands(): KeptChat | null {
    const { engine, who } = rows;
    const { told, snoozedUntil } = judge;
    return engine && { engine, who, told, snoozedUntil, keptSnooze: snooze.kept, day: dayOf(now()) };
  }

  memory.open(rows.start, take).catch((error) => reportError('chat: open', error));

  return {
    add(arrivals) {
      rows.add(arrivals);
      placing.cardSoon();
    },
    update(changed, shown) {
      conversation = changed;
      facts.update(changed, shown);
      rows.renew();
      placing.card();
    },
    snooze: snooze.set,
    renewSnooze: snooze.renew,
    showCard: judge.showCard,
    pause() {
      cards.showPause(true);
      placing.all();
    },
    flush() {
      rows.finish();
      memory.flush();
    },
    forget: memory.drop,
    close() {
      ended.abort();
      placing.close();
      rows.close();
      memory.flush();
      options.kept.leave(options.conversation, asItStands() ?? kept);
      cards.showPause(false);
      cards.remove();
    },
  };
}
