// What this page knows of the last chats that it showed: their rows are not handed over again (page/seen.ts), and of a group,
// in a private window and where storage can't be written nothing else remembers them. Gone with the page, written nowhere.
import type { Conversation } from '../../engine/conversation';
import { signalOf } from '../../engine/ledger';
import type { SignalTable } from '../../engine/rules';
import type { ConversationMemory } from '../../engine/types';
import type { OpenConversation } from '../../page/adapter';
import type { Told } from './shown-cards';
import type { Who } from './speakers';

/** A chat as it was left. */
export type KeptChat = {
  readonly engine: Conversation;
  readonly who: Who;
  readonly told: Told;
  readonly snoozedUntil: number | null;
  /** As the background told it: it never heard of one that was set in a private window. */
  readonly keptSnooze: number | null;
};

export type KeptChats = {
  /** What was left of this conversation, which is open now; or null. */
  open(conversation: OpenConversation): KeptChat | null;
  leave(conversation: OpenConversation, chat: KeptChat): void;
  forget(): void;
};

/** As many as the page knows the rows of, the open ones among them: a chat whose rows come again begins anew. */
const CHATS_KEPT = 8;

export function createKeptChats(): KeptChats {
  const chats = new Map<string, KeptChat | null>();
  const put = (name: string, chat: KeptChat | null) => {
    chats.delete(name); // set again, so that the one longest unused goes first
    chats.set(name, chat);
    if (chats.size > CHATS_KEPT) for (const oldest of chats.keys()) if (chats.delete(oldest)) break;
  };
  return {
    open(conversation) {
      const name = nameOf(conversation);
      const chat = chats.get(name) ?? null;
      put(name, chat);
      return chat;
    },
    leave: (conversation, chat) => put(nameOf(conversation), chat),
    forget: () => chats.clear(),
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
