// Everything that is stored, and the one place that writes it. Runs in the background alone (docs/adr/0003).
// Each operation starts from what is stored, since the worker may have died a moment ago, and operations run one by one.
import type { ConversationMemory } from '../engine/types';
import type { RequestFlag } from '../page/adapter';
import { createSecret, toBase64 } from './keys';
import { isExpired, mergeMemory, sightOf } from './memory';
import type { Answers, ConversationKey, StorageHealth } from './messages';
import { createPatientArea } from './patient-area';
import { PIN_COST, type PinCost } from './pin';
import { LOCKABLE, type Lockable } from './policy-types';
import { DEFAULT_SETTINGS, type Settings, type SettingsChange } from './settings';
import { isSnoozed, SNOOZE_MS } from './snooze';
import { createFamilyStorage } from './storage-family';
import { ASIDE, kindOf, type StorageArea } from './storage-items';
import {
  COUNTS,
  type Contact,
  contactItem,
  countOne,
  FAMILY,
  memoryItem,
  NEW_CONTACT,
  noteCard,
  PENDING,
  PIN,
  PRUNED,
  SECRET,
  SETTINGS,
  type ShownCard,
  type StoredMemory,
} from './storage-kinds';
import { createPrivateStorage } from './storage-private';
import { pruneList } from './storage-prune';
import { createTurns, type Turns } from './storage-turn';
import { weekOf } from './week';

export type Options = {
  /** How slow the hash of a PIN is; tests take a fast one. */
  readonly pinCost?: PinCost;
  /** Settings as they take effect where a policy holds; without it, as they are stored. */
  readonly effective?: (settings: Settings) => Settings;
  /** Comes once `effective` knows what a policy says: fewer days than hold must delete nothing. Without it, at once. */
  readonly policyKnown?: Promise<unknown>;
};

/** The store, as the background's handlers use it. But for `under`, every operation rejects only where the browser's storage does. */
export type Storage = ReturnType<typeof createStorage>;

/** Stays when a person deletes what was seen: choices, and what only a parent's PIN may end. */
const KEPT_BY_FORGET: readonly string[] = [SETTINGS.key, FAMILY.key, PIN.key, PENDING.key];

