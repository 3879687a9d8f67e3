// What all that is known of one person adds up to: by weights, and by combinations of signs.
import { areTogether, type Escalated, escalate } from './escalate';
import { acquaintance, type Doubt } from './impression';
import { asLighter } from './ledger';
import { louder } from './levels';
import type { Person } from './person';
import type { Escalation, SignalTable } from './rules';
import type { Assessment, Level, Reason } from './types';

/** Sum of log-likelihood ratios from which the weights alone reach `caution`, by the person's choice. */
export const SENSITIVITY = { fewer: 5.9, standard: 4.5, more: 3.6 } as const;
/** What a long ordinary acquaintance changes: the longer the talk, the more evidence it takes. */
const JUDGING = {
  /** Added for each e-fold of length to what `caution` needs: by weights, and by a combination (escalations.yaml). */
  rise: 5,
  /** Messages of both sides after which length begins to count. */
  riseAfter: 80,
  /** Length adds no more than this: a friend of years who turns must still be noticed. */
  riseMost: 14,
  /** Length asks no more than this of a threat with a second sign, which may come alone. */
  threatMost: 4,
  /** Between people who know each other for long a combination that names what it needs asks for so much more, for each e-fold. */
  needsOfFriends: 1,
  /** Evidence that a combination needs for `caution`, unless one sign of it is enough alone. */
  jointFrom: 2.5,
  /** Added where all the evidence stands in one message: an odd sentence is not yet a pattern. */
  oneMessage: 1,
} as const;
/** A stage counts as present from so much evidence on: one clear sighting, or several weak ones. */
const STAGE_PRESENT = 1.2;
/** `caution` by weights needs so many different stages. */
const STAGES_NEEDED = 2;
/** A child's age and an adult's were said. */
const AGE_GAP = 'context.gap';
/** Among what stands, in place of a combination's id: the weights alone. */
const WEIGHTS = 'weights';
/** Before the id of what was left in doubt, as memory keeps it. */
const IN_DOUBT = 'doubt-';

type Sightings = ReadonlyMap<string, ReadonlyMap<number, number>>;

export type Judge = {
  /**
   * @param authorKnown false leaves only what may be said without knowing who wrote
   * @param fresh what the live message at hand showed: old signs are not stirred up by talk of something else. Null: no matter
   * @param impression what the look of the talk at the message at hand does to what phrases say
   */
  assess(
    person: Person,
    authorKnown: boolean,
    fresh: ReadonlySet<string> | null,
    impression: Doubt,
  ): Assessment;
  /** Notes with the person how the signs of each combination stand, for the sessions to come. */
  noteStands(person: Person): void;
  /** Brings back what an earlier session left in doubt. */
  recallDoubt(person: Person): void;
};

