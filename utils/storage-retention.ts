// How long things are kept: as a person chose, or as a policy says, and the clean-up that follows from it.
import type { Settings } from './settings';
import { PRUNED, SETTINGS } from './storage-kinds';
import { pruneList } from './storage-prune';
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
  /** Deletes what is past its retention or over the limit, where that may be. */
  prune(): Promise<void>;
  readonly known: Promise<void>;
};

export function createRetention(
  { area, now, read }: Turns,
  { effective, policyKnown }: RetentionOptions,
): Retention {
  let isKnown = false;
  const days = async () => effective(await read(SETTINGS)).retentionDays;
  return {
    days,
    mayDelete: () => isKnown,
    async prune() {
      if (!isKnown) return;
      const retentionDays = await days();
      const expired = pruneList(await area.get(null), { now: now(), retentionDays });
      if (expired.length > 0) await area.remove(expired);
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
          await prune();
          await area.set({ [PRUNED]: today() });
        }),
      ),
  };
}
