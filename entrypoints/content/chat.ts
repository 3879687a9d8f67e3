// One open conversation: messages in, an assessment, a decision, a card, and what the background may know of it.
import { type Conversation, createConversation, SENSITIVITY } from '../../engine/conversation';
import { decide, type Shown } from '../../engine/decide';
import type { Detector } from '../../engine/detector';
import { louder } from '../../engine/levels';
import type { Assessment, Level } from '../../engine/types';
import type { Adapter, ContactFact, OpenConversation } from '../../page/adapter';
import type { Arrival } from '../../page/watch-types';
import { conversationKey, createFingerprint } from '../../utils/keys';
import { dayOf } from '../../utils/memory';
import type { Answers } from '../../utils/messages';
import { reportError } from '../../utils/report-error';
import type { Link } from './background-link';
import type { Cards } from './cards';
import { createMemoryWriter } from './memory-writer';
import { withFacts } from './notice';
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
  readonly cards: Cards;
  readonly now: () => number;
  /** True where a card stood open a moment ago (the language was changed): it is shown again, and not counted again. */
  readonly showAgain: boolean;
  /** Level, facts or snooze changed. */
  onChange(view: ChatView): void;
  onMemory(works: boolean): void;
};

export type Chat = {
  add(arrivals: readonly Arrival[]): void;
  update(conversation: OpenConversation, facts: readonly ContactFact[]): void;
  /** Asks for quiet about this contact for 30 days, or ends it. */
  snooze(on: boolean): void;
  /** Opens the card of the present level, where there is one: a person asked for it. */
  showCard(): void;
  /** Hands memory to the background now: the page may go away. */
  flush(): void;
  close(): void;
};

/** Rows wait so long for the memory of the conversation; then they are read without it, in milliseconds. */
const OPEN_WAIT_MS = 2_000;

/** The crisis card comes back after this long at the earliest, in milliseconds. Known to this page alone. */
const CRISIS_REST_MS = 30 * 60 * 1000;

/** As `decide` names cards. */
const STAGES_NAMED = 3;

const NOTHING_SHOWN: Shown = { stages: {}, cards: {} };
const SNOOZE_GUESS_MS = 30 * 24 * 60 * 60 * 1000; // until the background answers with the exact end

