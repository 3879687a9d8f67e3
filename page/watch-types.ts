// What the watcher tells the content script. Split from the watcher so that wiring and tests can share the types.
import type { Coming } from '../engine/heard';
import type { Message } from '../engine/types';
import type { Adapter, ContactFact, OpenConversation, RequestCard } from './adapter';

/** Whether the page can be read, said plainly in the popup. */
export type Health =
  | { readonly state: 'idle' } // a supported site, no conversation open
  | { readonly state: 'reading'; readonly rows: number }
  | { readonly state: 'unreadable'; readonly why: 'no-list' | 'no-rows' | 'no-direction' | 'adapter-error' };

/**
 * A message with what the page knows of its place: history = above rows already read, or older than 48 hours; inOrder =
 * of history: right below the one before it, as the chat was found; atHead = of these: an earlier visit will have shown it; run = of
 * history that was scrolled in: how it stands to what was told before; edited = another text of a message that arrived before (changed, translated, unfolded).
 */
export type Arrival = Coming & { readonly message: Message };

/**
 * Callbacks of the watcher; none of them may throw into the page. `pane` numbers the conversations that stand side by
 * side, from 0; on most sites there is one.
 */
export type WatchEvents = {
  /** A conversation was opened, or null when it was closed. Comes before its messages. */
  onConversation(
    conversation: OpenConversation | null,
    adapter: Adapter,
    facts: readonly ContactFact[],
    pane: number,
  ): void;
  /**
   * The conversation is still the same, but its facts came or changed (Telegram's add/block bar comes one answer
   * later), or its elements were replaced (pane, composer), or a request was accepted. Its messages are not sent again.
   */
  onUpdate?(
    conversation: OpenConversation,
    adapter: Adapter,
    facts: readonly ContactFact[],
    pane: number,
  ): void;
  /** New or changed rows, in the order of the page, in slices of at most 64. */
  onMessages(arrivals: readonly Arrival[], pane: number): void;
  /** All requests that the page shows now; called when they change. */
  onRequests(requests: readonly RequestCard[], adapter: Adapter): void;
  onHealth(health: Health, adapter: Adapter | null): void;
};

/** Starts watching; everything stops when `signal` aborts. Implemented in page/watch.ts. */
export type WatchPage = (options: {
  readonly document: Document;
  readonly adapters: readonly Adapter[];
  readonly events: WatchEvents;
  readonly signal: AbortSignal;
  /** Now, in milliseconds; tests replace it. */
  readonly now?: () => number;
  /** The one sink of errors. `where` names the adapter and the step, e.g. 'telegram-k: read'; never any text. */
  readonly onError?: (error: unknown, where: string) => void;
}) => void;
