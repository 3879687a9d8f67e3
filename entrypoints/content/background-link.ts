// The content script's only way out: messages to the background. The background is a worker that dies and comes back,
// and after an update of the extension it is gone for good: the first is retried, the second ends this script quietly.
import { keyId } from '../../utils/keys';
import { lazy } from '../../utils/lazy';
import type { Answers, Reply, ToBackground } from '../../utils/messages';
import { reportError } from '../../utils/report-error';

/** What the background answered, or null where it could not be reached, refused or failed. */
export type Answered<T extends keyof Answers> = { readonly answer: Answers[T] } | null;

export type Link = {
  /** Sends a message. Never rejects. All messages may arrive twice: the background counts them once. */
  ask<M extends ToBackground>(message: M): Promise<Answered<M['type']>>;
  /** True while the extension that this script belongs to still exists; calls `onGone` once where it does not. */
  isAlive(): boolean;
};

/** The part of `browser.runtime` that is used. `id` goes away when the extension was updated or removed. */
export type Runtime = { readonly id?: string | undefined; sendMessage(message: unknown): Promise<unknown> };

/** Pauses between attempts of `askUntilAnswered`, in milliseconds; the last one repeats. */
const PAUSES_MS = [1_000, 3_000, 10_000, 30_000];

/** The pause after an attempt, counted from 0. */
export const pauseAfter = (attempt: number) => PAUSES_MS[Math.min(attempt, PAUSES_MS.length - 1)];

/** The link of one reading: whatever names a conversation says by which key (utils/keys.ts). */
export function underKey(link: Link, key: Uint8Array): Link {
  // Most pages hold no chat: they need none.
  const id = lazy(() => keyId(key));
  return {
    ...link,
    ask: (message) => link.ask('conversation' in message ? { ...message, keyId: id() } : message),
  };
}

/** Asks until there is an answer; `onWait` is called after each attempt that failed. Null where the script ended. */
export async function askUntilAnswered<M extends ToBackground>(
  link: Link,
  message: M,
  signal: AbortSignal,
  onWait: () => void,
): Promise<Answers[M['type']] | null> {
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    const reply = await link.ask(message);
    if (reply !== null) return reply.answer;
    if (!link.isAlive()) return null;
    onWait();
    await new Promise((resolve) => setTimeout(resolve, pauseAfter(attempt)));
  }
  return null;
}

/** A waking worker may miss the first message: it is tried again after these pauses, in milliseconds. */
const RETRY_AFTER_MS = [300, 1_500];

/** What a message says the present of; null where the background takes it in any order. */
function subjectOf(message: ToBackground): string | null {
  if (message.type === 'state') return 'state';
  return message.type === 'snooze' ? `snooze ${message.conversation}` : null;
}

/** Makes the link. `runtime` is looked up anew each time, since it can vanish. */
export function createLink(runtime: () => Runtime | undefined, onGone: () => void): Link {
  let gone = false;
  const isAlive = () => {
    if (!gone && runtime()?.id === undefined) {
      gone = true;
      onGone();
    }
    return !gone;
  };
  const send = async (message: ToBackground): Promise<{ answer: unknown } | null> => {
    try {
      const reply = (await runtime()?.sendMessage(message)) as Reply<ToBackground['type']> | undefined;
      return reply !== undefined && reply !== null && 'answer' in reply ? reply : null;
    } catch (error) {
      if (isAlive()) reportError(`background: ${message.type}`, error);
      return null;
    }
  };
  /** The attempts to say the present of something, and how the last one ends. */
  const newest = new Map<string, Promise<{ answer: unknown } | null>>();
  /** `newer` answers in its place once it is out of date: tried again, it would overtake what was said since. */
  const sendUntilHeard = async (
    message: ToBackground,
    newer: () => Promise<{ answer: unknown } | null> | null,
  ) => {
    for (const pause of [0, ...RETRY_AFTER_MS]) {
      if (pause > 0) {
        await new Promise((resolve) => setTimeout(resolve, pause));
        const instead = newer();
        if (instead !== null) return instead;
      }
      if (!isAlive()) return null;
      const reply = await send(message);
      if (reply !== null) return reply;
    }
    return null;
  };
  return {
    isAlive,
    ask<M extends ToBackground>(message: M): Promise<Answered<M['type']>> {
      const subject = subjectOf(message);
      const latest = () => (subject === null ? asked : (newest.get(subject) ?? asked));
      const asked = sendUntilHeard(message, () => (latest() === asked ? null : latest()));
      if (subject !== null) newest.set(subject, asked);
      return asked as Promise<Answered<M['type']>>;
    },
  };
}
