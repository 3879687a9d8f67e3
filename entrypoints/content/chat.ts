// One open conversation: its memory from the background, its messages through the engine, what follows to the judge.
import { type Conversation, createConversation } from '../../engine/conversation';
import type { Detector } from '../../engine/detector';
import { SENSITIVITY } from '../../engine/sensitivity';
import type { ConversationMemory, Level } from '../../engine/types';
import type { Adapter, ContactFact, OpenConversation, RequestFlag } from '../../page/adapter';
import { withRequested } from '../../page/risk-facts';
import type { Arrival } from '../../page/watch-types';
import { conversationKey, createFingerprint } from '../../utils/keys';
import { dayOf, mergeMemory } from '../../utils/memory';
import type { Answers } from '../../utils/messages';
import { reportError } from '../../utils/report-error';
import { SNOOZE_MS } from '../../utils/snooze';
import { askUntilAnswered, type Link } from './background-link';
import type { CardHost } from './card-host';
import type { ChatCards } from './cards';
import { inSlices } from './in-slices';
import { createJudge } from './judge';
import { type KeptChat, type KeptChats, knowsMore } from './kept-chats';
import { createMemoryWriter } from './memory-writer';
import { createPlacing } from './placing';
import { createRequestMemory } from './request-memory';
import type { Told } from './shown-cards';
import { addSpeaker, type Who } from './speakers';
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

/** Rows wait so long for the memory of the conversation; then they are read without it, until it comes, in milliseconds. */
const OPEN_WAIT_MS = 2_000;

/** Rows read meanwhile that are kept for a memory that comes late; where there were more, it is joined with what they left. */
const EARLY_KEPT = 500;

/** Rows come right after a chat is opened: one card for all of it, not a notice that a warning replaces at once. */
const ROWS_WAIT_MS = 500;

