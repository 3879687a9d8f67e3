// How long a contact stays quiet, and whether it still is.

/** "I know this person" holds for 30 days. */
export const SNOOZE_MS = 30 * 24 * 60 * 60 * 1000;

/** An end further away than a snooze is long comes from a clock that was set back: it would hold for as long. */
export function isSnoozed(until: number | null, now: number): until is number {
  return until !== null && until > now && until <= now + SNOOZE_MS;
}

/** When one that begins at `now` ends, in milliseconds; null for one that ends then. */
export function snoozeEnd(on: boolean, now: number): number | null {
  return on ? now + SNOOZE_MS : null;
}
