// Reads the rows of the open conversation: the observer notes nodes, idle slices read them, each row once.
import type { OpenConversation } from './adapter';
import { createAgreement } from './agreement';
import type { Guard } from './guard';
import { createQueue, REST_MS } from './queue';
import { readNext } from './read-next';
import { hostOf } from './rows';
import type { Schedule } from './schedule';
import {
  type Batch,
  collect,
  createSession,
  isStillIn,
  type OldRow,
  observe,
  oldRowOf,
  type ReadChat,
  type Session,
  settleLowest,
} from './session';
import type { Arrival } from './watch-types';

/** A slice ends after so many rows or milliseconds, whichever comes first (uBlock Origin Lite's figures). */
const SLICE_ROWS = 64;
const SLICE_MS = 4;

export type Reader = {
  /** Starts on a conversation, or on a new list of the same one. */
  open(chat: ReadChat): void;
  close(): void;
  /** Goes on after a pause; everything is looked at again, since what changed meanwhile was not trusted. */
  resume(): void;
  /** True where rows of the chat that is left still stand unchanged in `list`. */
  holdsOldRows(list: OpenConversation['list']): boolean;
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

export function createReader(options: Options): Reader {
  const { schedule, guard } = options;
  const queue = createQueue();
  let session: Session | null = null;
  /** Of the session that was closed last. */
  let left: OldRow | null = null;
  let scheduled = false;
  const agreement = createAgreement();

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
    agreement.change(at);
    for (const record of records) noteRecord(record, (node, deep) => queue.note(node, deep, at));
    if (!queue.isEmpty) wake('rest');
  };

  const pump = (): void => {
    if (!session) return;
    if (agreement.mustLook()) {
      if (!options.mayRead() || !session) return; // mayRead may close or reopen the session
      agreement.confirm();
    }
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
    if (session) left = oldRowOf(session);
    session = null;
    queue.clear();
  };

  const rescan = (): void => {
    if (session) session.batch = null;
    const at = performance.now();
    agreement.change(at);
    queue.noteAll(at);
    wake('rest');
  };

  return {
    open(chat) {
      close();
      const observer = new MutationObserver((records) => guard.tell('observe', () => note(records)));
      session = createSession(chat, observer);
      observe(observer, chat.conversation.list, chat.adapter);
      rescan();
    },
    close,
    resume: rescan,
    holdsOldRows: (list) => isStillIn(list, session ? oldRowOf(session) : left),
    problem: () => (session ? session.tally.problem(session.conversation.list, session.adapter.row) : null),
  };
}

/** Added elements may hold rows; whatever else changed counts for the row around it. */
function noteRecord(record: MutationRecord, note: (node: Element, deep: boolean) => void): void {
  const { addedNodes } = record;
  for (let index = 0; index < addedNodes.length; index += 1) {
    const node = addedNodes[index];
    if (node?.nodeType === 1) note(node as Element, true);
  }
  const target = record.target.nodeType === 3 ? record.target.parentNode : record.target;
  const element = hostOf(target) ?? target;
  if (element?.nodeType === 1) note(element as Element, false);
}

function readSlice(session: Session, batch: Batch, options: Options): Arrival[] {
  const start = performance.now();
  const arrivals: Arrival[] = [];
  for (let count = 0; count < SLICE_ROWS && batch.next < batch.rows.length; count += 1) {
    const arrival = readNext(session, batch, options.guard, options.now());
    if (arrival) arrivals.push(arrival);
    if (performance.now() - start >= SLICE_MS) break;
  }
  settleLowest(session);
  return arrivals;
}
