// Takes apart the label that a site reads out for a message: "At 12:00 PM, Robin: see you there".
import { parseClock, parseDay } from './calendar';

/** A name is no longer than this, in characters; more is a sentence that happens to hold a colon. */
const MAX_NAME = 80;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** A clock somewhat ahead of ours is no yesterday. */
const CLOCK_SKEW_MS = 10 * MINUTE_MS;

export type MessageLabel = {
  /** The words before the sender, hour included: "At 12:00 PM". */
  readonly time: string;
  readonly sender: string;
};

/** Time and sender of a label, or null where it has not this form. The words between differ by language. */
export function parseLabel(label: string): MessageLabel | null {
  const match =
    /^(.{0,60}?\p{Nd}{1,2}\s?[:.h]\s?\p{Nd}{2}[^,،、，:：]{0,30})[,،、，]\s*([^:：]+?)\s*[:：]/u.exec(label);
  const [, time, sender] = match ?? [];
  return time && sender && sender.length <= MAX_NAME ? { time, sender } : null;
}

/**
 * When the message was sent, in milliseconds since 1970, or null. Today's labels hold the hour and at most one word
 * beside it ("At"); anything else must be a day that we know.
 */
export function timeOfLabel(label: MessageLabel, language: string, now: number): number | null {
  const clock = parseClock(label.time, language);
  if (!clock) return null;
  const named = parseDay(clock.rest, language, now);
  const plain = !/\d/.test(clock.rest) && clock.rest.split(/\s+/).length <= 1;
  if (named === null && !plain) return null;
  const day = named ?? new Date(now).setHours(0, 0, 0, 0);
  const at = day + clock.minutes * MINUTE_MS;
  return at > now + CLOCK_SKEW_MS ? at - DAY_MS : at;
}
