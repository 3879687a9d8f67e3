// Which combination of signs holds, and whether it may begin now: something new must have been said, in talk that looks like it.
import type { Case } from './case';
import { escalate } from './escalate';
import { addedByFriends, isPlainThreat, neededBy } from './evidence-needed';
import { isInDoubt } from './impression';
import type { Escalation, SignalTable } from './rules';

/** A combination that may be said, or one that waits for the talk to look like it. */
type Way = 'begun' | 'doubted';

/** The loudest combination that holds and has enough evidence beside it. It stands with the person until it sinks. */
export type Combinations = (at: Case) => Escalation | null;

/** Creates the judgement of combinations. */
export function createCombinations(signals: SignalTable, escalations: readonly Escalation[]): Combinations {
  // Signals without weight add nothing to a sum: their combination is all the evidence there can be (adverts).
  const weightless = new Set(
    escalations
      .filter(({ all }) => all.flat().every((signal) => signals[signal]?.weight === 0))
      .map(({ id }) => id),
  );
  const byId = new Map(escalations.map((escalation) => [escalation.id, escalation]));

  /** Whether a combination holds already or may begin now, and whether in doubt; null where neither. */
  function wayOf(escalation: Escalation, needed: number, { person, fresh, doubt }: Case): Way | null {
    const { id, all } = escalation;
    const { standing, inDoubt, seen, dugUp } = person;
    if (standing.has(id) || weightless.has(id)) return 'begun';
    const isLeft = inDoubt.has(id);
    // What an earlier session left standing together without the evidence is not begun by a reload, nor what was left in doubt.
    const news = fresh ?? (isLeft || seen.before(id) === 'together' ? dugUp : null);
    const isNew = news === null || all.flat().some((signal) => news.has(signal));
    const waits = doubt === 'held' || (doubt === 'doubted' && !isPlainThreat(escalation));
    if (isNew) return waits ? 'doubted' : 'begun';
    if (isLeft) return doubt === 'lifted' ? 'begun' : 'doubted';
    return needed === 0 ? 'begun' : null;
  }

  /** How much evidence a combination needs beside its signs. 0: they are all that it needs. */
  function neededOf(escalation: Escalation, { length }: Case, friends: number): number {
    const { id, needs } = escalation;
    if (needs !== null) return needs + friends;
    return weightless.has(id) ? 0 : neededBy(escalation, length);
  }

  return (at) => {
    const { person, authorKnown, doubt } = at;
    const { standing, inDoubt, seen, ledger } = person;
    const { score } = ledger.weigh();
    const friends = addedByFriends(ledger.messages());
    const isEnough = (needed: number) => needed === 0 || score >= needed;
    // What sank below its evidence stands no longer: it must begin anew.
    for (const id of [...standing, ...inDoubt]) {
      const escalation = byId.get(id);
      if (escalation === undefined || isEnough(neededOf(escalation, at, friends))) continue;
      standing.delete(id);
      inDoubt.delete(id);
    }
    const find = (wanted: Way) =>
      escalate(escalations, seen, authorKnown, (escalation) => {
        const needed = neededOf(escalation, at, friends);
        return isEnough(needed) && wayOf(escalation, needed, at) === wanted;
      });
    const mayDoubt = isInDoubt(doubt) || inDoubt.size > 0;
    const doubted = mayDoubt ? find('doubted') : null;
    const begun = find('begun');
    if (doubted) inDoubt.add(doubted.id);
    if (begun) {
      standing.add(begun.id);
      inDoubt.delete(begun.id);
    }
    return begun;
  };
}
