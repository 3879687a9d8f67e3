// Which items have had their time: past retention, or too many. Pure, so that it can be tried on anything.
import { dayOf, isExpired } from './memory';
import { isSnoozed } from './snooze';
import { ASIDE, kindOf } from './storage-items';

/**
 * Conversations that are remembered. One takes 1 KB as a rule and 33 KB at the very most, and Chrome gives 10 MB
 * (tests/endure/full-memory.test.ts).
 * Beyond it those without any signal go first, then those not seen for longest.
 */
export const MAX_CONVERSATIONS = 250;

/**
 * Contacts that are kept without a memory: senders of requests, and groups, whose talk is not remembered. Beyond it those of
 * whom a request alone is known go first, since a page may show any number of them, then those not seen for longest.
 */
export const MAX_CONTACTS = 300;

type Limits = { readonly now: number; readonly retentionDays: number };

/** Keys to delete from `items`, which is all of storage. `now` in milliseconds. */
export function pruneList(items: Readonly<Record<string, unknown>>, limits: Limits): string[] {
  const expired: string[] = [];
  const memories: { key: string; signals: number; lastSeen: number }[] = [];
  const contacts: StoredContact[] = [];
  for (const [key, value] of Object.entries(items)) {
    if (key.startsWith(ASIDE)) {
      if (isOld(numberAt(value, 'day'), limits)) expired.push(key);
    } else if (kindOf(key) === 'contact') {
      contacts.push(contactOf(key, value, limits));
    } else if (kindOf(key) === 'memory') {
      const memory = at(value, 'memory');
      const lastSeen = numberAt(memory, 'lastSeen');
      if (isOld(lastSeen, limits)) expired.push(key);
      else
        memories.push({
          key,
          signals: Object.keys(at(memory, 'signals') ?? {}).length,
          lastSeen: lastSeen ?? 0,
        });
    }
  }
  memories.sort((a, b) => Number(b.signals > 0) - Number(a.signals > 0) || b.lastSeen - a.lastSeen);
  const remembered = new Set(memories.slice(0, MAX_CONVERSATIONS).map(({ key }) => nameIn(key)));
  // A contact's own day moves with a card or a tap alone: who is talked to every day is kept with the memory of it.
  const alone = contacts.filter(({ key }) => !remembered.has(nameIn(key)));
  const surplus = [...memories.slice(MAX_CONVERSATIONS), ...contactsOver(alone)];
  return [...expired, ...surplus.map(({ key }) => key)];
}

function isOld(day: number | null, { now, retentionDays }: Limits): boolean {
  return day !== null && isExpired(day, dayOf(now), retentionDays);
}

type StoredContact = {
  readonly key: string;
  readonly isOver: boolean;
  /** More is known than that they asked. */
  readonly isKnown: boolean;
  readonly lastSeen: number;
};

function contactOf(key: string, value: unknown, limits: Limits): StoredContact {
  const isQuiet = isSnoozed(numberAt(value, 'snoozedUntil'), limits.now);
  const cards = Object.keys(at(at(value, 'shown'), 'cards') ?? {}).length;
  const lastSeen = numberAt(value, 'lastSeen');
  return {
    ...{ key, isOver: !isQuiet && isOld(lastSeen, limits) },
    ...{ isKnown: isQuiet || cards > 0, lastSeen: lastSeen ?? 0 },
  };
}

/** Of contacts without a memory: those past their retention, and those over the limit. */
function contactsOver(contacts: readonly StoredContact[]): readonly StoredContact[] {
  const staying = contacts
    .filter(({ isOver }) => !isOver)
    .sort((a, b) => Number(b.isKnown) - Number(a.isKnown) || b.lastSeen - a.lastSeen);
  return [...contacts.filter(({ isOver }) => isOver), ...staying.slice(MAX_CONTACTS)];
}

/** The conversation in 'memory:0f3c…' or 'contact:0f3c…'. */
function nameIn(key: string): string {
  return key.slice(key.indexOf(':') + 1);
}

/** A property of whatever was stored, or undefined. */
function at(value: unknown, name: string): object | undefined {
  const found =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  return typeof found === 'object' && found !== null ? found : undefined;
}

function numberAt(value: unknown, name: string): number | null {
  const found =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  return typeof found === 'number' ? found : null;
}
