// Reads one conversation message by message and says what it adds up to. No clock, no storage, no page: all given.
import type { Detector } from './detector';
import type { Coming } from './heard';
import { louderOf } from './levels';
import { rememberReadings } from './readings';
import type { Escalation, SignalTable } from './rules';
import { createScrolled } from './scrolled';
import { createTalk } from './talk';
import type { Assessment, ConversationMemory, Message } from './types';

export type ConversationOptions = {
  readonly detector: Detector;
  readonly signals: SignalTable;
  readonly escalations: readonly Escalation[];
  /** Several people write: each is judged by their own messages, and looked at with the child's. */
  readonly group: boolean;
  /** What earlier sessions saw, or null. Not used for groups. */
  readonly memory: ConversationMemory | null;
  /** HMAC of a message's text cut to 32 bits (utils/keys.ts); in scripts any 32-bit hash. */
  readonly fingerprint: (text: string) => number;
  /** Now, in milliseconds; a message without a time of its own is of today. */
  readonly now: () => number;
  /** Whole days since 1970 of a time, by the reader's clock (utils/memory.ts); without it by UTC, the same everywhere. */
  readonly dayOf?: (at: number) => number;
  /** Sum of evidence from which `caution` is reached; see SENSITIVITY. */
  readonly cautionFrom?: number;
};

export type Conversation = {
  /** Adds a message. Another text of one that was added before adds what was not seen of that person yet, and is not the same asked again. */
  add(message: Message, coming: Coming): Assessment;
  /** What all messages so far add up to, for the loudest of the other people. */
  assessment(): Assessment;
  /** Another day has come: what was said of late is past from now on. */
  passDay(): void;
  /** What may outlive the tab; empty for groups. */
  memory(): ConversationMemory;
};

/** Creates the reader of one conversation. */
export function createConversation(options: ConversationOptions): Conversation {
  // What is scrolled in is judged in its piece as well.
  const means = { ...options, detector: rememberReadings(options.detector) };
  const talk = createTalk(means);
  const scrolled = createScrolled(() => createTalk(means));
  return {
    add(message, coming) {
      const now = talk.add(message, coming);
      if (coming.run !== undefined) scrolled.add(message, coming.run);
      else if (!coming.edited) scrolled.standsBelow(message);
      const loudest = louderOf(now, scrolled.known);
      return now.crisis && !loudest.crisis ? { ...loudest, crisis: true } : loudest;
    },
    assessment: () => louderOf(talk.assessment(), scrolled.assessment()),
    passDay: talk.passDay,
    memory: talk.memory,
  };
}
