// Decides whether a row is history: context that raises at most one card in the past tense. And whether what stands above it was
// read before it.

/** Older than this, in milliseconds, is history. */
const HISTORY_MS = 48 * 60 * 60 * 1000;
/** Rows that come within this long of the first ones are the chat as it was found, wherever they stand. */
export const FIRST_BATCH_MS = 500;
/** For so long a chat still fills up from the server: recent rows above the first one are not scroll-back. */
export const OPENING_MS = 5_000;

export type Place = {
  /** When the row was sent, in milliseconds since 1970, or null where the page does not tell. */
  readonly at: number | null;
  readonly now: number;
  /** True where it stands above rows that were read before, and is no edit of a known row. */
  readonly above: boolean;
  /** True after a jump to another part of the chat, with no known row met since. */
  readonly adrift: boolean;
  /** True where it is part of the chat as it was found. */
  readonly asFound: boolean;
  /** Milliseconds since the conversation was opened. */
  readonly sinceOpened: number;
  /** True where a row that was seen on an earlier visit stands above it. */
  readonly afterKnown: boolean;
};

/**
 * - Time known: older than 48 hours is history. A younger row is live, also in the chat as found: a threat of this
 *   morning is not "older messages". Above rows already read it is history, unless the chat is still filling up.
 * - Time unknown, chat as found: nobody can tell whether it is from today or last year, so it is history; unless rows
 *   of an earlier visit stand above it, for then it came since.
 * - Time unknown, later: above rows already read is history, below is live; after a jump that left none of those, history.
 */
export function isHistory(place: Place): boolean {
  if (place.at !== null) {
    if (place.now - place.at > HISTORY_MS) return true;
    return place.above && place.sinceOpened > OPENING_MS;
  }
  if (place.asFound) return !place.afterKnown;
  return place.above || place.adrift;
}

/** What is known of a row of the history besides. */
export type Order = Omit<Place, 'at' | 'now'> & {
  /** True where nothing of the chat was read on an earlier visit. */
  readonly firstVisit: boolean;
  /** Rows that were read before those that came with it. */
  readonly readBefore: number;
};

/** Some sites show the last row or two at once, and those above them with the next answer: the chat as it was found, all the same. */
const FIRST_ROWS = 3;

/**
 * True for a row of the history right below those that were read before it: of the chat as it was found, read from top to bottom, or
 * older than 48 hours when it came, as where a device slept over a weekend.
 */
export function isInOrder(order: Order): boolean {
  const { above, adrift, asFound, sinceOpened, afterKnown, firstVisit, readBefore } = order;
  if (above) return firstVisit && sinceOpened <= OPENING_MS && readBefore <= FIRST_ROWS;
  return asFound ? firstVisit || afterKnown : !adrift;
}

/** So many rows at the head of what was found an earlier visit will have shown too, where a page shows more of them. */
const HEAD_MOST = 15;

/** How many of the rows that were found together are at their head: no more than half, for what is new stands at the end. */
export function headOf(rows: number): number {
  return Math.min(HEAD_MOST, Math.floor(rows / 2));
}

/** A page's clock and this one may be apart by a time zone, in milliseconds. */
const AHEAD_MS = 2 * 24 * 60 * 60 * 1000;

/** A time that a message can have been sent at, or null: memory of a day that cannot be would be refused as a whole. */
export function possibleTime(at: number | null, now: number): number | null {
  return at !== null && at >= 0 && at <= now + AHEAD_MS ? at : null; // NaN is neither
}
