// One list of one conversation: which of its rows are due, and which is the lowest that was read.
import type { Adapter, OpenConversation } from './adapter';
import { FIRST_BATCH_MS, OPENING_MS } from './history';
import type { Queue } from './queue';
import { allRows, countAbove, highestRead, isAfter, lastRows, lowestRead, rowsOf, textIn } from './rows';
import type { Seen } from './seen';
import { createTally, type Tally } from './tally';

export type ReadChat = {
  readonly conversation: OpenConversation;
  readonly adapter: Adapter;
  readonly seen: Seen;
};

/** Rows to read, in page order, and what was true of the page when they were collected. */
export type Batch = {
  readonly rows: readonly Element[];
  next: number;
  /** So many of them, the first ones, stood above the lowest row that was read before. */
  readonly above: number;
  /** So many of those, the first ones, stood above all that was read before. */
  readonly atTop: number;
  /** True where they are the chat as it was found, and not what came to it later. */
  readonly asFound: boolean;
  readonly sinceOpened: number;
  /** Rows that were read before them. */
  readonly readBefore: number;
};

/** Everything that belongs to one list of one conversation; dropped as a whole. */
export type Session = ReadChat & {
  readonly observer: MutationObserver;
  readonly openedAt: number;
  readonly readElements: WeakSet<Element>;
  readonly tally: Tally;
  batch: Batch | null;
  /** The lowest row that was read, and its text then. */
  lowest: Element | null;
  lowestText: string;
  /** The row read last that may be lower than `lowest`. */
  lastRead: Element | null;
  /** The lowest row when the list was opened, and its text then: it may be left before anything was read. */
  readonly standing: Element | null;
  readonly standingText: string;
  /** So many rows were read, some of them perhaps again. */
  readings: number;
  /** True where nothing of the chat was read on an earlier visit. */
  readonly firstVisit: boolean;
  /** Ids read since a jump to another part of the chat, until a row from before it is met; null where there was none. */
  adrift: Set<string> | null;
  /** Where the row that was told last was scrolled in, if it was: the next one there goes on from it. */
  run: 'top' | 'between' | 'below' | null;
  /** True once rows were told of another part of the chat: nobody knows what the highest row stands above. */
  isAway: boolean;
  /** When its first rows were collected, as `openedAt`; null before. */
  filledAt: number | null;
  /** Ids first read in this session while the chat was as found; the others were known from an earlier visit. */
  readonly found: Set<string>;
  afterKnown: boolean;
};

/** A session starts with nothing read in this list; `seen` may know the conversation from before. */
export function createSession(chat: ReadChat, observer: MutationObserver): Session {
  const [standing = null] = lastRows(chat.conversation.list, chat.adapter.row, 1);
  return {
    ...chat,
    standing,
    standingText: standing ? textIn(standing) : '',
    observer,
    openedAt: performance.now(),
    readElements: new WeakSet(),
    tally: createTally(),
    batch: null,
    lowest: null,
    lowestText: '',
    lastRead: null,
    readings: 0,
    firstVisit: chat.seen.size === 0,
    adrift: null,
    run: null,
    isAway: false,
    filledAt: null,
    found: new Set(),
    afterKnown: false,
  };
}

/** Listens to all that can change what a row says. Twice the same root counts once. */
export function observe(observer: MutationObserver, root: Node, { rowAttributes }: Adapter): void {
  observer.observe(root, {
    childList: true,
    subtree: true,
    characterData: true,
    ...(rowAttributes ? { attributes: true, attributeFilter: [...rowAttributes] } : {}),
  });
}

/** The rows that are due, or null. */
export function collect(session: Session, taken: ReturnType<Queue['take']>): Batch | null {
  const { list } = session.conversation;
  const { row } = session.adapter;
  const rows = taken.all ? allRows(list, row) : rowsOf(taken.nodes, list, row);
  if (rows.length === 0) return null;
  // A rescan reads everything again, so what was read before it still bounds what is above.
  const batch = new Set(taken.all ? [] : rows);
  const keeps = !taken.all && session.lowest && !batch.has(session.lowest) && list.contains(session.lowest);
  if (!keeps) setLowest(session, lowestRead(list, row, session.readElements, batch));
  // No row that was read is left, and a single new one may be the first after all others vanished.
  const isJump = session.lowest === null && session.readings > 0 && rows.length > 1;
  if (isJump) session.adrift ??= new Set();
  // What is scrolled in above next is a piece of its own; below, it goes on until the next jump.
  if (isJump || session.run !== 'below') session.run = null;
  const above = countAbove(rows, session.lowest);
  return {
    rows,
    next: 0,
    above,
    atTop: above === 0 ? 0 : countAbove(rows, highestRead(list, row, session.readElements, batch)),
    asFound: isAsFound(session, taken.all),
    sinceOpened: performance.now() - session.openedAt,
    readBefore: session.readings,
  };
}

/**
 * A busy page or a hidden tab gives its first rows long after the chat was opened, a slow answer too: the time counts from
 * them. A chat that stays empty for long is a new one, and what comes then has just been sent.
 */
function isAsFound(session: Session, whole: boolean): boolean {
  const at = performance.now();
  if (session.filledAt === null) {
    const wasEmpty = !whole && at - session.openedAt > OPENING_MS;
    session.filledAt = wasEmpty ? Number.NEGATIVE_INFINITY : at;
  }
  return at - session.filledAt <= FIRST_BATCH_MS;
}

function setLowest(session: Session, row: Element | null): void {
  session.lowest = row;
  session.lowestText = row ? textIn(row) : '';
}

/** A row of a chat that is left, and its text then. The page may let go of the row. */
export type OldRow = { readonly row: WeakRef<Element>; readonly text: string };

/** The last row that was read, or before any was the lowest. */
export function oldRowOf({ lowest, lowestText, standing, standingText }: Session): OldRow | null {
  const row = lowest ?? standing;
  return row && { row: new WeakRef(row), text: lowest ? lowestText : standingText };
}

/** Whether it still stands unchanged in `list`. */
export function isStillIn(list: OpenConversation['list'], old: OldRow | null): boolean {
  const row = old?.row.deref();
  return row !== undefined && list.contains(row) && textIn(row) === old?.text;
}

/** After a slice: the lowest row may be another now. Asked once a slice, since comparing places walks over siblings. */
export function settleLowest(session: Session): void {
  const { lastRead, lowest } = session;
  session.lastRead = null;
  if (lastRead && (!lowest || lowest === lastRead || isAfter(lowest, lastRead))) setLowest(session, lastRead);
}
