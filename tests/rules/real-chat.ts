// A private chat that is read by the rules as they ship, and what it is read with.
import { type Conversation, createConversation } from '../../engine/conversation';
import { plainFingerprint } from '../../scripts/replayer';
import { shippedReader } from '../shipped-rules';

export function createChat(): Conversation {
  return createConversation({
    ...shippedReader,
    group: false,
    memory: null,
    fingerprint: plainFingerprint,
    now: () => 0,
  });
}
