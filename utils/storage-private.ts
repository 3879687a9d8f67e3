// Small private items of the store: the trusted adult, the number of snoozes, and the overview of all that is stored.
import { isSnoozed } from './snooze';
import { ASIDE, kindOf } from './storage-items';
import { COUNTS, SETTINGS, TRUSTED_ADULT } from './storage-kinds';
import type { Turns } from './storage-turn';
import { STORED_KINDS, type StoredKind, type StoredOverview } from './stored-kinds';
import type { TrustedAdult } from './trusted-adult';

export function createPrivateStorage({ area, now, read, inTurn }: Turns) {
  /** Contacts with a snooze that has not ended. Their keys are of no use outside this file. */
  async function snoozed(): Promise<Record<string, unknown>> {
    const items = await area.get(null);
    return Object.fromEntries(
      Object.entries(items).filter(([key, value]) => kindOf(key) === 'contact' && endOf(value) > now()),
    );
  }

  return {
    trustedAdult: () => inTurn(async () => (await read(TRUSTED_ADULT))?.adult ?? null),

    /** Null deletes, together with what may have been set aside. */
    setTrustedAdult: (adult: TrustedAdult | null) =>
      inTurn(async () => {
        if (adult === null) await area.remove([TRUSTED_ADULT.key, ASIDE + TRUSTED_ADULT.key]);
        else await area.set({ [TRUSTED_ADULT.key]: { version: 1, adult } });
        return adult;
      }),

    /** How many contacts are snoozed: never which. */
    snoozes: () =>
      inTurn(async () => Object.values(await snoozed()).filter((one) => isSnoozed(endOf(one), now())).length),

    /** Ends all of them; all else that is known of those contacts stays. */
    endSnoozes: () =>
      inTurn(async () => {
        const contacts = await snoozed();
        const ended = Object.entries(contacts).map(([key, contact]) => [
          key,
          { ...(contact as object), snoozedUntil: null },
        ]);
        if (ended.length > 0) await area.set(Object.fromEntries(ended));
      }),

    overview: (): Promise<StoredOverview> =>
      inTurn(async () => {
        const settings = await read(SETTINGS);
        const weeks = Object.keys((await read(COUNTS)).weeks).length;
        const counts = countKinds(Object.keys(await area.get(null)));
        return { counts: { ...counts, counts: weeks }, settings };
      }),
  };
}

function endOf(contact: unknown): number {
  const until =
    typeof contact === 'object' && contact !== null && 'snoozedUntil' in contact ? contact.snoozedUntil : 0;
  return typeof until === 'number' ? until : 0;
}

function countKinds(keys: readonly string[]): StoredOverview['counts'] {
  const counts = { other: 0 } as Record<StoredKind | 'other', number>;
  for (const kind of STORED_KINDS) counts[kind] = 0;
  for (const key of keys) {
    const kind = kindOf(key);
    counts[STORED_KINDS.find((known) => known === kind) ?? 'other'] += 1;
  }
  return counts;
}
