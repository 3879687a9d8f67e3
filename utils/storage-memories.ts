// What is remembered of one conversation, and what else is known as it is opened.
import type { ConversationMemory } from '../engine/types';
import { isExpired, mergeMemory, sightOf } from './memory';
import type { Answers, ConversationKey } from './messages';
import { isSnoozed } from './snooze';
import { readContact } from './storage-contacts';
import { memoryItem, type StoredMemory } from './storage-kinds';
import type { Retention } from './storage-retention';
import type { Turns } from './storage-turn';

export function createMemoryStorage(turns: Turns, retention: Retention) {
  const { area, now, today, read, inTurn } = turns;
  return {
    /** What is known of it. Memory past its retention is not handed out, and deleted here. */
    open: (conversation: ConversationKey): Promise<Answers['open']> =>
      inTurn(async () => {
        const item = memoryItem(conversation);
        const [stored, contact, days] = [
          await read(item),
          await readContact(turns, conversation),
          await retention.days(),
        ];
        const expired = stored !== null && isExpired(stored.memory.lastSeen, today(), days);
        if (expired && retention.mayDelete()) await area.remove([item.key]);
        return {
          memory: expired ? null : (stored?.memory ?? null),
          snoozedUntil: isSnoozed(contact.snoozedUntil, now()) ? contact.snoozedUntil : null,
          shown: contact.shown,
          shownToday: contact.counted.day === today() ? contact.counted.cards : [],
          requested: contact.requested ?? [],
        };
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
        if (stored === null) await retention.prune();
      }),
  };
}
