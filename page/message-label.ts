// Takes apart the label that a site reads out for a message: "At 12:00 PM, Robin: see you there".
import { parseDay, parseDayLine } from './calendar';
import { parseClock, timeOn } from './clock';

/** A name is no longer than this, in characters; more is a sentence that happens to hold a colon. */
const MAX_NAME = 80;
/** The hour begins within so many characters, and stands in the first line. */
const MAX_BEFORE = 60;
const HEAD = /^.{0,75}/u;
/** "12:00", "12h00", "14.05", and no part of a day with dots: "14.10.26". */
const CLOCK = /(?<!\p{Nd})(?<!\p{Nd}\.)\p{Nd}{1,2}(?:\s?[:h]\s?|\.)\p{Nd}{2}(?!\.?\p{Nd})/gu;
/** What may stand between the hour and the sender: a word or a day. */
const BETWEEN = /^[^,،、，:：]{0,30}[,،、，]/u;
const COLON = /[:：]/;
/** Numbers alone are what is left of a day or an hour. */
const IS_NAME = /[^\p{Nd}\p{P}\p{Z}]/u;

export type MessageLabel = {
  /** The words before the sender, hour included: "At 12:00 PM". */
  readonly time: string;
  readonly sender: string;
};

/** Time and sender of a label, or null where it has not this form. The words between differ by language. */
export function parseLabel(label: string): MessageLabel | null {
  const [head = ''] = HEAD.exec(label) ?? [];
  for (const { 0: clock, index } of head.matchAll(CLOCK)) {
    if (index > MAX_BEFORE) return null;
    const found = labelAt(label, index + clock.length);
    if (found) return found;
  }
  return null;
}

/** A label whose hour ends at `end`. It holds the message too, which may be long: each of its letters is looked at once. */
function labelAt(label: string, end: number): MessageLabel | null {
  const [between = ''] = BETWEEN.exec(label.slice(end)) ?? [];
  const start = end + between.length;
  const colon = label.slice(start).search(COLON);
  const sender = label.slice(start, start + Math.max(colon, 0)).trim();
  if (between === '' || sender.length > MAX_NAME || !IS_NAME.test(sender)) return null;
  return { time: label.slice(0, start - 1), sender };
}

/**
 * When the message was sent, in milliseconds since 1970, or null. Today's labels hold the hour and at most one word
 * beside it ("At"); anything else must be a day that we know.
 */
export function timeOfLabel(label: MessageLabel, language: string, now: number): number | null {
  const clock = parseClock(label.time, language);
  if (!clock) return null;
  const named = parseDay(clock.rest, language, now) ?? parseDayLine(clock.rest, language, now); // "Mon" is no word beside the hour
  const plain = !/\d/.test(clock.rest) && clock.rest.split(/\s+/).length <= 1;
  if (named === null && !plain) return null;
  const day = named ?? new Date(now).setHours(0, 0, 0, 0);
  return timeOn(day, clock.minutes, now);
}
