// Which place of the help page a card asked for, kept for the moment until that page has opened and asks. It can't stand in
// the address: browsers write the first address of a page into the history, and that would say what somebody went through.
// Kept in the worker's memory alone: where the worker dies in between, the page begins at its list.
import type { HelpPlace } from '../../utils/situations';

/** A page that has not asked by then was never opened, in milliseconds. */
const KEPT_MS = 10_000;

export type PendingPlace = {
  put(place: HelpPlace): void;
  /** Gives it away once; null where none waits. */
  take(): HelpPlace | null;
};

export function createPendingPlace(now: () => number = Date.now): PendingPlace {
  let waiting: { readonly place: HelpPlace; readonly since: number } | null = null;
  return {
    put(place) {
      waiting = { place, since: now() };
    },
    take() {
      const taken = waiting !== null && now() - waiting.since <= KEPT_MS ? waiting.place : null;
      waiting = null;
      return taken;
    },
  };
}
