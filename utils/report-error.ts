// The one sink for errors of ours. It names the place, never a page's words, and nothing leaves the device.

/** How many times each place failed since this script started; read by tests and by the popup's report. */
const failures = new Map<string, number>();

/**
 * Notes that something of ours failed. `place` is a constant of ours such as 'adapter' or 'storage'.
 * The error is shown in a development build alone: a message could quote the page (a selector, an attribute).
 */
export function reportError(place: string, error: unknown): void {
  failures.set(place, (failures.get(place) ?? 0) + 1);
  if (import.meta.env.DEV && import.meta.env.MODE !== 'test') console.warn(`[porchlight] ${place}`, error);
}

/** Places that failed and how often, for the popup and for tests. */
export function reportedErrors(): ReadonlyMap<string, number> {
  return failures;
}
