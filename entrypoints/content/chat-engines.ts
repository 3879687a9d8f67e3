// With what the engine of a chat starts: with what this page saw of it before, and with what is remembered.
import { type Conversation, createConversation } from '../../engine/conversation';
import type { Detector } from '../../engine/detector';
import { SENSITIVITY } from '../../engine/sensitivity';
import type { ConversationMemory } from '../../engine/types';
import type { Arrival } from '../../page/watch-types';
import { createFingerprint } from '../../utils/keys';
import { dayOf, mergeMemory } from '../../utils/memory';
import type { Answers, ConversationKey } from '../../utils/messages';
import { type KeptChat, knowsMore } from './kept-chats';

type Memory = ConversationMemory | null;

export type ChatEngines = {
  /** The engine for all rows. One that was left goes on where storage knows no more of the chat: it knows how the talk looked. */
  first(remembered: Memory): Conversation;
  /**
   * In place of one that started without its memory, which came late; null where that one knows all of it.
   * @param rows what it read, to be read again; null where not all of it was kept: it is joined with what they left
   */
  again(engine: Conversation, remembered: Memory, rows: readonly Arrival[] | null): Conversation | null;
};

type EngineOptions = {
  readonly hello: Answers['hello'];
  /** The service's key. */
  readonly key: Uint8Array;
  readonly detector: Detector;
  readonly group: boolean;
  readonly id: ConversationKey;
  /** The chat as it was left, where this page showed it before. */
  readonly kept: KeptChat | null;
  readonly now: () => number;
};

export function createChatEngines({ kept, ...options }: EngineOptions): ChatEngines {
  /** What was seen before the chat was opened this time. */
  const left = kept?.engine.memory() ?? null;
  /** Whether what this page knows holds what is remembered: its engine is then the better one, and knows the present too. */
  const holdsAll = (here: ConversationMemory, remembered: Memory) =>
    remembered === null || (kept !== null && !knowsMore(remembered, here, options.hello.rules.signals));
  return {
    first(remembered) {
      if (kept === null || left === null || !holdsAll(left, remembered))
        return createEngine(options, joined(left, remembered));
      if (kept.day !== dayOf(options.now())) kept.engine.passDay();
      return kept.engine;
    },
    again(engine, remembered, rows) {
      const here = engine.memory();
      if (holdsAll(here, remembered)) return null;
      const next = createEngine(options, joined(rows === null ? here : left, remembered));
      for (const { message, ...coming } of rows ?? []) next.add(message, coming);
      return next;
    },
  };
}

/** What either knows. */
function joined(a: Memory, b: Memory): Memory {
  return a === null || b === null ? (a ?? b) : mergeMemory(a, b);
}

function createEngine(
  { hello, detector, key, group, id, now }: Omit<EngineOptions, 'kept'>,
  memory: Memory,
): Conversation {
  const { signals, escalations } = hello.rules;
  return createConversation({
    ...{ detector, signals, escalations, memory, now, dayOf, group },
    fingerprint: createFingerprint(key, id),
    cautionFrom: SENSITIVITY[hello.settings.sensitivity],
  });
}
