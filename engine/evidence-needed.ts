// How much evidence is needed: the longer the talk, the more (docs/adr/0011).
import { oldAcquaintance } from './acquaintance';
import type { Escalation, SignalTable } from './rules';
import type { SeenDays } from './sightings';

/** Added for each e-fold of length to what `caution` needs: by weights, and by a combination (escalations.yaml). */
const RISE = 5;
/** Messages of both sides after which length begins to count. */
const RISE_AFTER = 80;
/** Length adds no more than this: a friend of years who turns must still be noticed. */
const RISE_MOST = 14;
/** Added where all the evidence stands in one message: an odd sentence is not yet a pattern. */
const ONE_MESSAGE = 1;
/** Length asks no more than this of a threat with a second sign, which may come alone. */
const THREAT_MOST = 4;
/** Evidence that a combination needs for `caution`, unless one sign of it is enough alone. */
const JOINT_FROM = 2.5;
/** Between people who know each other for long a combination that names what it needs asks for so much more, for each e-fold. */
const NEEDS_OF_FRIENDS = 1;

/** What the length of a talk adds to what `caution` needs. @param messages of both sides */
export function addedByLength(messages: number, sightings: SeenDays, signals: SignalTable): number {
  const rise = Math.min(RISE_MOST, RISE * Math.log(1 + messages / RISE_AFTER));
  return rise + (isOneMessage(sightings, signals) ? ONE_MESSAGE : 0);
}

/** What a long acquaintance adds to what a combination names. @param messages of both sides */
export function addedByFriends(messages: number): number {
  return NEEDS_OF_FRIENDS * oldAcquaintance(messages);
}

/** True for one sign that is `danger` by itself, a threat or a push to hurt oneself: no talk around it makes it less. */
export function isPlainThreat({ level, needs, all }: Escalation): boolean {
  return level === 'danger' && needs === null && all.length === 1;
}

/**
 * What a combination needs that names nothing: a plain threat none, others more the longer the ordinary talk was.
 * @param length what it adds (`addedByLength`)
 */
export function neededBy(escalation: Escalation, length: number): number {
  const { level, unknownAuthor } = escalation;
  if (isPlainThreat(escalation)) return 0;
  if (level === 'danger') return unknownAuthor ? Math.min(length, THREAT_MOST) : length;
  return unknownAuthor ? length : JOINT_FROM + length;
}

/** True where every sighting that weighs is of one and the same message. */
function isOneMessage(sightings: SeenDays, signals: SignalTable): boolean {
  let only: number | null = null;
  for (const [signal, days] of sightings) {
    if (signals[signal]?.stage === 'context') continue;
    for (const fingerprint of days.keys()) {
      if (only !== null && fingerprint !== only) return false;
      only = fingerprint;
    }
  }
  return true;
}
