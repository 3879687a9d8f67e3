// What is kept of the contact of one conversation: the cards that were shown, a snooze, and what a request showed.
import { sightOf } from './memory';
import type { ConversationKey } from './messages';
import type { RequestFlag } from './request-flags';
import { snoozeEnd } from './snooze';
import {
  COUNTS,
  type Contact,
  contactItem,
  countOne,
  FAMILY,
  NEW_CONTACT,
  noteCard,
  PENDING,
  SETTINGS,
  type ShownCard,
} from './storage-kinds';
import type { Retention } from './storage-retention';
import type { Turns } from './storage-turn';
import { weekOf } from './week';

export function createContactStorage(turns: Turns, { prune }: Retention) {
  const { area, now, today, read, inTurn } = turns;

  /**
   * What the family view is to know of this card: nothing where it is off. `waits`: for a parent, which is of danger and a
   * child under 13 alone.
   */
  async function forFamily({
    level,
  }: ShownCard): Promise<{ items: Record<string, unknown>; waits: boolean }> {
    if ((await read(FAMILY)) === null) return { items: {}, waits: false };
    const waits = level === 'danger' && (await read(SETTINGS)).audience === 'parent';
    const counts = countOne(await read(COUNTS), weekOf(today()), level);
    const pending = waits ? { [PENDING.key]: { version: 1, pending: true } } : {};
    return { items: { [COUNTS.key]: counts, ...pending }, waits };
  }

  return {
    /** Keeps what a request showed; what an earlier look saw of it stays. Written only where something is new. */
    requested: (conversation: ConversationKey, flags: readonly RequestFlag[]) =>
      inTurn(async () => {
        const item = contactItem(conversation);
        const stored = await read(item);
        const contact = stored ?? newContact(turns);
        const before = contact.requested ?? [];
        const all = [...new Set([...before, ...flags])].sort();
        if (all.length === before.length) return;
        const lastSeen = sightOf(today(), contact.lastSeen, today());
        await area.set({ [item.key]: { ...contact, requested: all, lastSeen } });
        if (stored === null) await prune(); // a page may show ever new requests
      }),

    /**
     * Notes a card, and counts it where the family view is on: nobody else ever reads a count. True where a parent's mark is
     * now to be shown. The same card again on the same day is a second tab, or a message sent twice.
     */
    warned: (conversation: ConversationKey, card: ShownCard) =>
      inTurn(async () => {
        const stored = await read(contactItem(conversation));
        const noted = noteCard(stored ?? newContact(turns), card, today());
        if (noted === null) return false;
        const { items, waits } = await forFamily(card);
        // One write for all: a worker that dies can't count a card that is not noted as shown.
        await area.set({ [contactItem(conversation).key]: noted, ...items });
        if (stored === null) await prune(); // a page may make up ever new groups, which have no memory that would be
        return waits;
      }),

    /** Sets or ends a snooze; answers with its end in milliseconds, or null. */
    snooze: (conversation: ConversationKey, on: boolean) =>
      inTurn(async () => {
        const contact = await readContact(turns, conversation);
        const snoozedUntil = snoozeEnd(on, now());
        await area.set({
          [contactItem(conversation).key]: {
            ...contact,
            snoozedUntil,
            lastSeen: sightOf(today(), contact.lastSeen, today()),
          },
        });
        return snoozedUntil;
      }),
  };
}

/** A contact of whom nothing is stored is a new one. In turn. */
export async function readContact(turns: Turns, conversation: ConversationKey): Promise<Contact> {
  return (await turns.read(contactItem(conversation))) ?? newContact(turns);
}

function newContact({ today }: Turns): Contact {
  return { ...NEW_CONTACT, lastSeen: today() };
}
