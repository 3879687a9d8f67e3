// The rows of one chat through its engine. They wait for what is remembered of it; where that comes late, they are read
// without it, and once more with it.
import type { Conversation } from '../../engine/conversation';
import type { Assessment, ConversationMemory, Level } from '../../engine/types';
import type { Arrival } from '../../page/watch-types';
import { reportError } from '../../utils/report-error';
import type { ChatEngines } from './chat-engines';
import { inSlices } from './in-slices';
import { addSpeaker, leastKnown, type Who } from './speakers';

export type ChatRows = {
  add(arrivals: readonly Arrival[]): void;
  /** Takes what is remembered of the chat, or null: the rows need wait no longer. */
  remember(memory: ConversationMemory | null): void;
  /** Waits no longer: they are read without it, until it comes. */
  start(): void;
  /** Judges once more, where the engine has started: something beside the rows has changed. */
  renew(): void;
  /** Reads now all that still waits: the page may go away. */
  finish(): void;
  close(): void;
  /** Null until it has started. */
  readonly engine: Conversation | null;
  readonly who: Who;
};

type RowsOptions = {
  readonly engines: ChatEngines;
  readonly group: boolean;
  /** Of whom was spoken as the chat was left. */
  readonly who: Who | undefined;
  /** Once it has aborted nothing is judged, but what was read is saved. */
  readonly signal: AbortSignal;
  /** Takes what the chat adds up to now. `crisis`: a message of the rows at hand asked for help. */
  judge(assessment: Assessment, crisis: boolean): void;
  /** Rows were read: there is something to remember. */
  save(engine: Conversation): void;
};

/** Rows read without the memory that are kept for it; where there were more, it is joined with what they left. */
const EARLY_KEPT = 500;

/** Rows come right after a chat is opened: one card for all of it, not a notice that a warning replaces at once. */
const ROWS_WAIT_MS = 500;

export function createChatRows({ engines, group, signal, judge, save, ...options }: RowsOptions): ChatRows {
  let engine: Conversation | null = null;
  let waiting: Arrival[] = [];
  /** What was read without the memory, which may still come; null once it came. */
  let early: Arrival[] | null = null;
  let who = options.who ?? (group ? 'someone' : 'person');
  let hasRead = false;
  /** The level before the row that is read next. */
  let before: Level = 'calm';
  /** Who wrote the rows at hand that were scrolled in: they are judged together. */
  let scrolledBy: Who | null = null;
  /** A message of the rows at hand asked for help. */
  let crisis = false;
  const slices = inSlices({
    each: read,
    after: judgeRows,
    onError: (error) => reportError('chat: rows', error),
  });

  function startWith(memory: ConversationMemory | null): void {
    engine = engines.first(memory);
    before = engine.assessment().level;
    const arrived = waiting;
    waiting = [];
    if (arrived.length > 0) slices.add(arrived);
    else setTimeout(() => hasRead || renew(), ROWS_WAIT_MS); // slow or none: what memory and facts say stands alone
  }

  /** The memory came late: what was read without it is read again with it. */
  function startAgain(started: Conversation, memory: ConversationMemory | null): void {
    const rows = early ?? [];
    early = null;
    const next = engines.again(started, memory, rows.length <= EARLY_KEPT ? rows : null);
    if (next === null) return;
    engine = next;
    before = engine.assessment().level;
    renew();
  }

  function read(arrival: Arrival): void {
    if (engine === null) return;
    if (early !== null && early.length <= EARLY_KEPT) early.push(arrival);
    const { message, ...coming } = arrival;
    hasRead = true;
    if (!coming.history) before = engine.assessment().level; // of history it is asked once for all rows
    const { level, crisis: calls } = engine.add(message, coming);
    who = addSpeaker(who, message, { group, rose: level !== before });
    if (coming.run !== undefined && message.speaker !== 'self')
      scrolledBy = leastKnown(scrolledBy, addSpeaker(who, message, { group, rose: true }));
    before = level;
    crisis ||= calls;
  }

  /** Once for all rows that came together, so that a page full of them gives one card. */
  function judgeRows(): void {
    if (engine === null) return;
    const assessment = engine.assessment();
    if (scrolledBy !== null && assessment.level !== before) who = scrolledBy;
    scrolledBy = null;
    before = assessment.level;
    if (!signal.aborted) judge(assessment, crisis);
    crisis = false;
    save(engine);
  }

  function renew(): void {
    if (engine !== null && !signal.aborted) judge(engine.assessment(), false);
  }

  return {
    add(arrivals) {
      if (engine === null) waiting.push(...arrivals);
      else slices.add(arrivals);
    },
    remember(memory) {
      if (engine === null) startWith(memory);
      else startAgain(engine, memory);
    },
    start() {
      if (engine !== null) return;
      early = [];
      startWith(null);
    },
    renew,
    finish: slices.finish,
    close() {
      if (waiting.length > 0) startWith(null); // the page hands over no row twice
      slices.finish();
      slices.close();
    },
    get engine() {
      return engine;
    },
    get who() {
      return who;
    },
  };
}
