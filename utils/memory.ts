// Joins two memories of one conversation (two tabs, a reload, a late write) so that nothing counts twice.
// A join of semilattices: commutative, associative and idempotent, so that any order of arrival gives the same.
import { DAYS_KEPT, SIGHTINGS_KEPT } from '../engine/memory-limits';
import type { ConversationMemory, Sighting } from '../engine/types';

/** A day in milliseconds. */
export const DAY_MS = 24 * 60 * 60 * 1000;

const MINUTE_MS = 60 * 1000;

/**
 * Whole days since 1970 of a time in milliseconds, by this device's clock: a person is told of days, and theirs begin at
 * their midnight. Written as a date by utils/dates.ts alone, since `day * DAY_MS` is that midnight nowhere but in UTC.
 */
export function dayOf(at: number): number {
  const local = at - new Date(at).getTimezoneOffset() * MINUTE_MS;
  return Math.max(0, Math.floor(local / DAY_MS)); // in the first hours of 1970 America is still in 1969
}

/** Newest day first; of one day the larger fingerprint, which an open conversation keeps too (engine/sightings.ts). */
function compareSightings(a: Sighting, b: Sighting): number {
  return b[1] - a[1] || b[0] - a[0];
}

/** Union by fingerprint with the newer day; the newest `SIGHTINGS_KEPT` stay. */
function mergeSightings(a: readonly Sighting[], b: readonly Sighting[]): readonly Sighting[] {
  const days = new Map<number, number>();
  for (const [fingerprint, day] of [...a, ...b]) {
    days.set(fingerprint, Math.max(day, days.get(fingerprint) ?? day));
  }
  const merged = [...days].map(([fingerprint, day]): Sighting => [fingerprint, day]);
  return merged.sort(compareSightings).slice(0, SIGHTINGS_KEPT);
}

/** The larger count of each day; the newest `DAYS_KEPT` days stay. */
function mergeDays(a: ConversationMemory['days'], b: ConversationMemory['days']): ConversationMemory['days'] {
  const days = new Map<number, number>();
  for (const [day, count] of [...Object.entries(a), ...Object.entries(b)]) {
    days.set(Number(day), Math.max(count, days.get(Number(day)) ?? 0));
  }
  const newest = [...days].sort(([one], [other]) => other - one).slice(0, DAYS_KEPT);
  return Object.fromEntries(newest);
}

/** The memory that holds what either holds. Pure; neither argument changes. */
export function mergeMemory(a: ConversationMemory, b: ConversationMemory): ConversationMemory {
  const names = [...new Set([...Object.keys(a.signals), ...Object.keys(b.signals)])].sort();
  const signals = names.map((name) => [name, mergeSightings(a.signals[name] ?? [], b.signals[name] ?? [])]);
  return {
    version: 1,
    signals: Object.fromEntries(signals),
    days: mergeDays(a.days, b.days),
    lastSeen: Math.max(a.lastSeen, b.lastSeen),
  };
}

/** True where nobody has looked at the conversation for more than `retentionDays` days. */
export function isExpired(lastSeen: number, today: number, retentionDays: number): boolean {
  return today - lastSeen > retentionDays;
}

/** What a clock that is set back may be behind, in days: beyond that, the clock before was the wrong one. */
const CLOCK_BACK_DAYS = 730;

/** 1 November 2026: no version of ours is older, so a clock that says less (an empty battery says 1970) is wrong. */
const FIRST_DAY = 20_758;

/**
 * The day of the last sight. A wrong clock in the page must not make memory everlasting, so that today is the latest;
 * but a clock that was set back must not make it look old either, or it would be deleted once the clock is right again.
 */
export function sightOf(reported: number, stored: number, today: number): number {
  const isClockBack = today < FIRST_DAY || stored - today <= CLOCK_BACK_DAYS;
  const known = isClockBack ? stored : today;
  return Math.max(Math.min(reported, today), known);
}