/** @param cautionFrom sum of evidence from which `caution` is reached; see SENSITIVITY */
export function createJudge(
  signals: SignalTable,
  escalations: readonly Escalation[],
  cautionFrom: number = SENSITIVITY.standard,
): Judge {
  /** Of all that may stand or be left in doubt. */
  const ids = [...escalations.map(({ id }) => id), WEIGHTS];
  // Signals without weight add nothing to a sum: their combination is all the evidence there can be (adverts).
  const weightless = new Set(
    escalations
      .filter(({ all }) => all.flat().every((signal) => signals[signal]?.weight === 0))
      .map(({ id }) => id),
  );

  /** The loudest combination that holds and has enough evidence beside it. */
  function jointly(
    person: Person,
    authorKnown: boolean,
    fresh: ReadonlySet<string> | null,
    score: number,
    length: number,
    doubt: Doubt,
  ): Escalated | null {
    const { standing, seen, dugUp, ledger } = person;
    const friends = JUDGING.needsOfFriends * acquaintance(ledger.messages());
    const neededFor = (escalated: Escalated, { id, needs }: Escalation): number => {
      if (needs !== null) return needs + friends;
      return weightless.has(id) ? 0 : neededBy(escalated, length);
    };
    /** Whether a combination holds already or may begin now, and whether in doubt; null where neither. */
    const way = ({ id, all }: Escalation, needed: number): 'begun' | 'doubted' | null => {
      if (standing.has(id) || weightless.has(id)) return 'begun';
      const left = person.inDoubt.has(id);
      // What an earlier session left standing together without the evidence is not begun by a reload, nor what was left in doubt.
      const news = fresh ?? (left || seen.before(id) === 'together' ? dugUp : null);
      const isNew = news === null || all.flat().some((signal) => news.has(signal));
      if (isNew) return doubt === 'doubted' ? 'doubted' : 'begun';
      if (left) return doubt === 'lifted' ? 'begun' : 'doubted';
      return needed === 0 ? 'begun' : null;
    };
    const find = (wanted: 'begun' | 'doubted') =>
      escalate(escalations, seen, authorKnown, (escalated, escalation) => {
        const { id } = escalation;
        const needed = neededFor(escalated, escalation);
        if (needed === 0 || score >= needed) return way(escalation, needed) === wanted;
        standing.delete(id);
        person.inDoubt.delete(id);
        return false;
      });
    const doubted = doubt === 'doubted' || person.inDoubt.size > 0 ? find('doubted') : null;
    const begun = find('begun');
    if (doubted) person.inDoubt.add(doubted.id);
    if (begun) {
      standing.add(begun.id);
      person.inDoubt.delete(begun.id);
    }
    return begun;
  }

  /** Settles whether the weights alone hold `caution`, and notes it with the person: they hold it already, or may begin it now. */
  function settleWeights(
    person: Person,
    isEnough: boolean,
    fresh: ReadonlySet<string> | null,
    doubt: Doubt,
  ): boolean {
    const { standing, inDoubt: left } = person;
    if (!isEnough) {
      standing.delete(WEIGHTS);
      left.delete(WEIGHTS);
      return false;
    }
    const isLeft = left.has(WEIGHTS);
    const hasNews = [...(fresh ?? person.dugUp)].some((signal) => (signals[signal]?.weight ?? 0) > 0);
    const isDoubted = doubt === 'doubted';
    const begins = isLeft ? doubt === 'lifted' || (hasNews && !isDoubted) : !isDoubted;
    if (standing.has(WEIGHTS) || begins) {
      standing.add(WEIGHTS);
      left.delete(WEIGHTS);
      return true;
    }
    left.add(WEIGHTS);
    return false;
  }

  /** Of the combination, the heaviest sign of each stage that nothing weighed stands for: without it nobody would see why. */
  function lighterDays(joint: Escalated | null, sightings: Sightings): SeenOn[] {
    const stageOf = (signal: string) => signals[signal]?.stage;
    const weightOf = (signal: string) => signals[signal]?.weight ?? 0;
    const daysOf = (signal: string) => [...(sightings.get(asLighter(signal))?.values() ?? [])];
    const shown = new Set([...sightings.keys()].map(stageOf));
    const parts = escalations.find(({ id }) => id === joint?.id)?.all.flat() ?? [];
    const byStage = new Map<string | undefined, string>();
    for (const signal of parts.filter((part) => daysOf(part).length > 0 && !shown.has(stageOf(part)))) {
      const other = byStage.get(stageOf(signal));
      if (other === undefined || weightOf(signal) > weightOf(other)) byStage.set(stageOf(signal), signal);
    }
    return [...byStage.values()].map((signal) => [signal, daysOf(signal)]);
  }

  function assess(
    person: Person,
    authorKnown: boolean,
    fresh: ReadonlySet<string> | null,
    impression: Doubt,
  ): Assessment {
    const sightings = person.ledger.sightings();
    const { score, byStage } = person.ledger.weigh();
    const messages = person.ledger.messages();
    // Ages that were said are facts: no look of the talk takes them back, but between people who know each other for long.
    const isGap = person.seen.has(AGE_GAP) && acquaintance(messages) === 0;
    const doubt = isGap ? 'lifted' : impression;
    const length =
      Math.min(JUDGING.riseMost, JUDGING.rise * Math.log(1 + messages / JUDGING.riseAfter)) +
      (isOneMessage(sightings, signals) ? JUDGING.oneMessage : 0);
    const joint = jointly(person, authorKnown, fresh, score, length, doubt);
    const stages = [...byStage].filter(
      ([stage, worth]) => stage !== 'context' && worth >= STAGE_PRESENT,
    ).length;
    const isEnough = authorKnown && score >= cautionFrom + length && stages >= STAGES_NEEDED;
    const weighed: Level = settleWeights(person, isEnough, fresh, doubt) ? 'caution' : 'calm';
    const level = louder(weighed, joint?.level ?? 'calm');
    let reasons: readonly Reason[] | null = null;
    return {
      level,
      because: joint && level === joint.level ? joint.id : null,
      // Worked out when read: most assessments are only asked for their level.
      get reasons() {
        reasons ??= reasonsOf([...weighedDays(sightings), ...lighterDays(joint, sightings)], signals);
        return reasons;
      },
      past: level !== 'calm' && !person.live,
      crisis: false,
    };
  }

  function noteStands({ seen, stands, standing, inDoubt, ledger }: Person): void {
    const day = Math.max(0, ...[...ledger.sightings().values()].flatMap((list) => [...list.values()]));
    for (const escalation of escalations) {
      const together = areTogether(escalation, seen);
      if (together === null) continue;
      const near = standing.has(escalation.id) ? 'reached' : 'together';
      stands.note(escalation.id, together ? near : 'apart', day);
    }
    for (const id of ids) {
      if (inDoubt.has(id)) stands.note(IN_DOUBT + id, 'together', day);
      else if (stands.before(IN_DOUBT + id) !== null) stands.note(IN_DOUBT + id, 'apart', day);
    }
  }

  function recallDoubt({ stands, inDoubt }: Person): void {
    for (const id of ids) if ((stands.before(IN_DOUBT + id) ?? 'apart') !== 'apart') inDoubt.add(id);
  }

  return { assess, noteStands, recallDoubt };
}

