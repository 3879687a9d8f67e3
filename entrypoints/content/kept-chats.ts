// What this page knows of the last chats that it showed: their rows are not handed over again (page/seen.ts), and of a group,
// in a private window and where storage can't be written nothing else remembers them. Gone with the page, written nowhere.
import type { Conversation } from '../../engine/conversation';
import { signalOf } from '../../engine/ledger';
import type { SignalTable } from '../../engine/rules';
import type { ConversationMemory } from '../../engine/types';
import type { OpenConversation } from '../../page/adapter';
import { NOTHING_TOLD, type Told } from './shown-cards';
import type { Who } from './speakers';

/** A chat as it was left. */
export type KeptChat = {
  readonly engine: Conversation;
  readonly who: Who;
  readonly told: Told;
  readonly snoozedUntil: number | null;
  /** As the background told it: it never heard of one that was set in a private window. */
  readonly keptSnooze: number | null;
  /** On another one what the engine calls the present is past. */
  readonly day: number;
};

/** The cards of a chat, as far as they are known. */
export type ToldOf = (conversation: OpenConversation) => Told;

export type KeptChats = {
  /** What was left of this conversation, which is open now; or null. */
  open(conversation: OpenConversation): KeptChat | null;
  /** `chat`: as it is left, or null where nothing is known of it. */
  leave(conversation: OpenConversation, chat: KeptChat | null): void;
  /** Of the chats that were left the cards alone. */
  told(): ToldOf;
};

/** As many as the page knows the rows of (page/seen.ts), all that are open among them: one whose rows come again begins anew. */
const CHATS_KEPT = 8;

export function createKeptChats(): KeptChats {
  const opened = new Set<string>();
  /** Those that were left, the one longest unused first. */
  const chats = new Map<string, KeptChat>();
  return {
    open(conversation) {
      const name = nameOf(conversation);
      const chat = chats.get(name) ?? null;
      chats.delete(name);
      opened.add(name);
      for (const oldest of chats.keys()) if (chats.size + opened.size > CHATS_KEPT) chats.delete(oldest);
      return chat;
    },
    leave(conversation, chat) {
      const name = nameOf(conversation);
      opened.delete(name);
      if (chat !== null) chats.set(name, chat);
    },
    told() {
      const cards = new Map([...chats].map(([name, { told }]) => [name, told] as const));
      return (conversation) => cards.get(nameOf(conversation)) ?? NOTHING_TOLD;
    },
  };
}

function nameOf({ peer, group }: OpenConversation): string {
  return `${peer} ${group}`;
}

/** True where storage holds what a memory lacks: another tab read on, or storage could not be read before. */
export function knowsMore(
  stored: ConversationMemory,
  here: ConversationMemory,
  signals: SignalTable,
): boolean {
  const hasSigns = Object.entries(stored.signals).some(([name, seen]) => {
    const known = new Set(here.signals[name]?.map(([fingerprint]) => fingerprint));
    return signalOf(name) in signals && seen.some(([fingerprint]) => !known.has(fingerprint));
  });
  const { days } = here;
  return hasSigns || Object.entries(stored.days).some(([day, count]) => count > (days[Number(day)] ?? 0));
}
