// When each signal of one person was seen: by place in the live talk, by day where the history or an earlier session showed it.
import type { Place, Seen } from './escalate';
import { signalOf } from './ledger';
import { isLive, type Moment } from './moment';
import type { ConversationMemory } from './types';

/** Live sightings kept a signal for what escalates: the newest decide. */
const PLACES_KEPT = 4;
/** Messages kept of a day and a signal; those with the largest fingerprints, so that any order gives the same. */
const DAY_KEPT = 16;

/** Messages of the past by day, as fingerprints. */
type Days = Map<number, Set<number>>;
const NOWHERE: readonly Place[] = [];
const NO_DAYS: Days = new Map();

export type Whereabouts = Omit<Seen, 'before' | 'past'> & {
  /** Days on which the history or an earlier session showed it, with the fingerprints of the messages that did. */
  past(signal: string): ReadonlyMap<number, ReadonlySet<number>>;
  /** Notes where a live message showed a signal. @param known true where an earlier session had it so */
  noteLive(signal: string, moment: Moment, known: boolean): void;
  /** Notes that the history or an earlier session showed a signal. */
  notePast(signal: string, fingerprint: number, day: number): void;
  /** True where an earlier session had this very message show it, and no other of the same words came since. */
  isReadAgain(signal: string, fingerprint: number, moment: Moment): boolean;
};

/** Creates the whereabouts of one person's signals. @param memory what earlier sessions saw, or null */
export function createWhereabouts(memory: ConversationMemory | null): Whereabouts {
  /** Live sightings of each signal, newest last. */
  const places = new Map<string, readonly Place[]>();
  /** Sightings that an earlier session or the history brought, by signal. */
  const past = new Map<string, Days>();
  /** Of each signal the messages that an earlier session had show it, with their days. */
  const known = new Map<string, Map<number, number>>();
  /** Those of them that were read again, and where: at any other place they are said again. */
  const readAgain = new Map<string, number>();

  for (const [name, list] of Object.entries(memory?.signals ?? {}))
    for (const [fingerprint, day] of list) remember(signalOf(name), fingerprint, day);

  function remember(signal: string, fingerprint: number, day: number): void {
    notePast(signal, fingerprint, day);
    const days = known.get(signal) ?? new Map<number, number>();
    known.set(signal, days.set(fingerprint, Math.max(day, days.get(fingerprint) ?? day)));
  }

  function notePast(signal: string, fingerprint: number, day: number): void {
    const days: Days = past.get(signal) ?? new Map();
    const messages = (days.get(day) ?? new Set()).add(fingerprint);
    if (messages.size > DAY_KEPT) messages.delete(Math.min(...messages));
    past.set(signal, days.set(day, messages));
  }

  function isKnown(signal: string, fingerprint: number, day: number): boolean {
    return (known.get(signal)?.get(fingerprint) ?? -1) >= day;
  }

  return {
    has: (signal) => places.has(signal) || past.has(signal),
    live: (signal) => places.get(signal) ?? NOWHERE,
    past: (signal) => past.get(signal) ?? NO_DAYS,
    isKnown,
    notePast,
    noteLive(signal, { place, day, fresh }, isOld) {
      if (!isOld) fresh?.add(signal);
      const before = places.get(signal) ?? NOWHERE;
      places.set(signal, [...before, { place, day, known: isOld }].slice(-PLACES_KEPT));
    },
    isReadAgain(signal, fingerprint, moment) {
      const { place, day, dated, past } = moment;
      // What stood there before, without a time, is of the day on which it was seen first.
      const since = past && !dated ? 0 : day;
      if (!isLive(moment) || !isKnown(signal, fingerprint, since)) return false;
      const name = `${signal} ${fingerprint}`;
      const where = readAgain.get(name) ?? place;
      readAgain.set(name, where);
      return where === place;
    },
  };
}
