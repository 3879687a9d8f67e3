// Hands the memory of one conversation to the background: not at each message, but soon, and again until it was heard.
// Sending twice is harmless, since memories are joined and not added (utils/memory.ts).
import type { ConversationMemory } from '../../engine/types';
import type { ConversationKey } from '../../utils/messages';
import type { Link } from './background-link';

/** A burst of rows is one write, in milliseconds. */
const SAVE_AFTER_MS = 1_000;

/** After a failure: again after this long, then twice as long each time, up to the longest. */
const RETRY_MS = 5_000;
const RETRY_LONGEST_MS = 5 * 60_000;

export type MemoryWriter = {
  /** Notes that there is something to save; `memory` is asked for what, once it is handed over. */
  save(memory: () => ConversationMemory): void;
  /** Sends at once what still waits. */
  flush(): void;
  /** Sends nothing more: everything was forgotten, and what is known here must not come back. */
  drop(): void;
};

export function createMemoryWriter(options: {
  readonly link: Link;
  readonly conversation: ConversationKey;
  readonly weak: boolean;
  onResult(works: boolean): void;
}): MemoryWriter {
  const { link, conversation, weak, onResult } = options;
  let latest: (() => ConversationMemory) | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let pause = RETRY_MS;

  let dropped = false;

  const later = (ms: number) => {
    timer ??= setTimeout(flush, ms);
  };
  const send = async (memory: ConversationMemory) => {
    const reply = await link.ask({ type: 'seen', conversation, memory, weak });
    onResult(reply !== null);
    if (reply !== null) {
      pause = RETRY_MS;
      return;
    }
    if (dropped || !link.isAlive()) return;
    latest ??= () => memory; // a newer one holds all of it
    later(pause);
    pause = Math.min(pause * 2, RETRY_LONGEST_MS);
  };
  function flush(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (latest === null || dropped) return;
    const memory = latest();
    latest = null;
    void send(memory);
  }
  return {
    save(memory) {
      latest = memory;
      later(SAVE_AFTER_MS);
    },
    flush,
    drop() {
      dropped = true;
    },
  };
}
