// Combinations that raise a level by themselves: which signals, how close together.
import { rankOf } from './levels';
import type { Escalation } from './rules';
import type { Stand } from './stands';

/** When a signal was seen: by place in the live conversation; by message and day where an earlier session saw it. */
export type Seen = {
  /** True where it was seen at all. */
  has(signal: string): boolean;
  /** The newest live messages that carried it. */
  live(signal: string): readonly Place[];
  /** Days on which the history or an earlier session showed it, with the fingerprints of the messages that did. */
  past(signal: string): Iterable<readonly [day: number, fingerprints: Iterable<number>]>;
  /** True where an earlier session had that message show it. */
  isKnown(signal: string, fingerprint: number, day: number): boolean;
  /** How an earlier session left that escalation; null where none looked. */
  before(id: string): Stand | null;
};

/** Where a live message stands (1-based), and its day; `known` where an earlier session had read it already. */
export type Place = { readonly place: number; readonly day: number; readonly known: boolean };

/**
 * The loudest escalation that holds, or null. `authorKnown` false leaves only those that may speak without an author;
 * `isEnough` says whether there is enough evidence beside it, and whether it may be begun now.
 */
export function escalate(
  escalations: readonly Escalation[],
  seen: Seen,
  authorKnown: boolean,
  isEnough: (escalation: Escalation) => boolean,
): Escalation | null {
  let loudest: Escalation | null = null;
  for (const escalation of escalations) {
    if (!authorKnown && !escalation.unknownAuthor) continue;
    if (loudest && rankOf(escalation.level) <= rankOf(loudest.level)) continue;
    if (!isPossible(escalation, seen)) continue;
    if (isEnough(escalation) && holds(escalation, seen)) loudest = escalation;
  }
  return loudest;
}

/** Whether the signs of an escalation stand together, however much evidence there is; null where one was never seen. */
export function areTogether(escalation: Escalation, seen: Seen): boolean | null {
  return isPossible(escalation, seen) ? holds(escalation, seen) : null;
}

/** True where each group was seen at all: nearly no combination gets further. */
function isPossible({ all }: Escalation, { has }: Seen): boolean {
  for (const group of all) if (!group.some(has)) return false;
  return true;
}

/** Of a live message its place; of one that history or memory brought its fingerprint, where it matters. */
type Occurrence = {
  readonly signal: string;
  readonly place: number | null;
  readonly fingerprint: number | null;
  readonly day: number;
  /** True where an earlier session had read it. */
  readonly known: boolean;
};

/**
 * True where every group was seen near one occurrence of the first, each group by a signal of its own. What an earlier session
 * had read, it has judged too, by places that nobody knows any more: its word stands, and something new must be said.
 */
function holds({ id, all, within, unless, without }: Escalation, seen: Seen): boolean {
  const before = seen.before(id);
  const occurrencesOf = (signal: string) => occurrencesIn(seen, signal, within.messages === 1);
  const groups = all.map((group) => group.flatMap(occurrencesOf));
  const isNear = (a: Occurrence, b: Occurrence) =>
    Math.abs(a.day - b.day) <= within.days && isWithin(a, b, within.messages);
  const isTakenBack = (occurrence: Occurrence) =>
    unless.some((signal) =>
      occurrencesOf(signal).some((other) => isNear(occurrence, other) && isSameMessage(occurrence, other)),
    ) || without.some((signal) => occurrencesOf(signal).some((other) => isNear(occurrence, other)));
  const isRuledOutSince = (occurrence: Occurrence) =>
    without.some((signal) =>
      occurrencesOf(signal).some((other) => !other.known && isNear(occurrence, other)),
    );
  if (before === 'together' || before === 'reached') {
    const firsts = groups[0]?.filter(({ known }) => known) ?? [];
    if (firsts.length === 0 || !firsts.every(isRuledOutSince)) return true;
  }
  const isNews = (occurrences: readonly Occurrence[]) =>
    before === null || !occurrences.every(({ known }) => known);
  const fill = (index: number, taken: readonly Occurrence[]): boolean => {
    const group = groups[index];
    if (!group) return isNews(taken);
    const [first] = taken;
    return group.some(
      (occurrence) =>
        (!first || isNear(first, occurrence)) &&
        !taken.some(({ signal }) => signal === occurrence.signal) &&
        !(index === 0 && isTakenBack(occurrence)) &&
        fill(index + 1, [...taken, occurrence]),
    );
  };
  return fill(0, []);
}

/** True where two occurrences are, or may be, fewer than so many messages apart. */
function isWithin(a: Occurrence, b: Occurrence, messages: number): boolean {
  if (a.place === null && b.place === null) return messages > 1 || a.fingerprint === b.fingerprint;
  // What history or memory brought was said before the first live message: it is at least so far away.
  return Math.abs((a.place ?? BEFORE_LIVE) - (b.place ?? BEFORE_LIVE)) < messages;
}

/** The latest place of what is not live. */
const BEFORE_LIVE = 0;

/** A joke takes back the message it stands in or the one before it, no more. */
function isSameMessage(occurrence: Occurrence, other: Occurrence): boolean {
  if (occurrence.place === null || other.place === null) return occurrence.place === other.place;
  return other.place - occurrence.place >= 0 && other.place - occurrence.place <= 1;
}

/** @param exact each message of the past by itself; else one occurrence a day */
function occurrencesIn(seen: Seen, signal: string, exact: boolean): Occurrence[] {
  const live = seen.live(signal).map((place) => ({ signal, fingerprint: null, ...place }));
  const past = [...seen.past(signal)].flatMap(([day, fingerprints]) => {
    const messages = [...fingerprints].map((fingerprint): Occurrence => {
      return { signal, place: null, fingerprint, day, known: seen.isKnown(signal, fingerprint, day) };
    });
    if (exact) return messages;
    return [{ signal, place: null, fingerprint: null, day, known: messages.every(({ known }) => known) }];
  });
  return [...live, ...past];
}
