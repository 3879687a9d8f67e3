// Everything that is stored, and the one place that writes it. Runs in the background alone (design.md, sections 3, 7).
// Each operation starts from what is stored, since the worker may have died a moment ago, and operations run one by one.
import type { Shown } from '../engine/decide';
import type { ConversationMemory, Level } from '../engine/types';
import { createSecret, keyFromBase64, toBase64 } from './keys';
import { dayOf, isExpired, mergeMemory } from './memory';
import type { Answers, ConversationKey, StorageHealth } from './messages';
import { DEFAULT_SETTINGS, type Settings } from './settings';
import { ASIDE, type Item, itemOf, kindOf, readItem, type StorageArea } from './storage-items';
import { pruneList } from './storage-prune';
import {
  CARDS_KEPT,
  contactSchema,
  countsSchema,
  salvageSettings,
  secretSchema,
  storedMemorySchema,
} from './storage-schemas';
import { weekOf } from './week';

/** "I know this person" holds for 30 days (design.md, section 4). */
export const SNOOZE_MS = 30 * 24 * 60 * 60 * 1000;

/** Weeks whose counts are kept: two years, as far back as a school year's comparison reaches. */
const WEEKS_KEPT = 104;

type StoredMemory = { readonly version: 1; readonly weak: boolean; readonly memory: ConversationMemory };
type Contact = {
  readonly version: 1;
  readonly snoozedUntil: number | null;
  readonly shown: Shown;
  readonly counted: { readonly day: number; readonly cards: readonly string[] };
  readonly lastSeen: number;
};
type ShownCard = {
  readonly level: Exclude<Level, 'calm'>;
  readonly card: string;
  readonly stages: readonly string[];
};
type WeekCounts = Readonly<Record<Exclude<Level, 'calm'>, number>>;
type Counts = { readonly version: 1; readonly weeks: Readonly<Record<string, WeekCounts>> };

const SETTINGS: Item<Settings> = {
  key: 'settings',
  fallback: DEFAULT_SETTINGS,
  parse(raw) {
    const isOurs = typeof raw === 'object' && raw !== null && 'version' in raw && raw.version === 1;
    if (!isOurs) return { value: DEFAULT_SETTINGS, intact: false };
    const { settings, intact } = salvageSettings(raw as Record<string, unknown>);
    return { value: settings, intact };
  },
};
const SECRET: Item<Uint8Array | null> = {
  key: 'secret',
  fallback: null,
  parse(raw) {
    const stored = secretSchema.safeParse(raw);
    const value = stored.success ? keyFromBase64(stored.data.key) : null;
    return { value, intact: value !== null };
  },
};
/** The day of the last clean-up; a bare number, since garbage there only means one more clean-up. */
const PRUNED = 'pruned';
const NEW_CONTACT: Omit<Contact, 'lastSeen'> = {
  version: 1,
  snoozedUntil: null,
  shown: { stages: {}, cards: {} },
  counted: { day: 0, cards: [] },
};
const NO_COUNTS: Counts = { version: 1, weeks: {} };
const COUNTS = itemOf<Counts>('counts', NO_COUNTS, countsSchema);
const memoryItem = (conversation: ConversationKey) =>
  itemOf<StoredMemory | null>(`memory:${conversation}`, null, storedMemorySchema);
const contactItem = (conversation: ConversationKey) =>
  itemOf<Contact | null>(`contact:${conversation}`, null, contactSchema);

/** The store, as the background's handlers use it. Every operation rejects only where the browser's storage does. */
export type Storage = ReturnType<typeof createStorage>;

