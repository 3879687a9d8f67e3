// Tells the background what a request showed, so that the chat which may follow can say it: flags under the contact's
// fingerprint, and nothing of the request itself.
import type { ContactFact } from '../../page/adapter';
import { flagsOf } from '../../page/risk-facts';
import { conversationKey } from '../../utils/keys';
import type { Link } from './background-link';

export type RequestMemory = {
  /** `id` is the sender's stable id, as the chat's peer will be. */
  note(id: string, facts: readonly ContactFact[]): void;
};

export function createRequestMemory(link: Link, key: Uint8Array): RequestMemory {
  const told = new Map<string, string>();
  return {
    note(id, facts) {
      const flags = flagsOf(facts);
      const said = flags.join(' ');
      if (said === '' || told.get(id) === said) return;
      told.set(id, said);
      void link.ask({ type: 'requested', conversation: conversationKey(key, id), flags }).then((reply) => {
        if (reply === null && told.get(id) === said) told.delete(id); // not heard: told again at the next look
      });
    },
  };
}
