// What is kept of one other person while a conversation is open: the account of their signs, and where each was last seen.
import type { Place, Seen } from './escalate';
import { asLighter, createLedger, type Ledger, signalOf } from './ledger';
import type { Line } from './matcher';
import type { SignalTable } from './rules';
import { createStands, type Stands } from './stands';
import type { ConversationMemory } from './types';

/** Live sightings kept a signal for what escalates: the newest decide. */
const PLACES_KEPT = 4;
/** A child's age and an adult's, said within so many messages of each other, tell who talks to whom. */
const BOTH_AGES: readonly string[] = ['context.young', 'context.grown'];
const AGES_REACH = 40;

const NOWHERE: readonly Place[] = [];
/** Messages of the past by day, as fingerprints. */
type Days = Map<number, Set<number>>;
const NO_DAYS: Days = new Map();
/** Messages kept of a day and a signal; those with the largest fingerprints, so that any order gives the same. */
const DAY_KEPT = 16;

/** When a message was said. */
export type Moment = {
  /** How many live messages there were up to it, itself included. */
  readonly place: number;
  /** Whole days since 1970. */
  readonly day: number;
  /** True where the message has a time of its own: one without would be of today at each reload. */
  readonly dated: boolean;
  /** Collects what a live message shows; null for history, where any order must give the same. */
  readonly fresh: Set<string> | null;
  /** True for another text of a message that was read before. */
  readonly edited: boolean;
};

export class Person {
  readonly ledger: Ledger;
  /** When each signal was seen, for the combinations that it may be a part of. */
  readonly seen: Seen;
  /** How the signs of each combination stand, for the sessions to come. */
  readonly stands: Stands;
  /** Escalations that were reached and have not sunk since. */
  readonly standing = new Set<string>();
  /** Those that were reached in doubt: they begin once it is gone. */
  readonly inDoubt = new Set<string>();
  /** Signals that history brought anew. */
  readonly dugUp = new Set<string>();
  /** Where they last asked for something, and where the child last said no to it. */
  pushedAt = Number.NEGATIVE_INFINITY;
  refusedAt = Number.NEGATIVE_INFINITY;
  /** Their last short messages, which may be pieces of one sentence, and when the newest was sent. */
  pieces: readonly Line[] = [];
  pieceAt: number | null = null;
  /** Where they last taught or rehearsed something. */
  taughtAt = Number.NEGATIVE_INFINITY;
  /** True once a sign of weight was seen that is not history. */
  live = false;
  /** Which of all messages, history included, was their last. */
  heardAt = 0;
  /** Live sightings of each signal, newest last. */
  private readonly places = new Map<string, readonly Place[]>();
  /** Sightings that an earlier session or the history brought, by signal. */
  private readonly past = new Map<string, Days>();
  /** Of each signal the messages that an earlier session had show it, with their days. */
  private readonly known = new Map<string, Map<number, number>>();
  /** Those of them that were read again, and where: at any other place they are said again. */
  private readonly readAgain = new Map<string, number>();

  /** @param memory what earlier sessions saw, or null */
  constructor(
    private readonly signals: SignalTable,
    memory: ConversationMemory | null,
  ) {
    this.ledger = createLedger(signals, memory);
    this.stands = createStands(memory);
    for (const [name, list] of Object.entries(memory?.signals ?? {}))
      for (const [fingerprint, day] of list) this.remember(signalOf(name), fingerprint, day);
    this.seen = {
      has: (signal) => this.places.has(signal) || this.past.has(signal),
      live: (signal) => this.places.get(signal) ?? NOWHERE,
      past: (signal) => this.past.get(signal) ?? NO_DAYS,
      isKnown: (signal, fingerprint, day) => (this.known.get(signal)?.get(fingerprint) ?? -1) >= day,
      before: this.stands.before,
    };
  }

  /**
   * Notes a signal of a message; false where nothing is new: that very message had shown it on that day or later.
   * @param known true where an earlier session had it so
   */
  note(
    signal: string,
    fingerprint: number,
    moment: Moment,
    known = this.isReadAgain(signal, fingerprint, moment),
  ): boolean {
    const { day, dated, fresh } = moment;
    const { weight = 0 } = this.signals[signal] ?? {};
    const live = fresh !== null;
    if (live) this.notePlace(signal, moment, known);
    const isNew = this.ledger.note(signal, fingerprint, day, live);
    const again = isNew || !dated ? 'unknown' : this.ledger.renew(signal, fingerprint, day, live);
    if (!live && (isNew || again !== 'unknown')) this.notePast(signal, fingerprint, day);
    if (!live && (isNew || again === 'renewed')) this.dugUp.add(signal);
    // Once a day: it is of two messages, so that the day stands for its fingerprint.
    if (BOTH_AGES.includes(signal) && this.knowsBothAges(moment))
      this.note('context.gap', day, moment, known);
    // A message of today that was read before a reload is still of today: not "older messages".
    const turnsLive = live && !this.live && weight > 0;
    if (turnsLive) this.live = true;
    return isNew || again === 'renewed' || turnsLive;
  }

  /** Notes a signal of a live message without its weight: what it makes with others must outlive the tab too. */
  noteLighter(signal: string, fingerprint: number, moment: Moment): void {
    this.ledger.note(asLighter(signal), fingerprint, moment.day, true);
    this.notePlace(signal, moment, this.isReadAgain(signal, fingerprint, moment));
  }

  /** What may outlive the tab. */
  memory(lastSeen: number): ConversationMemory {
    const memory = this.ledger.memory(lastSeen);
    return { ...memory, signals: { ...memory.signals, ...this.stands.signals() } };
  }

  private remember(signal: string, fingerprint: number, day: number): void {
    this.notePast(signal, fingerprint, day);
    const messages = this.known.get(signal) ?? new Map<number, number>();
    this.known.set(signal, messages.set(fingerprint, Math.max(day, messages.get(fingerprint) ?? day)));
  }

  private notePast(signal: string, fingerprint: number, day: number): void {
    const days = this.past.get(signal) ?? new Map<number, Set<number>>();
    const messages = (days.get(day) ?? new Set()).add(fingerprint);
    if (messages.size > DAY_KEPT) messages.delete(Math.min(...messages));
    this.past.set(signal, days.set(day, messages));
  }

  /** True where an earlier session had this very message show it, and no other of the same words came since. */
  private isReadAgain(signal: string, fingerprint: number, { place, day, fresh }: Moment): boolean {
    if (fresh === null || !this.seen.isKnown(signal, fingerprint, day)) return false;
    const name = `${signal} ${fingerprint}`;
    const where = this.readAgain.get(name) ?? place;
    this.readAgain.set(name, where);
    return where === place;
  }

  /** Notes where a live message showed a signal. */
  private notePlace(signal: string, { place, day, fresh }: Moment, known: boolean): void {
    if (!known) fresh?.add(signal);
    const before = this.places.get(signal) ?? NOWHERE;
    this.places.set(signal, [...before, { place, day, known }].slice(-PLACES_KEPT));
  }

  /**
   * True where a child's age and an adult's were said near each other, or on one day of the history. What is remembered was
   * said before the first live message.
   */
  private knowsBothAges({ place, day, fresh }: Moment): boolean {
    const isNear = (seen: { readonly place: number; readonly day: number }) =>
      place - seen.place <= AGES_REACH && day - seen.day <= 1;
    return BOTH_AGES.every((age) => {
      const days = this.past.get(age) ?? NO_DAYS;
      if (!fresh) return days.has(day);
      return (
        this.places.get(age)?.some(isNear) || [...days.keys()].some((of) => isNear({ place: 0, day: of }))
      );
    });
  }
}