/** Makes the store over a storage area. `now` in milliseconds. Cheap: nothing is read until an operation asks. */
export function createStorage(area: StorageArea, now: () => number) {
  let last: Promise<unknown> = Promise.resolve();
  /** Runs one operation after the other, so that no write is based on a value that another one just replaced. */
  const inTurn = <T>(operation: () => Promise<T>): Promise<T> => {
    const result = last.then(operation, operation);
    last = result;
    return result;
  };
  const today = () => dayOf(now());
  const read = <T>(item: Item<T>) => readItem(area, item, today());

  async function readContact(conversation: ConversationKey): Promise<Contact> {
    const contact = await read(contactItem(conversation));
    return contact ?? { ...NEW_CONTACT, lastSeen: today() };
  }

  async function prune(): Promise<void> {
    const { retentionDays } = await read(SETTINGS);
    const expired = pruneList(await area.get(null), { now: now(), retentionDays });
    if (expired.length > 0) await area.remove(expired);
  }

  return {
    settings: () => inTurn(() => read(SETTINGS)),

    /** Writes the fields of `change` (checked by the router) and answers with all of them. */
    changeSettings: (change: Partial<Settings>) =>
      inTurn(async () => {
        const settings: Settings = { ...(await read(SETTINGS)), ...change, version: 1 };
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

    /** What is known of a conversation. Memory past its retention is deleted here, not handed out. */
    open: (conversation: ConversationKey): Promise<Answers['open']> =>
      inTurn(async () => {
        const item = memoryItem(conversation);
        const [stored, contact, settings] = [
          await read(item),
          await readContact(conversation),
          await read(SETTINGS),
        ];
        const expired = stored !== null && isExpired(stored.memory.lastSeen, today(), settings.retentionDays);
        if (expired) await area.remove([item.key]);
        return {
          memory: expired ? null : (stored?.memory ?? null),
          snoozedUntil: stillSnoozed(contact.snoozedUntil, now()),
          shown: contact.shown,
        };
      }),

    /** Joins what a tab saw to what is stored. Sent twice, or by two tabs, it counts once. */
    see: (conversation: ConversationKey, memory: ConversationMemory, weak: boolean) =>
      inTurn(async () => {
        const item = memoryItem(conversation);
        const stored = await read(item);
        const merged = stored === null ? memory : mergeMemory(stored.memory, memory);
        const lastSeen = Math.min(merged.lastSeen, today()); // a wrong clock must not make memory everlasting
        const next: StoredMemory = { version: 1, weak, memory: { ...merged, lastSeen } };
        await area.set({ [item.key]: next });
        if (stored === null) await prune();
      }),

    /** Notes and counts a card. The same one again on the same day is a second tab, or a message sent twice. */
    warned: (conversation: ConversationKey, { level, card, stages }: ShownCard) =>
      inTurn(async () => {
        const [contact, counts] = [await readContact(conversation), await read(COUNTS)];
        const before = contact.counted.day === today() ? contact.counted.cards : [];
        if (before.includes(card)) return;
        const shown = noteShown(contact.shown, { level, card, stages }, today());
        const counted = { day: today(), cards: [...before, card].slice(-CARDS_KEPT) };
        // One write for both: a worker that dies can't count a card that is not noted as shown.
        await area.set({
          [contactItem(conversation).key]: { ...contact, shown, counted, lastSeen: today() },
          [COUNTS.key]: countOne(counts, weekOf(now()), level),
        });
      }),

    /** Sets or ends a snooze; answers with its end in milliseconds, or null. */
    snooze: (conversation: ConversationKey, on: boolean) =>
      inTurn(async () => {
        const contact = await readContact(conversation);
        const snoozedUntil = on ? now() + SNOOZE_MS : null;
        await area.set({ [contactItem(conversation).key]: { ...contact, snoozedUntil, lastSeen: today() } });
        return snoozedUntil;
      }),

    counts: () => inTurn(() => read(COUNTS)),

    /** Deletes what is past its retention or over the limit; at most once a day, however often the worker starts. */
    pruneDaily: () =>
      inTurn(async () => {
        if ((await area.get([PRUNED]))[PRUNED] === today()) return;
        await prune();
        await area.set({ [PRUNED]: today() });
      }),

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

    /** Deletes everything but the settings; the next `secret` is a new one, so nothing old can be told apart again. */
    forget: () =>
      inTurn(async () => {
        const keys = Object.keys(await area.get(null)).filter((key) => key !== SETTINGS.key);
        await area.remove(keys);
      }),
  };
}

function stillSnoozed(until: number | null, now: number): number | null {
  return until !== null && until > now ? until : null;
}

/** The newest entries go to the end, and the oldest give way. */
function noteShown(shown: Shown, { card, stages }: ShownCard, day: number): Shown {
  const newest = (record: Shown['cards'], added: Shown['cards']) => {
    const kept = Object.entries(record).filter(([name]) => !(name in added));
    return Object.fromEntries([...kept, ...Object.entries(added)].slice(-CARDS_KEPT));
  };
  return {
    stages: newest(shown.stages, Object.fromEntries(stages.map((stage) => [stage, day]))),
    cards: newest(shown.cards, { [card]: (shown.cards[card] ?? 0) + 1 }),
  };
}

function countOne(counts: Counts, week: string, level: keyof WeekCounts): Counts {
  const before = counts.weeks[week] ?? { notice: 0, caution: 0, danger: 0 };
  const weeks = { ...counts.weeks, [week]: { ...before, [level]: before[level] + 1 } };
  const newest = Object.entries(weeks)
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .slice(0, WEEKS_KEPT);
  return { version: 1, weeks: Object.fromEntries(newest) };
}