/** Opens a conversation. Rows may be added at once; they wait for the memory. */
export function createChat(options: ChatOptions): Chat {
  const { adapter, key, link, cards, now } = options;
  const { group, peer, weak } = options.conversation;
  const id = conversationKey(key, peer);
  let isRead = false;
  /** Memory that was written but never read does not work: what fails is said until then. */
  const onMemory = (works: boolean) => {
    if (isRead || !works) options.onMemory(works);
  };
  const memory = createMemoryWriter({ link, conversation: id, weak, onResult: onMemory });
  let { conversation } = options;
  const kept = options.kept.open(options.conversation);
  /** What was seen before the chat was opened this time. */
  const left = kept?.engine.memory() ?? null;
  const { signals } = options.hello.rules;
  /** Whether what this page knows holds what is remembered: its engine is then the better one, and knows the present too. */
  const holdsAll = (here: ConversationMemory, remembered: ConversationMemory | null) =>
    remembered === null || (kept !== null && !knowsMore(remembered, here, signals));
  let { person } = conversation;
  let engine: Conversation | null = null;
  let waiting: Arrival[] = [];
  /** What was read without the memory, which may still come; null once it came. */
  let early: Arrival[] | null = null;
  let who: Who = kept?.who ?? (group ? 'someone' : 'person');
  let hasRead = false;
  /** The level before the row that is read next. */
  let before: Level = 'calm';
  /** A message of the rows at hand asked for help. */
  let crisis = false;
  let snoozeTouched = false;
  /** As the background last told it. What a tap here set differs from it in a private window, where nothing is kept. */
  let keptSnooze = kept?.keptSnooze ?? null;
  const ended = new AbortController();
  let closed = false;

  const placing = createPlacing(cards, adapter.row, () => conversation);
  const judge = createJudge({
    show: (assessment, facts, how) => {
      cards.show(id, assessment, { facts, who, how });
      placing.card();
    },
    isCardShown: cards.isShown,
    onWarning: (warning) => void link.ask({ type: 'warned', conversation: id, ...warning }),
    onView: (view) => options.onView({ ...view, who }),
    now,
    stood: options.stood,
    unheard: options.unheard,
  });
  const rows = inSlices({
    each: read,
    after: judgeRows,
    onError: (error) => reportError('chat: rows', error),
  });
  const requests = createRequestMemory(link, key);
  let onPage = options.facts;
  let requested: readonly RequestFlag[] = [];
  const setFacts = () => {
    judge.setFacts(group ? [] : withRequested(onPage, requested));
    if (conversation.request && !group) requests.note(peer, onPage);
  };

  async function open(): Promise<void> {
    const late = setTimeout(() => {
      if (closed) return;
      early = [];
      start(null);
    }, OPEN_WAIT_MS);
    void requestedOf(options, person, ended.signal).then(addRequested);
    const question = { type: 'open', conversation: id } as const;
    const answer = await askUntilAnswered(link, question, ended.signal, () => {
      if (!closed) onMemory(false);
    });
    clearTimeout(late);
    if (closed || answer === null) return;
    isRead = true;
    onMemory(true);
    judge.remember({ shown: answer.shown, day: dayOf(now()), cards: answer.shownToday });
    requested = [...new Set([...requested, ...answer.requested])];
    setFacts();
    takeSnooze(answer.snoozedUntil, !snoozeTouched); // a tap may have come before this answer
    if (engine === null) start(answer.memory);
    else startAgain(answer.memory);
  }

  /** What the background says of a snooze, where it is news: of one that was set in a private window it knows nothing. */
  function takeSnooze(until: number | null, holds = true): void {
    const snooze = until === keptSnooze ? judge.snoozedUntil : until;
    keptSnooze = until;
    if (holds) judge.setSnooze(snooze);
  }

  function renewSnooze(): void {
    void link.ask({ type: 'open', conversation: id }).then((reply) => {
      if (reply !== null && !closed) takeSnooze(reply.answer.snoozedUntil);
    });
  }

  function addRequested(flags: readonly RequestFlag[]): void {
    if (flags.length === 0 || closed) return;
    requested = [...new Set([...requested, ...flags])];
    setFacts();
    if (engine !== null) judge.judge(engine.assessment(), false);
  }

  /** The memory came late: what was read without it is read again with it. */
  function startAgain(remembered: Answers['open']['memory']): void {
    const read = early ?? [];
    early = null;
    if (engine === null || holdsAll(engine.memory(), remembered)) return;
    const isWhole = read.length <= EARLY_KEPT;
    engine = createEngine(options, id, joined(isWhole ? left : engine.memory(), remembered));
    for (const { message, history, edited = false } of isWhole ? read : [])
      engine.add(message, { history, edited });
    before = engine.assessment().level;
    judge.judge(engine.assessment(), false);
  }

  function start(remembered: Answers['open']['memory']): void {
    if (engine !== null) return;
    const isKept = left !== null && kept?.day === dayOf(now()) && holdsAll(left, remembered);
    engine = (isKept ? kept?.engine : null) ?? createEngine(options, id, joined(left, remembered));
    before = engine.assessment().level;
    const arrived = waiting;
    waiting = [];
    if (arrived.length > 0) rows.add(arrived);
    else setTimeout(judgeWithoutRows, ROWS_WAIT_MS);
  }

  /** A chat whose rows are slow or none: what memory and facts say stands alone. */
  function judgeWithoutRows(): void {
    if (engine !== null && !hasRead && !closed) judge.judge(engine.assessment(), false);
  }

  function read(arrival: Arrival): void {
    if (engine === null) return;
    if (early !== null && early.length <= EARLY_KEPT) early.push(arrival);
    const { message, history, edited = false } = arrival;
    hasRead = true;
    if (!history) before = engine.assessment().level; // of history it is asked once for all rows
    const { level, crisis: calls } = engine.add(message, { history, edited });
    who = addSpeaker(who, message, { group, rose: level !== before });
    before = level;
    crisis ||= calls;
  }

  /** Once for all rows that came together, so that a page full of them gives one card. */
  function judgeRows(): void {
    if (engine === null) return;
    const assessment = engine.assessment();
    before = assessment.level;
    if (!closed) judge.judge(assessment, crisis);
    crisis = false;
    if (!group) memory.save(engine.memory);
  }

  function asItStands(engine: Conversation): KeptChat {
    const { told, snoozedUntil } = judge;
    return { engine, who, told, snoozedUntil, keptSnooze, day: dayOf(now()) };
  }

  if (kept !== null) {
    judge.remember(kept.told);
    judge.setSnooze(kept.snoozedUntil);
  }
  setFacts();
  open().catch((error) => reportError('chat: open', error));

  return {
    add(arrivals) {
      if (engine === null) waiting.push(...arrivals);
      else rows.add(arrivals);
      placing.cardSoon();
    },
    update(changed, facts) {
      conversation = changed;
      onPage = facts;
      if (changed.person !== person) {
        person = changed.person; // a page may name the person only once a picture or a row is there
        void requestedOf(options, person, ended.signal).then(addRequested);
      }
      setFacts();
      if (engine !== null) judge.judge(engine.assessment(), false);
      placing.card();
    },
    snooze(on) {
      snoozeTouched = true;
      judge.setSnooze(on ? now() + SNOOZE_MS : null); // until the background answers with the exact end
      void link.ask({ type: 'snooze', conversation: id, on }).then((reply) => {
        onMemory(reply !== null);
        if (reply === null || closed) return;
        judge.setSnooze(reply.answer.snoozedUntil);
        renewSnooze(); // how it is kept: not at all in a private window
      });
    },
    renewSnooze,
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
      closed = true;
      ended.abort();
      placing.close();
      if (waiting.length > 0) start(null); // the page hands over no row twice
      rows.finish();
      rows.close();
      memory.flush();
      options.kept.leave(options.conversation, engine === null ? kept : asItStands(engine));
      cards.showPause(false);
      cards.remove();
    },
  };
}

/** What was noted of a request by the person's own id, on sites whose chats have another (Discord, Instagram). */
async function requestedOf(
  { conversation, key, link }: ChatOptions,
  person: string | undefined,
  signal: AbortSignal,
): Promise<readonly RequestFlag[]> {
  if (!person || conversation.group) return [];
  const question = { type: 'open', conversation: conversationKey(key, person) } as const;
  const answer = await askUntilAnswered(link, question, signal, () => {});
  return answer?.requested ?? [];
}

/** What either knows. */
function joined(a: ConversationMemory | null, b: ConversationMemory | null): ConversationMemory | null {
  return a === null || b === null ? (a ?? b) : mergeMemory(a, b);
}

function createEngine(
  { hello, detector, key, conversation, now }: ChatOptions,
  id: string,
  memory: Answers['open']['memory'],
): Conversation {
  const { signals, escalations } = hello.rules;
  return createConversation({
    ...{ detector, signals, escalations, memory, now, dayOf },
    group: conversation.group,
    fingerprint: createFingerprint(key, id),
    cautionFrom: SENSITIVITY[hello.settings.sensitivity],
  });
}
