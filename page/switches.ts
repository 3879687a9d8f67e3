// Decides which conversation is open. A change counts only once page and address have said the same for a while:
// on a switch either of them can lag behind the other, and rows must never be booked to the chat that was left.
import type { Adapter, OpenConversation } from './adapter';

/** For so many milliseconds page and address must agree; the lag seen on the real client is 45. */
export const SETTLE_MS = 150;
/** So long may the rows of the old chat stand under the new address (a slow answer) before they are believed. */
export const STALE_MS = 3_000;

/** What is open, and who reads it; null where nothing is. */
export type Sight = { readonly adapter: Adapter; readonly conversation: OpenConversation } | null;

export type Step =
  /** Nothing changed. `current` has fresh elements. */
  | { readonly is: 'steady'; readonly current: Sight }
  /** Something is changing: read nothing, look again in a moment. */
  | { readonly is: 'pending' }
  /** Another conversation, or none. */
  | { readonly is: 'switched'; readonly current: Sight }
  /** The same conversation in a new list, or with a new title. */
  | { readonly is: 'moved'; readonly current: Sight };

export type Switches = {
  /** Takes in what the page shows at `at`. `stale(list)`: the last row of the old chat still stands in that list. */
  step(sight: Sight, at: number, stale: (list: OpenConversation['list']) => boolean): Step;
};

export function createSwitches(): Switches {
  const groups = createGroups();
  let current: Sight = null;
  /** What was open before nothing was: its rows may stand there still. Its elements would hold all that the page has put away. */
  let left: Named | null = null;
  let candidate: Sight = null;
  let since: number | null = null;
  return {
    step(seen, at, stale) {
      const sight = groups.applyTo(seen);
      if (isSame(sight, current)) {
        since = null;
        current = sight;
        return { is: 'steady', current };
      }
      if (since === null || !isSame(sight, candidate)) since = at;
      candidate = sight;
      const waited = at - since;
      if (waited < SETTLE_MS) return { is: 'pending' };
      const before = current ?? left;
      if (
        sight &&
        before &&
        !isOneChat(sight, before) &&
        waited < STALE_MS &&
        stale(sight.conversation.list)
      ) {
        return { is: 'pending' };
      }
      const moved = isOneChat(sight, current);
      left = sight ? null : nameOf(before);
      groups.learn(sight);
      current = sight;
      candidate = null;
      since = null;
      return { is: moved ? 'moved' : 'switched', current };
    },
  };
}

type Groups = {
  /** The sight as it is: of a group where its chat is known as one. */
  applyTo(sight: Sight): Sight;
  /** Notes a chat that is open for certain: on a switch the rows of a group stand under the next chat's address for a while. */
  learn(sight: Sight): void;
};

/** A chat once known as a group stays one, left and opened again too: a virtual list may show a single author for a while. */
function createGroups(): Groups {
  const known = new Set<string>();
  const chatOf = ({ adapter, conversation }: Named) => `${adapter.id} ${conversation.peer}`;
  return {
    applyTo: (sight) =>
      sight && known.has(chatOf(sight))
        ? { ...sight, conversation: { ...sight.conversation, group: true } }
        : sight,
    learn(sight) {
      if (sight?.conversation.group) known.add(chatOf(sight));
    },
  };
}

/** Which chat it is, without its elements. */
type Named = {
  readonly adapter: Adapter;
  readonly conversation: Pick<OpenConversation, 'peer' | 'group'>;
};

function nameOf(sight: Named | null): Named | null {
  if (sight === null) return null;
  const { peer, group } = sight.conversation;
  return { adapter: sight.adapter, conversation: { peer, group } };
}

/** The same chat: whose rows count as one conversation. A chat that turns out to be a group is read again as one. */
function isOneChat(a: Named | null, b: Named | null): boolean {
  if (!a || !b) return a === b;
  return (
    a.adapter === b.adapter &&
    a.conversation.peer === b.conversation.peer &&
    a.conversation.group === b.conversation.group
  );
}

function isSame(a: Sight, b: Sight): boolean {
  if (!a || !b) return a === b;
  return (
    isOneChat(a, b) &&
    a.conversation.list === b.conversation.list &&
    a.conversation.title === b.conversation.title
  );
}
