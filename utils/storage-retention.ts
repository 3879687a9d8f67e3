// How long things are kept: as a person chose, or as a policy says, and the clean-up that follows from it.
import type { Settings } from './settings';
import { ASIDE, asideSince } from './storage-items';
import { COUNTS, FAMILY, PRUNED, SETTINGS, SINGLE } from './storage-kinds';
import { pruneList } from './storage-prune';
import { trimmedItems } from './storage-trim';
import type { Turns } from './storage-turn';

export type RetentionOptions = {
  /** Settings as they take effect where a policy holds. */
  readonly effective: (settings: Settings) => Settings;
  /** Comes once `effective` knows what a policy says: fewer days than hold must delete nothing. */
  readonly policyKnown: Promise<unknown>;
};

/** But for `known`, for operations that have their turn. */
export type Retention = {
  days(): Promise<number>;
  /** False until the policy is known. Nobody waits for it in turn: what may not be deleted yet is left for later. */
  mayDelete(): boolean;
  /** Deletes what is past its retention or over the limit, and the ends of what has ended, where that may be. */
  prune(): Promise<void>;
  readonly known: Promise<void>;
};

export function createRetention(
  { area, now, read }: Turns,
  { effective, policyKnown }: RetentionOptions,
): Retention {
  let isKnown = false;
  /** The family view goes on saying from when it knows (storage-family.ts), once what said so is deleted. */
  async function keepCountedSince(): Promise<void> {
    const [family, lost] = [await read(FAMILY), await asideSince(area, COUNTS)];
    if (family !== null && lost !== null && lost > family.since)
      await area.set({ [FAMILY.key]: { ...family, since: lost } });
  }
  const days = async () => effective(await read(SETTINGS)).retentionDays;
  return {
    days,
    mayDelete: () => isKnown,
    async prune() {
      if (!isKnown) return;
      for (const item of SINGLE) await read(item);
      const retentionDays = await days();
      const items = await area.get(null);
      const expired = pruneList(items, { now: now(), retentionDays });
      if (expired.includes(ASIDE + COUNTS.key)) await keepCountedSince();
      if (expired.length > 0) await area.remove(expired);
      for (const key of expired) delete items[key];
      const trimmed = trimmedItems(items, now());
      if (Object.keys(trimmed).length > 0) await area.set(trimmed);
    },
    known: policyKnown.then(() => {
      isKnown = true;
    }),
  };
}

export function createCleanUp({ area, today, inTurn }: Turns, { known, prune }: Retention) {
  return {
    /** Deletes what is past its retention or over the limit, as soon as the policy is known. */
    prune: () => known.then(() => inTurn(prune)),

    /** The same; at most once a day, however often the worker starts. */
    pruneDaily: () =>
      known.then(() =>
        inTurn(async () => {
          if ((await area.get([PRUNED]))[PRUNED] === today()) return;
          const { [PRUNED]: _, ...stored } = await area.get(null);
          if (Object.keys(stored).length === 0) return; // nothing is written where nothing is
          await prune();
          await area.set({ [PRUNED]: today() });
        }),
      ),
  };
}
