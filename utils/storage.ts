// Joins all that is stored into one store, whose parts (storage-*.ts) write in turn. Runs in the background alone (docs/adr/0003).
// Each operation starts from what is stored, since the worker may have died a moment ago, and operations run one by one.
import { createSecret, toBase64 } from './keys';
import type { StorageHealth } from './page-messages';
import { createPatientArea } from './patient-area';
import { PIN_COST, type PinCost } from './pin';
import { snoozeEnd } from './snooze';
import { createContactStorage } from './storage-contacts';
import { createFamilyStorage } from './storage-family';
import { ASIDE, kindOf, type StorageArea } from './storage-items';
import { COUNTS, FAMILY, KEPT_BY_FORGET, SECRET } from './storage-kinds';
import { createMemoryStorage } from './storage-memories';
import { createPrivateStorage } from './storage-private';
import { createCleanUp, createRetention, type RetentionOptions } from './storage-retention';
import { createSettingsStorage } from './storage-settings';
import { createTurns, type Turns } from './storage-turn';

/** Without `effective` settings take effect as they are stored, and without `policyKnown` at once. */
export type Options = Partial<RetentionOptions> & {
  /** How slow the hash of a PIN is; tests take a fast one. */
  readonly pinCost?: PinCost;
};

/** The store, as the background's handlers use it. But for `under`, every operation rejects only where the browser's storage does. */
export type Storage = ReturnType<typeof createStorage>;

/** Makes the store over a storage area. `now` in milliseconds. Cheap: nothing is read until an operation asks. */
export function createStorage(
  browserArea: StorageArea,
  now: () => number,
  { pinCost = PIN_COST, effective = (settings) => settings, policyKnown = Promise.resolve() }: Options = {},
) {
  const turns = createTurns(createPatientArea(browserArea), now);
  const { area, inTurn, read, today } = turns;
  const retention = createRetention(turns, { effective, policyKnown });

  /** What is kept of one conversation. `inTurn` lets an operation in, or rejects. */
  const ofConversations = (inTurn: Turns['inTurn']) => ({
    ...createMemoryStorage({ ...turns, inTurn }, retention),
    ...createContactStorage({ ...turns, inTurn }, retention),
  });

  return {
    ...createSettingsStorage(turns),
    ...createFamilyStorage(turns, pinCost),
    ...createPrivateStorage(turns),
    ...createCleanUp(turns, retention),
    ...ofConversations(inTurn),

    /**
     * The same for one who names conversations by a key. Rejects where `isOfKey` says that the present secret did not make
     * it: a tab that has not heard yet that all was forgotten would bring it back, and a name that was made up while
     * storage failed is asked for by nobody again. In the same turn, so that nothing is forgotten in between.
     */
    under: (isOfKey: (secret: Uint8Array) => boolean) =>
      ofConversations((operation) =>
        inTurn(async () => {
          const secret = await read(SECRET);
          if (secret === null || !isOfKey(secret)) throw new Error('named by a key that does not hold');
          return operation();
        }),
      ),

    /** The per-install secret; made at the first call. */
    secret: () =>
      inTurn(async () => {
        const stored = await read(SECRET);
        if (stored !== null) return stored;
        const secret = createSecret();
        await area.set({ [SECRET.key]: { version: 1, key: toBase64(secret) } });
        return secret;
      }),

    /** When a snooze that begins now would end, in milliseconds; null for one that ends now. Writes nothing. */
    snoozeEnd: (on: boolean) => snoozeEnd(on, now()),

    counts: () => inTurn(() => read(COUNTS)),

    health: () => inTurn(async () => healthOf(Object.keys(await area.get(null)))),

    /**
     * Deletes what was seen and what was typed; the next `secret` is a new one, so nothing old can be told apart again.
     * The family view then counts from today. With `everything` nothing stays.
     */
    forget: ({ everything = false } = {}) =>
      inTurn(async () => {
        const kept = everything ? [] : KEPT_BY_FORGET;
        for (const item of kept) await read(item);
        const family = everything ? null : await read(FAMILY);
        const keys = Object.keys(await area.get(null));
        if (family !== null) await area.set({ [FAMILY.key]: { ...family, since: today() } });
        await area.remove(keys.filter((key) => !kept.some((item) => item.key === key)));
      }),
  };
}

/** What the popup says of storage: kinds that were set aside, and how many conversations are remembered. */
function healthOf(keys: readonly string[]): Pick<StorageHealth, 'setAside' | 'conversations'> {
  const asides = keys.filter((key) => key.startsWith(ASIDE)).map((key) => kindOf(key.slice(ASIDE.length)));
  return {
    setAside: [...new Set(asides)].sort(),
    conversations: keys.filter((key) => kindOf(key) === 'memory').length,
  };
}
