// What all that is known of one person adds up to: by weights, and by combinations of signs.
import { oldAcquaintance } from './acquaintance';
import type { Case } from './case';
import { createCombinations } from './combinations';
import { areTogether } from './escalate';
import { addedByLength } from './evidence-needed';
import type { Doubt } from './impression';
import { louder } from './levels';
import type { Person } from './person';
import { reasonsOf } from './reasons';
import type { Escalation, SignalTable } from './rules';
import type { Assessment, Reason } from './types';
import { createWeightsAlone, WEIGHTS } from './weights-alone';

/** A child's age and an adult's were said. */
const AGE_GAP = 'context.gap';
/** Before the id of what was left in doubt, as memory keeps it. */
const IN_DOUBT = 'doubt-';

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
  cautionFrom: number,
): Judge {
  const jointly = createCombinations(signals, escalations);
  const byWeights = createWeightsAlone(signals, cautionFrom);
  /** Of all that may stand or be left in doubt. */
  const ids = [...escalations.map(({ id }) => id), WEIGHTS];

  return {
    assess(person, authorKnown, fresh, impression) {
      const { seen, ledger } = person;
      const sightings = ledger.sightings();
      const messages = ledger.messages();
      // Ages that were said are facts: no look of the talk takes them back, but between people who know each other for long.
      const isGap = seen.has(AGE_GAP) && oldAcquaintance(messages) === 0;
      const doubt = isGap ? 'lifted' : impression;
      const length = addedByLength(messages, sightings, signals);
      const at: Case = { person, authorKnown, fresh, doubt, length };
      const joint = jointly(at);
      const level = louder(byWeights(at) ? 'caution' : 'calm', joint?.level ?? 'calm');
      let reasons: readonly Reason[] | null = null;
      return {
        level,
        because: joint && level === joint.level ? joint.id : null,
        // Worked out when read: most assessments are only asked for their level.
        get reasons() {
          reasons ??= reasonsOf(sightings, joint?.all.flat() ?? [], signals);
          return reasons;
        },
        past: level !== 'calm' && !person.live,
        crisis: false,
      };
    },
    noteStands({ seen, stands, standing, inDoubt, ledger }) {
      const day = Math.max(0, ...[...ledger.sightings().values()].flatMap((days) => [...days.values()]));
      for (const escalation of escalations) {
        const together = areTogether(escalation, seen);
        if (together === null) continue;
        const near = standing.has(escalation.id) ? 'reached' : 'together';
        stands.note(escalation.id, together ? near : 'apart', day);
      }
      for (const id of ids) {
        const left = IN_DOUBT + id;
        if (inDoubt.has(id)) stands.note(left, 'together', day);
        else if (stands.before(left) !== null) stands.note(left, 'apart', day);
      }
    },
    recallDoubt({ stands, inDoubt }) {
      for (const id of ids) if ((stands.before(IN_DOUBT + id) ?? 'apart') !== 'apart') inDoubt.add(id);
    },
  };
}