/** True where every sighting that weighs is of one and the same message. */
function isOneMessage(sightings: Sightings, signals: SignalTable): boolean {
  let only: number | null = null;
  for (const [signal, list] of sightings) {
    if (signals[signal]?.stage === 'context') continue;
    for (const fingerprint of list.keys()) {
      if (only !== null && fingerprint !== only) return false;
      only = fingerprint;
    }
  }
  return true;
}

/** Evidence that an escalation needs: a plain threat none, combinations more the longer the ordinary talk was. */
function neededBy({ level, lone, joint }: Escalated, length: number): number {
  if (level === 'danger' && lone) return joint ? Math.min(length, JUDGING.threatMost) : 0;
  if (level === 'danger') return length;
  return lone ? length : JUDGING.jointFrom + length;
}

/** A signal, and the day of each message that showed it. */
type SeenOn = readonly [signal: string, days: readonly number[]];

function weighedDays(sightings: Sightings): SeenOn[] {
  return [...sightings].map(([signal, seen]) => [signal, [...seen.values()]]);
}

/** Signals seen, the weightiest first; context is left out, since it is no sign of anything. */
function reasonsOf(seen: readonly SeenOn[], signals: SignalTable): Reason[] {
  const reasons = seen.flatMap(([signal, days]) => {
    const rule = signals[signal];
    if (!rule || rule.stage === 'context') return [];
    const { stage, weight } = rule;
    return [{ signal, stage, count: days.length, lastDay: Math.max(...days), weight }];
  });
  return reasons
    .sort((a, b) => b.weight - a.weight || b.count - a.count || (a.signal < b.signal ? -1 : 1))
    .map(({ weight: _, ...reason }) => reason);
}
