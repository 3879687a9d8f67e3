// A private chat that is read by the rules as they ship, and what it is read with.
import { type Conversation, createConversation } from '../../engine/conversation';
import { createDetector } from '../../engine/create-detector';
import { plainFingerprint } from '../../scripts/replayer';
import { realRules } from '../endure/real-rules';

export const rules = realRules();
export const detector = createDetector(rules.packs, rules.signals);

export function createChat(): Conversation {
  return createConversation({
    detector,
    signals: rules.signals,
    escalations: rules.escalations,
    group: false,
    memory: null,
    fingerprint: plainFingerprint,
    now: () => 0,
  });
}
