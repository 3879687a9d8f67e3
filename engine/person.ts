// What is kept of one other person while a conversation is open: the account of their signs, and where each was last seen.
import type { Seen } from './escalate';
import type { Doubt } from './impression';
import { asLighter, createLedger, type Ledger } from './ledger';
import { isLive, type Moment } from './moment';
import type { SignalTable } from './rules';
import { createStands, type Stands } from './stands';
import type { ConversationMemory } from './types';
import { createWhereabouts, type Whereabouts } from './whereabouts';

/** A child's age and an adult's, said within so many messages of each other, tell who talks to whom. */
const BOTH_AGES: readonly string[] = ['context.young', 'context.grown'];
const AGES_REACH = 40;

export type Person = {
  readonly ledger: Ledger;
  /** When each signal was seen, for the combinations that it may be a part of. */
  readonly seen: Seen;
  /** How the signs of each combination stand, for the sessions to come. */
  readonly stands: Stands;
  /** Escalations that were reached and have not sunk since. */
  readonly standing: Set<string>;
  /** Those that were reached in doubt: they begin once it is gone. */
  readonly inDoubt: Set<string>;
  /** Signals that history brought anew. */
  readonly dugUp: Set<string>;
  /** What the look at their last message does to what phrases say of them; in a private chat at anybody's. */
  doubt: Doubt;
  /** Where they last asked for something, and where the child last said no to it. */
  pushedAt: number;
  refusedAt: number;
  /** Where they last taught or rehearsed something. */
  taughtAt: number;
  /** True once a sign of weight, or a look, was seen that is not history. */
  live: boolean;
  /**
   * Notes a signal of a message; false where nothing is new: that very message had shown it on that day or later.
   * @param known true where an earlier session had it so
   */
  note(signal: string, fingerprint: number, moment: Moment, known?: boolean): boolean;
  /** Notes a signal of a live message without its weight: what it makes with others must outlive the tab too. */
  noteLighter(signal: string, fingerprint: number, moment: Moment): void;
  /** What may outlive the tab. */
  memory(lastSeen: number): ConversationMemory;
};

/** Creates what is kept of one person. @param memory what earlier sessions saw, or null */
export function createPerson(signals: SignalTable, memory: ConversationMemory | null): Person {
  const ledger = createLedger(signals, memory);
  const stands = createStands(memory);
  const whereabouts = createWhereabouts(memory);
  const { noteLive, notePast, isReadAgain } = whereabouts;
  const dugUp = new Set<string>();

  function note(
    signal: string,
    fingerprint: number,
    moment: Moment,
    known = isReadAgain(signal, fingerprint, moment),
  ): boolean {
    const { day, dated } = moment;
    const live = isLive(moment);
    if (live) noteLive(signal, moment, known);
    const isNew = ledger.note(signal, fingerprint, day, live);
    const again = isNew || !dated ? 'unknown' : ledger.renew(signal, fingerprint, day, live);
    if (!live && (isNew || again !== 'unknown')) notePast(signal, fingerprint, day);
    if (!live && (isNew || again === 'renewed')) dugUp.add(signal);
    // Once a day: it is of two messages, so that the day stands for its fingerprint.
    if (BOTH_AGES.includes(signal) && areNear(whereabouts, moment)) note('context.gap', day, moment, known);
    // A message of today that was read before a reload is still of today: not "older messages".
    const { weight = 0, stage } = signals[signal] ?? {};
    const turnsLive = !moment.past && !person.live && (weight > 0 || stage === 'look');
    if (turnsLive) person.live = true;
    return isNew || again === 'renewed' || turnsLive;
  }

  const person: Person = {
    ledger,
    seen: { ...whereabouts, before: stands.before },
    stands,
    standing: new Set(),
    inDoubt: new Set(),
    dugUp,
    doubt: 'none',
    pushedAt: Number.NEGATIVE_INFINITY,
    refusedAt: Number.NEGATIVE_INFINITY,
    taughtAt: Number.NEGATIVE_INFINITY,
    live: false,
    note,
    noteLighter(signal, fingerprint, moment) {
      ledger.note(asLighter(signal), fingerprint, moment.day, true);
      noteLive(signal, moment, isReadAgain(signal, fingerprint, moment));
    },
    memory(lastSeen) {
      const kept = ledger.memory(lastSeen);
      return { ...kept, signals: { ...kept.signals, ...stands.signals() } };
    },
  };
  return person;
}

/**
 * True where a child's age and an adult's were said near each other, or on one day of the history. What is remembered was
 * said before the first live message.
 */
function areNear({ live, past }: Whereabouts, moment: Moment): boolean {
  const { place, day } = moment;
  const isNear = (seen: { readonly place: number; readonly day: number }) =>
    place - seen.place <= AGES_REACH && day - seen.day <= 1;
  return BOTH_AGES.every((age) => {
    const days = past(age);
    if (!isLive(moment)) return days.has(day);
    return live(age).some(isNear) || [...days.keys()].some((of) => isNear({ place: 0, day: of }));
  });
}
