// Which messages showed which signal, and on which day: the newest few of each.
import { SIGHTINGS_KEPT } from './memory-limits';
import type { Sighting } from './types';

/** Of a signal the day of each message that showed it, by the message's fingerprint. */
type Days = ReadonlyMap<number, number>;
/** By signal. */
export type SeenDays = ReadonlyMap<string, Days>;

export type Sightings = {
  readonly all: SeenDays;
  /** The day on which that message showed the signal, or null. */
  dayOf(signal: string, fingerprint: number): number | null;
  /**
   * Takes in a sighting, also in place of one of another day; the oldest of too many goes. False where that is this one:
   * then it must not count either.
   */
  set(signal: string, fingerprint: number, day: number): boolean;
  /** As memory keeps them. */
  signals(): Record<string, Sighting[]>;
};

/** Creates the sightings of one person's signals. */
export function createSightings(): Sightings {
  const all = new Map<string, Map<number, number>>();
  return {
    all,
    dayOf: (signal, fingerprint) => all.get(signal)?.get(fingerprint) ?? null,
    set(signal, fingerprint, day) {
      const days = all.get(signal) ?? new Map<number, number>();
      days.set(fingerprint, day);
      if (days.size > SIGHTINGS_KEPT) days.delete(oldestOf(days)[0]);
      all.set(signal, days);
      return days.has(fingerprint);
    },
    signals: () => Object.fromEntries([...all].map(([signal, days]) => [signal, [...days]])),
  };
}

function oldestOf(days: Days): Sighting {
  return [...days].reduce((oldest, entry) =>
    entry[1] < oldest[1] || (entry[1] === oldest[1] && entry[0] < oldest[0]) ? entry : oldest,
  );
}