/** Makes the store over a storage area. `now` in milliseconds. Cheap: nothing is read until an operation asks. */
export function createStorage(
  browserArea: StorageArea,
  now: () => number,
  { pinCost = PIN_COST, effective = (settings) => settings, policyKnown = Promise.resolve() }: Options = {},
) {
  const turns = createTurns(createPatientArea(browserArea), now);
  const { area, inTurn, read, today } = turns;
  let mayPrune = false;
  const known = policyKnown.then(() => {
    mayPrune = true;
  });

  const snoozeEnd = (on: boolean): number | null => (on ? now() + SNOOZE_MS : null);

  const newContact = (): Contact => ({ ...NEW_CONTACT, lastSeen: today() });

  async function readContact(conversation: ConversationKey): Promise<Contact> {
    return (await read(contactItem(conversation))) ?? newContact();
  }

  /** Nobody waits for the policy in turn: what may not be deleted yet is left for later. */
  async function prune(): Promise<void> {
    if (!mayPrune) return;
    const { retentionDays } = effective(await read(SETTINGS));
    const expired = pruneList(await area.get(null), { now: now(), retentionDays });
    if (expired.length > 0) await area.remove(expired);
  }

  /** Whether this card is to wait for a parent: a child under 13, the family view on, and danger. */
  async function waitsForParent({ level }: ShownCard): Promise<boolean> {
    if (level !== 'danger' || (await read(SETTINGS)).audience !== 'parent') return false;
    return (await read(FAMILY)) !== null;
  }

  /** What is kept of one conversation. `inTurn` lets an operation in, or rejects. */
  const ofConversations = (inTurn: Turns['inTurn']) => ({
    /** What is known of it. Memory past its retention is not handed out, and deleted here. */
    open: (conversation: ConversationKey): Promise<Answers['open']> =>
      inTurn(async () => {
        const item = memoryItem(conversation);
        const [stored, contact, settings] = [
          await read(item),
          await readContact(conversation),
          effective(await read(SETTINGS)),
        ];
        const expired = stored !== null && isExpired(stored.memory.lastSeen, today(), settings.retentionDays);
        if (expired && mayPrune) await area.remove([item.key]);
        return {
          memory: expired ? null : (stored?.memory ?? null),
          snoozedUntil: isSnoozed(contact.snoozedUntil, now()) ? contact.snoozedUntil : null,
          shown: contact.shown,
          shownToday: contact.counted.day === today() ? contact.counted.cards : [],
          requested: contact.requested ?? [],
        };
      }),

    /** Keeps what a request showed; what an earlier look saw of it stays. Written only where something is new. */
    requested: (conversation: ConversationKey, flags: readonly RequestFlag[]) =>
      inTurn(async () => {
        const item = contactItem(conversation);
        const stored = await read(item);
        const contact = stored ?? newContact();
        const before = contact.requested ?? [];
        const all = [...new Set([...before, ...flags])].sort();
        if (all.length === before.length) return;
        await area.set({ [item.key]: { ...contact, requested: all, lastSeen: today() } });
        if (stored === null) await prune(); // a page may show ever new requests
      }),

    /** Joins what a tab saw to what is stored. Sent twice, or by two tabs, it counts once. */
    see: (conversation: ConversationKey, memory: ConversationMemory, weak: boolean) =>
      inTurn(async () => {
        const item = memoryItem(conversation);
        const stored = await read(item);
        const merged = stored === null ? memory : mergeMemory(stored.memory, memory);
        const lastSeen = sightOf(memory.lastSeen, stored?.memory.lastSeen ?? 0, today());
        const next: StoredMemory = { version: 1, weak, memory: { ...merged, lastSeen } };
        await area.set({ [item.key]: next });
        if (stored === null) await prune();
      }),

    /**
     * Notes and counts a card; true where a parent's mark is now to be shown. The same card again on the same day is
     * a second tab, or a message sent twice.
     */
    warned: (conversation: ConversationKey, card: ShownCard) =>
      inTurn(async () => {
        const [contact, counts] = [await readContact(conversation), await read(COUNTS)];
        const noted = noteCard(contact, card, today());
        if (noted === null) return false;
        const waits = await waitsForParent(card);
        // One write for all: a worker that dies can't count a card that is not noted as shown.
        await area.set({
          [contactItem(conversation).key]: noted,
          [COUNTS.key]: countOne(counts, weekOf(today()), card.level),
          ...(waits ? { [PENDING.key]: { version: 1, pending: true } } : {}),
        });
        return waits;
      }),

    /** Sets or ends a snooze; answers with its end in milliseconds, or null. */
    snooze: (conversation: ConversationKey, on: boolean) =>
      inTurn(async () => {
        const contact = await readContact(conversation);
        const snoozedUntil = snoozeEnd(on);
        await area.set({
          [contactItem(conversation).key]: {
            ...contact,
            snoozedUntil,
            lastSeen: sightOf(today(), contact.lastSeen, today()),
          },
        });
        return snoozedUntil;
      }),
  });

  return {
    ...createFamilyStorage(turns, pinCost),
    ...createPrivateStorage(turns),
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

    settings: () => inTurn(() => read(SETTINGS)),

    /** Writes the fields of `change` (checked by the router) and answers with all of them. */
    changeSettings: (change: SettingsChange) =>
      inTurn(async () => {
        const settings = changed(await read(SETTINGS), change);
        await area.set({ [SETTINGS.key]: settings });
        return settings;
      }),

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
    snoozeEnd,

    counts: () => inTurn(() => read(COUNTS)),

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

    /** What the popup says of storage: kinds that were set aside, and how many conversations are remembered. */
    health: (): Promise<Pick<StorageHealth, 'setAside' | 'conversations'>> =>
      inTurn(async () => {
        const keys = Object.keys(await area.get(null));
        const asides = keys
          .filter((key) => key.startsWith(ASIDE))
          .map((key) => kindOf(key.slice(ASIDE.length)));
        return {
          setAside: [...new Set(asides)].sort(),
          conversations: keys.filter((key) => kindOf(key) === 'memory').length,
        };
      }),

    /**
     * Deletes what was seen and what was typed; the next `secret` is a new one, so nothing old can be told apart again.
     * The family view then counts from today. With `everything` nothing stays.
     */
    forget: ({ everything = false } = {}) =>
      inTurn(async () => {
        const family = everything ? null : await read(FAMILY);
        const keys = Object.keys(await area.get(null));
        if (family !== null) await area.set({ [FAMILY.key]: { ...family, since: today() } });
        await area.remove(keys.filter((key) => everything || !KEPT_BY_FORGET.includes(key)));
      }),
  };
}

/** Notes which settings were set to their default on purpose (`chosen`). */
function changed(settings: Settings, change: SettingsChange): Settings {
  const next: Settings = { ...settings, ...change, version: 1 };
  const isDefault = (name: Lockable) => JSON.stringify(next[name]) === JSON.stringify(DEFAULT_SETTINGS[name]);
  const chosen = LOCKABLE.filter(
    (name) => isDefault(name) && (name in change || (settings.chosen ?? []).includes(name)),
  );
  const { chosen: _, ...rest } = next;
  return chosen.length > 0 ? { ...rest, chosen } : rest;
}
