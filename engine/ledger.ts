// What one other person has been seen doing: sightings by day, how much was said, and what it all weighs.
import { DAYS_KEPT } from './memory-limits';
import type { SignalTable } from './rules';
import { createSightings, type SeenDays } from './sightings';
import { createStretches } from './stretches';
import type { ConversationMemory } from './types';

/** Before the name of a signal in memory: seen, but a heavier one on the same words weighed (signs.ts). */
const LIGHTER = 'lighter-';

/** A signal as one that adds no weight. */
export function asLighter(signal: string): string {
  return LIGHTER + signal;
}

/** The signal itself, whether it weighed or not. */
export function signalOf(name: string): string {
  return name.startsWith(LIGHTER) ? name.slice(LIGHTER.length) : name;
}

/** Sum of the evidence and how it is spread. */
export type Weighing = {
  readonly score: number;
  readonly byStage: ReadonlyMap<string, number>;
};

/** A running account of one person. Order of arrival does not matter between days. */
export type Ledger = {
  /** Counts a message of either side. */
  count(day: number, live: boolean): void;
  /** Notes a signal; false where this very message was known already. */
  note(signal: string, fingerprint: number, day: number, live: boolean): boolean;
  /** A known message was said again: its sighting is of the newer day from now on, with its weight. */
  renew(signal: string, fingerprint: number, day: number, live: boolean): 'unknown' | 'known' | 'renewed';
  weigh(): Weighing;
  /** Messages of both sides that were counted. */
  messages(): number;
  sightings(): SeenDays;
  memory(lastSeen: number): ConversationMemory;
};

/** Creates the account of one person. @param past what earlier sessions saw, or null */
export function createLedger(signals: SignalTable, past: ConversationMemory | null): Ledger {
  const sightings = createSightings();
  const stretches = createStretches(signals);
  const counted = new Map<number, number>();
  const rememberedDays = new Map<number, number>(
    Object.entries(past?.days ?? {}).map(([day, count]) => [Number(day), count]),
  );
  let messages = 0;

  for (const [signal, list] of Object.entries(past?.signals ?? {}))
    if (signals[signalOf(signal)])
      for (const [fingerprint, day] of list) see(signal, fingerprint, day, false);
  for (const [day, count] of rememberedDays) countIn(count, day, false);

  function see(signal: string, fingerprint: number, day: number, live: boolean): void {
    sightings.set(signal, fingerprint, day);
    stretches.see(signal, day, live);
  }

  function countIn(count: number, day: number, live: boolean): void {
    messages += count;
    stretches.count(count, day, live);
  }

  return {
    count(day, live) {
      const total = (counted.get(day) ?? 0) + 1;
      counted.set(day, total);
      // A reload reads again what an earlier session counted: only what goes beyond it is new.
      if (total > (rememberedDays.get(day) ?? 0)) countIn(1, day, live);
    },
    note(signal, fingerprint, day, live) {
      const isKnown = sightings.dayOf(signal, fingerprint) !== null;
      if (isKnown || !sightings.set(signal, fingerprint, day)) return false;
      stretches.see(signal, day, live);
      return true;
    },
    renew(signal, fingerprint, day, live) {
      const before = sightings.dayOf(signal, fingerprint);
      if (before === null) return 'unknown';
      if (day <= before) return 'known';
      stretches.unsee(signal, before);
      see(signal, fingerprint, day, live);
      return 'renewed';
    },
    weigh: stretches.weigh,
    messages: () => messages,
    sightings: () => sightings.all,
    memory: (lastSeen) => ({
      version: 1,
      signals: sightings.signals(),
      days: daysToKeep(rememberedDays, counted),
      lastSeen,
    }),
  };
}

function daysToKeep(
  remembered: ReadonlyMap<number, number>,
  counted: ReadonlyMap<number, number>,
): Record<number, number> {
  const all = new Map(remembered);
  for (const [day, count] of counted) all.set(day, Math.max(count, all.get(day) ?? 0));
  return Object.fromEntries([...all].sort(([a], [b]) => b - a).slice(0, DAYS_KEPT));
}
