// The quiet about the contact of one chat ("I know this person"): set here, in another tab or by our page of choices. What a
// tap here set differs from what the background tells in a private window, where nothing is kept.
import type { ConversationKey } from '../../utils/messages';
import { snoozeEnd } from '../../utils/snooze';
import type { Link } from './background-link';
import type { PageJudge } from './page-judge';

export type ChatSnooze = {
  /** Takes what the background said of it as the chat was opened. */
  open(until: number | null): void;
  /** Asks for quiet, or ends it. */
  set(on: boolean): void;
  /** Asks how it stands: it was set or ended elsewhere. */
  renew(): void;
  /** As the background last told it, in milliseconds. */
  readonly kept: number | null;
};

type SnoozeOptions = {
  readonly conversation: ConversationKey;
  readonly link: Link;
  readonly judge: PageJudge;
  /** As the background had told it when the chat was left. */
  readonly kept: number | null;
  readonly now: () => number;
  readonly signal: AbortSignal;
  onMemory(works: boolean): void;
};

export function createChatSnooze(options: SnoozeOptions): ChatSnooze {
  const { conversation, link, judge, now, signal, onMemory } = options;
  let { kept } = options;
  let isTouched = false;

  /** What the background says, where it is news: of one that was set in a private window it knows nothing. */
  function take(until: number | null, holds = true): void {
    const snooze = until === kept ? judge.snoozedUntil : until;
    kept = until;
    if (holds) judge.setSnooze(snooze);
  }

  function renew(): void {
    void link.ask({ type: 'open', conversation }).then((reply) => {
      if (reply !== null && !signal.aborted) take(reply.answer.snoozedUntil);
    });
  }

  return {
    open: (until) => take(until, !isTouched), // a tap may have come before this answer
    set(on) {
      isTouched = true;
      judge.setSnooze(snoozeEnd(on, now())); // until the background answers with the exact end
      void link.ask({ type: 'snooze', conversation, on }).then((reply) => {
        onMemory(reply !== null);
        if (reply === null || signal.aborted) return;
        judge.setSnooze(reply.answer.snoozedUntil);
        renew(); // how it is kept: not at all in a private window
      });
    },
    renew,
    get kept() {
      return kept;
    },
  };
}
