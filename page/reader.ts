// Reads the rows of the open conversation: the observer notes nodes, idle slices read them, each row once.
import type { Adapter, OpenConversation } from './adapter';
import type { Guard } from './guard';
import { FIRST_BATCH_MS, isHistory } from './history';
import { createQueue, REST_MS } from './queue';
import { allRows, isAfter, lowestRead, rowsOf } from './rows';
import type { Schedule } from './schedule';
import type { Seen } from './seen';
import { createTally, type Tally } from './tally';
import type { Arrival } from './watch-types';

/** A slice ends after so many rows or milliseconds, whichever comes first (uBlock Origin Lite's figures). */
const SLICE_ROWS = 64;
const SLICE_MS = 4;

export type Reading = {
  readonly conversation: OpenConversation;
  readonly adapter: Adapter;
  readonly seen: Seen;
};

export type Reader = {
  /** Starts on a conversation, or on a new list of the same one. */
  open(reading: Reading): void;
  close(): void;
  /** Goes on after a pause; everything is looked at again, since what changed meanwhile was not trusted. */
  resume(): void;
  /** True where the last row that was read still stands unchanged in `list`. */
  holdsOldRows(list: Element): boolean;
  problem(): 'no-rows' | 'no-direction' | null;
};

type Options = {
  readonly schedule: Schedule;
  readonly guard: Guard;
  readonly now: () => number;
  /** Asked before each slice: do page and address still say the same conversation? */
  readonly mayRead: () => boolean;
  readonly onArrivals: (arrivals: readonly Arrival[]) => void;
  /** After a slice, for health. */
  readonly onSlice: () => void;
};

/** Rows to read, in page order, and what was true of the page when they were collected. */
type Batch = {
  readonly rows: readonly Element[];
  next: number;
  readonly lowest: Element | null;
  readonly sinceOpened: number;
};

/** Everything that belongs to one list of one conversation; dropped as a whole. */
type Session = Reading & {
  readonly observer: MutationObserver;
  readonly openedAt: number;
  readonly readElements: WeakSet<Element>;
  readonly tally: Tally;
  batch: Batch | null;
  /** The lowest row that was read, and its text then. */
  lowest: Element | null;
  lowestText: string;
  /** Ids first read in this session while the chat was as found; the others were known from an earlier visit. */
  readonly found: Set<string>;
  afterKnown: boolean;
};

export function createReader(options: Options): Reader {
  const { schedule, guard } = options;
  const queue = createQueue();
  let session: Session | null = null;
  let scheduled = false;

  const wake = (how: 'rest' | 'idle'): void => {
    if (scheduled) return;
    scheduled = true;
    const run = () => {
      scheduled = false;
      pump();
    };
    if (how === 'idle') schedule.idle(run);
    else schedule.after(REST_MS, () => schedule.idle(run));
  };

  const note = (records: readonly MutationRecord[]): void => {
    const at = performance.now();
    for (const record of records) noteRecord(record, (node, deep) => queue.note(node, deep, at));
    if (!queue.isEmpty) wake('rest');
  };

  const pump = (): void => {
    if (!session || !options.mayRead() || !session) return; // mayRead may close or reopen the session
    const current: Session = session;
    current.batch ??= collect(current, queue.take(performance.now()));
    const arrivals = current.batch ? readSlice(current, current.batch, options) : [];
    if (current.batch && current.batch.next >= current.batch.rows.length) current.batch = null;
    if (arrivals.length > 0) options.onArrivals(arrivals);
    if (session !== current) return;
    options.onSlice();
    if (current.batch) wake('idle');
    else if (!queue.isEmpty) wake('rest');
  };

  const close = (): void => {
    session?.observer.disconnect();
    session = null;
    queue.clear();
  };

  const rescan = (): void => {
    if (session) session.batch = null;
    queue.noteAll(performance.now());
    wake('rest');
  };

  return {
    open(reading) {
      close();
      const observer = new MutationObserver((records) => guard.tell('observe', () => note(records)));
      session = createSession(reading, observer);
      observe(observer, reading);
      rescan();
    },
    close,
    resume: rescan,
    holdsOldRows(list) {
      const lowest = session?.lowest;
      return Boolean(lowest && list.contains(lowest) && lowest.textContent === session?.lowestText);
    },
    problem: () => (session ? session.tally.problem(session.conversation.list, session.adapter.row) : null),
  };
}

