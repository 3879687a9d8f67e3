// The one sink for errors of ours. It names the place, never a page's words, and nothing leaves the device.

/**
 * Says that something of ours failed. `place` is a constant of ours such as 'adapter' or 'storage'.
 * The error is shown in a development build alone: a message could quote the page (a selector, an attribute).
 */
export function reportError(place: string, error: unknown): void {
  if (import.meta.env.DEV && import.meta.env.MODE !== 'test') console.warn(`[porchlight] ${place}`, error);
}
