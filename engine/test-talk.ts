// Small talk for the tests of a conversation: who says what, and how it came.
import type { Classifier } from './classifier';
import { type Conversation, type ConversationOptions, createConversation } from './conversation';
import { createDetector } from './create-detector';
import type { Coming } from './heard';
import { TEST_PACK, TEST_RULES } from './test-rules';
import type { Assessment, Message, Speaker } from './types';

export const DAY = 86_400_000;
export const TODAY = 100 * DAY;
export const LIVE: Coming = { history: false };
export const FOUND: Coming = { history: true, inOrder: true };
/** At the head of what was found. */
export const HEAD: Coming = { ...FOUND, atHead: true };

export const testDetector = createDetector([TEST_PACK], TEST_RULES.signals);
const hash = (text: string): number =>
  [...text].reduce((sum, c) => (Math.imul(sum, 31) + (c.codePointAt(0) ?? 0)) >>> 0, 7);

/** A chat of two people, today, without memory; `change` says what is other. */
export function openTalk(change: Partial<ConversationOptions> = {}): Conversation {
  const { signals, escalations } = TEST_RULES;
  return createConversation({
    ...{ detector: testDetector, signals, escalations, group: false },
    ...{ memory: null, fingerprint: hash, now: () => TODAY, ...change },
  });
}

let ids = 0;

/** A message; without a time where none is given. */
export function say(text: string, speaker: Speaker = 'other', at: number | null = null): Message {
  ids += 1;
  return { id: String(ids), author: speaker === 'self' ? 'me' : 'them', speaker, text, at };
}

/** Ordinary talk of both. */
export function walks(count: number): Message[] {
  return Array.from({ length: count }, (_, i) =>
    say(`a long walk around the lake, number ${i}`, i % 2 ? 'self' : 'other'),
  );
}

/** Every look gives the same: a stand-in for what is learned. */
export const looks = (caution: number): Classifier => ({
  partOf: () => ({ caution: 0, danger: 0, features: 1, words: 9, learned: 9, signs: [] }),
  opinionOf: () => ({ caution, danger: -9 }),
});

/** What it adds up to once all of them were read. */
export function readAll(conversation: Conversation, texts: readonly Message[], coming: Coming): Assessment {
  for (const message of texts) conversation.add(message, coming);
  return conversation.assessment();
}
