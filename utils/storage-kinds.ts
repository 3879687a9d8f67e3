// The kinds of items in storage: what each holds, how it is read, and how a card is noted in it. Pure.
import type { Shown } from '../engine/decide';
import { CARDS_KEPT } from '../engine/memory-limits';
import type { ConversationMemory, Level } from '../engine/types';
import { keyFromBase64 } from './keys';
import { sightOf } from './memory';
import type { ConversationKey } from './messages';
import type { PinHash } from './pin';
import type { RequestFlag } from './request-flags';
import { DEFAULT_SETTINGS, type Settings } from './settings';
import { salvageSettings } from './settings-schemas';
import { addShown } from './shown';
import { type Item, itemOf } from './storage-items';
import {
  contactSchema,
  countsSchema,
  familySchema,
  pendingSchema,
  secretSchema,
  storedAdultSchema,
  storedMemorySchema,
  storedPinSchema,
} from './storage-schemas';
import type { TrustedAdult } from './trusted-adult';

/** Weeks whose counts are kept: two years, as far back as a school year's comparison reaches. */
export const WEEKS_KEPT = 104;

export type StoredMemory = {
  readonly version: 1;
  readonly weak: boolean;
  readonly memory: ConversationMemory;
};
export type Contact = {
  readonly version: 1;
  readonly snoozedUntil: number | null;
  readonly shown: Shown;
  readonly counted: { readonly day: number; readonly cards: readonly string[] };
  readonly lastSeen: number;
  /** What the page showed when this contact asked. */
  readonly requested?: readonly RequestFlag[] | undefined;
};
export type ShownCard = {
  readonly level: Exclude<Level, 'calm'>;
  readonly card: string;
  readonly stages: readonly string[];
};
type WeekCounts = Readonly<Record<Exclude<Level, 'calm'>, number>>;
export type Counts = { readonly version: 1; readonly weeks: Readonly<Record<string, WeekCounts>> };

type Family = { readonly version: 1; readonly on: true; readonly since: number };
export type StoredPin = PinHash & {
  readonly version: 1;
  /** Wrong tries since the last right one. */
  readonly wrong: number;
  /** Milliseconds since 1970. */
  readonly lastTry: number;
};
type StoredAdult = { readonly version: 1; readonly adult: TrustedAdult };

export const SETTINGS: Item<Settings> = {
  key: 'settings',
  fallback: DEFAULT_SETTINGS,
  parse(raw) {
    const isOurs = typeof raw === 'object' && raw !== null && 'version' in raw && raw.version === 1;
    if (!isOurs) return { value: DEFAULT_SETTINGS, intact: false };
    const { settings, intact } = salvageSettings(raw as Record<string, unknown>);
    return { value: settings, intact };
  },
};
export const SECRET: Item<Uint8Array | null> = {
  key: 'secret',
  fallback: null,
  parse(raw) {
    const stored = secretSchema.safeParse(raw);
    const value = stored.success ? keyFromBase64(stored.data.key) : null;
    return { value, intact: value !== null };
  },
};
/** The day of the last clean-up; a bare number, since garbage there only means one more clean-up. */
export const PRUNED = 'pruned';
export const NEW_CONTACT: Omit<Contact, 'lastSeen'> = {
  version: 1,
  snoozedUntil: null,
  shown: { stages: {}, cards: {} },
  counted: { day: 0, cards: [] },
};
const NO_COUNTS: Counts = { version: 1, weeks: {} };
export const COUNTS = itemOf<Counts>('counts', NO_COUNTS, countsSchema);
/** Absent where the family view is off. */
export const FAMILY = itemOf<Family | null>('family', null, familySchema);
export const PIN = itemOf<StoredPin | null>('pin', null, storedPinSchema);
export const PENDING = itemOf<{ readonly version: 1; readonly pending: true } | null>(
  'pending',
  null,
  pendingSchema,
);
export const TRUSTED_ADULT = itemOf<StoredAdult | null>('trusted-adult', null, storedAdultSchema);

/** Stays when a person deletes what was seen: choices, and what only a parent's PIN may end. */
export const KEPT_BY_FORGET: readonly Item<unknown>[] = [SETTINGS, FAMILY, PIN, PENDING];
/** Those of which there is one. What can be read of them again is put back (storage-items.ts) before anything aside is deleted. */
export const SINGLE: readonly Item<unknown>[] = [...KEPT_BY_FORGET, COUNTS, TRUSTED_ADULT, SECRET];

export const memoryItem = (conversation: ConversationKey) =>
  itemOf<StoredMemory | null>(`memory:${conversation}`, null, storedMemorySchema);
export const contactItem = (conversation: ConversationKey) =>
  itemOf<Contact | null>(`contact:${conversation}`, null, contactSchema);

/** The contact with one more card, or null where that card was counted today already. `day` is today. */
export function noteCard(contact: Contact, shown: ShownCard, day: number): Contact | null {
  const before = contact.counted.day === day ? contact.counted.cards : [];
  if (before.includes(shown.card)) return null;
  const counted = { day, cards: [...before, shown.card].slice(-CARDS_KEPT) };
  return {
    ...contact,
    shown: addShown(contact.shown, shown.card, shown.stages, day),
    counted,
    lastSeen: sightOf(day, contact.lastSeen, day),
  };
}

/** The counts with one more card in that week. */
export function countOne(counts: Counts, week: string, level: keyof WeekCounts): Counts {
  const before = counts.weeks[week] ?? { notice: 0, caution: 0, danger: 0 };
  const weeks = { ...counts.weeks, [week]: { ...before, [level]: before[level] + 1 } };
  const newest = Object.entries(weeks)
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .slice(0, WEEKS_KEPT);
  return { version: 1, weeks: Object.fromEntries(newest) };
}