/** Opens a conversation. Rows may be added at once; they wait for the memory. */
export function createChat(options: ChatOptions): Chat {
  const { adapter, hello, key, link, cards, now } = options;
  let { conversation, facts } = options;
  const id = conversationKey(key, conversation.peer);
  const memory = createMemoryWriter({
    link,
    conversation: id,
    weak: conversation.weak,
    onResult: options.onMemory,
  });
  let engine: Conversation | null = null;
  let waiting: Arrival[] = [];
  let assessment: Assessment | null = null;
  let held: Level = 'calm';
  let shown: Shown = NOTHING_SHOWN;
  let snoozedUntil: number | null = null;
  let snoozeTouched = false;
  let crisisAt: number | null = null;
  let who: Who = conversation.group ? 'someone' : 'person';
  let showAgain = options.showAgain;
  let closed = false;

  function start(remembered: Answers['open']['memory']): void {
    if (engine !== null || closed) return;
    engine = createConversation({
      detector: options.detector,
      signals: hello.rules.signals,
      escalations: hello.rules.escalations,
      group: conversation.group,
      memory: remembered,
      fingerprint: createFingerprint(key, id),
      now,
      cautionFrom: SENSITIVITY[hello.settings.sensitivity],
    });
    settle(engine.assessment(), false);
    const arrived = waiting;
    waiting = [];
    if (arrived.length > 0) read(arrived, engine);
  }

  async function open(): Promise<void> {
    const late = setTimeout(() => start(null), OPEN_WAIT_MS);
    const reply = await link.ask({ type: 'open', conversation: id });
    clearTimeout(late);
    if (closed) return;
    options.onMemory(reply !== null);
    if (reply !== null) {
      shown = reply.answer.shown;
      if (!snoozeTouched) snoozedUntil = reply.answer.snoozedUntil; // a tap may have come before this answer
    }
    start(reply?.answer.memory ?? null);
  }

  /** Reads a slice and decides once, so that a page full of rows gives one card. */
  function read(arrivals: readonly Arrival[], into: Conversation): void {
    let crisis = false;
    for (const { message, history } of arrivals) {
      const before = assessment?.level ?? 'calm';
      assessment = into.add(message, { history });
      who = addSpeaker(who, message, { group: conversation.group, rose: assessment.level !== before });
      crisis ||= assessment.crisis;
    }
    settle(into.assessment(), crisis);
    if (!conversation.group) memory.save(into.memory());
  }

  function settle(next: Assessment, crisis: boolean): void {
    assessment = next;
    const today = dayOf(now());
    const judged = withFacts(next, conversation.group ? [] : facts, today);
    if (wasShownToday(judged, shown, today)) held = louder(held, judged.level);
    const decision = decide({ assessment: judged, held, shown, today, snoozed: isSnoozed() });
    held = decision.level;
    if (decision.card !== null && decision.card.level !== 'calm') {
      show(judged, crisis);
      const { level, key: card, stages } = decision.card;
      shown = noteShown(shown, card, stages, today);
      void link.ask({ type: 'warned', conversation: id, level, card, stages });
    } else if (showAgain && judged.level !== 'calm') show(judged, crisis);
    else if (held === 'danger' && !cards.isShown()) show(judged, crisis, 'folded'); // help stays one tap away
    showAgain &&= judged.level === 'calm';
    if (crisis) openDoor(judged);
    options.onChange(view());
  }

  function show(judged: Assessment, crisis: boolean, how: 'open' | 'folded' | 'by-person' = 'open'): void {
    cards.show(id, { ...judged, crisis }, { facts, who, how });
    placeCard();
  }

  /** The child's own words of despair. Nothing of it is counted, stored or sent anywhere. */
  function openDoor(judged: Assessment): void {
    if (crisisAt !== null && now() - crisisAt < CRISIS_REST_MS) return;
    crisisAt = now();
    show(judged, true, 'by-person');
  }

  function placeCard(): void {
    if (!cards.isShown()) return;
    const rows = conversation.list.querySelectorAll(adapter.row);
    cards.place(conversation.pane, conversation.composer, rows[rows.length - 1] ?? null);
  }

  function isSnoozed(): boolean {
    return snoozedUntil !== null && snoozedUntil > now();
  }

  function view(): ChatView {
    const seen = assessment?.reasons.map(({ signal, count, lastDay }) => ({ signal, count, lastDay })) ?? [];
    const past = assessment?.past ?? false;
    return {
      level: held,
      past,
      crisis: crisisAt !== null,
      seen,
      facts,
      snoozedUntil: isSnoozed() ? snoozedUntil : null,
    };
  }

  open().catch((error) => reportError('chat: open', error));

  return {
    add(arrivals) {
      if (engine === null) waiting.push(...arrivals);
      else read(arrivals, engine);
      placeCard();
    },
    update(changed, changedFacts) {
      conversation = changed;
      facts = changedFacts;
      if (assessment !== null) settle(assessment, false);
      placeCard();
    },
    snooze(on) {
      snoozeTouched = true;
      snoozedUntil = on ? now() + SNOOZE_GUESS_MS : null;
      if (on && held !== 'danger') cards.remove();
      options.onChange(view());
      void link.ask({ type: 'snooze', conversation: id, on }).then((reply) => {
        options.onMemory(reply !== null);
        if (reply === null || closed) return;
        ({ snoozedUntil } = reply.answer);
        options.onChange(view());
      });
    },
    showCard() {
      if (assessment === null) return;
      const judged = withFacts(assessment, facts, dayOf(now()));
      if (judged.level !== 'calm' || crisisAt !== null) show(judged, crisisAt !== null, 'by-person');
    },
    flush: memory.flush,
    close() {
      closed = true;
      memory.flush();
      cards.remove();
    },
  };
}

/** True where today's cards said this already: before a reload, or in another tab. A rise to it is then no news. */
function wasShownToday({ level, because, reasons }: Assessment, shown: Shown, today: number): boolean {
  const stages = [...new Set(reasons.map(({ stage }) => stage))].slice(0, STAGES_NAMED);
  const card = `${level} ${because ?? stages.join(' ')}`;
  const isKnown = card in shown.cards || `${card} past` in shown.cards;
  return isKnown && stages.every((stage) => shown.stages[stage] === today);
}

function noteShown(shown: Shown, card: string, stages: readonly string[], today: number): Shown {
  return {
    stages: { ...shown.stages, ...Object.fromEntries(stages.map((stage) => [stage, today])) },
    cards: { ...shown.cards, [card]: (shown.cards[card] ?? 0) + 1 },
  };
}