function createSession(reading: Reading, observer: MutationObserver): Session {
  return {
    ...reading,
    observer,
    openedAt: performance.now(),
    readElements: new WeakSet(),
    tally: createTally(),
    batch: null,
    lowest: null,
    lowestText: '',
    found: new Set(),
    afterKnown: false,
  };
}

function observe(observer: MutationObserver, { conversation, adapter }: Reading): void {
  const attributes = adapter.rowAttributes;
  observer.observe(conversation.list, {
    childList: true,
    subtree: true,
    characterData: true,
    ...(attributes ? { attributes: true, attributeFilter: [...attributes] } : {}),
  });
}

/** Added elements may hold rows; whatever else changed counts for the row around it. */
function noteRecord(record: MutationRecord, note: (node: Element, deep: boolean) => void): void {
  for (const node of record.addedNodes) if (node.nodeType === 1) note(node as Element, true);
  const target = record.target.nodeType === 1 ? (record.target as Element) : record.target.parentElement;
  if (target) note(target, false);
}

function collect(
  session: Session,
  taken: { all: boolean; nodes: Parameters<typeof rowsOf>[0] },
): Batch | null {
  const { list } = session.conversation;
  const { row } = session.adapter;
  const rows = taken.all ? allRows(list, row) : rowsOf(taken.nodes, list, row);
  if (rows.length === 0) return null;
  const batch = new Set(rows);
  const keeps = session.lowest && !batch.has(session.lowest) && list.contains(session.lowest);
  // A rescan reads everything again, so what was read before it still bounds what is above.
  if (taken.all) setLowest(session, lowestRead(list, row, session.readElements, new Set()));
  else if (!keeps) setLowest(session, lowestRead(list, row, session.readElements, batch));
  return { rows, next: 0, lowest: session.lowest, sinceOpened: performance.now() - session.openedAt };
}

function setLowest(session: Session, row: Element | null): void {
  session.lowest = row;
  session.lowestText = row?.textContent ?? '';
}

function readSlice(session: Session, batch: Batch, options: Options): Arrival[] {
  const start = performance.now();
  const arrivals: Arrival[] = [];
  for (let count = 0; count < SLICE_ROWS && batch.next < batch.rows.length; count += 1) {
    const row = batch.rows[batch.next];
    batch.next += 1;
    const arrival = row ? readRow(row, session, batch, options) : null;
    if (arrival) arrivals.push(arrival);
    if (performance.now() - start >= SLICE_MS) break;
  }
  return arrivals;
}

function readRow(row: Element, session: Session, batch: Batch, { guard, now }: Options): Arrival | null {
  const { adapter, conversation, seen, tally } = session;
  if (!conversation.list.contains(row)) return null;
  const reading = guard.run(adapter, 'read', () => adapter.read(row, conversation), null);
  if (!reading || reading.text === '') {
    tally.nothing(row.textContent?.length ?? 0);
    return null;
  }
  tally.read(reading.speaker !== 'unknown');
  session.readElements.add(row);
  if (!session.lowest || session.lowest === row || isAfter(session.lowest, row)) setLowest(session, row);
  const sight = seen.see(reading.id, reading.text);
  if (sight === 'same') {
    session.afterKnown ||= !session.found.has(reading.id);
    return null;
  }
  const { sinceOpened } = batch;
  if (sinceOpened <= FIRST_BATCH_MS) session.found.add(reading.id);
  const above = sight === 'new' && batch.lowest !== null && isAfter(row, batch.lowest);
  const history = isHistory({
    at: reading.at,
    now: now(),
    above,
    sinceOpened,
    afterKnown: session.afterKnown,
  });
  return { message: { ...reading }, history };
}
