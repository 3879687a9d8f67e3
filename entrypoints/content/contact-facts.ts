// What the page shows of the contact of one chat, joined with what was noted as the same person asked to write.
import type { ContactFact, OpenConversation } from '../../page/adapter';
import { withRequested } from '../../page/risk-facts';
import { conversationKey } from '../../utils/keys';
import type { RequestFlag } from '../../utils/request-flags';
import { askUntilAnswered, type Link } from './background-link';
import type { PageJudge } from './page-judge';
import { createRequestMemory } from './request-memory';

export type ContactFacts = {
  update(conversation: OpenConversation, facts: readonly ContactFact[]): void;
  /** Adds what is remembered of a request. */
  add(flags: readonly RequestFlag[]): void;
};

type FactsOptions = {
  readonly conversation: OpenConversation;
  readonly facts: readonly ContactFact[];
  readonly link: Link;
  /** The service's key. */
  readonly key: Uint8Array;
};

/**
 * Tells `judge` all of them, at once and after each change; of groups none.
 * @param onLate more came after a question of ours, for which nobody waits
 */
export function createContactFacts(
  { link, key, ...options }: FactsOptions,
  judge: PageJudge,
  signal: AbortSignal,
  onLate: () => void,
): ContactFacts {
  const { group, peer } = options.conversation;
  const requests = createRequestMemory(link, key);
  let { conversation, facts } = options;
  let requested: readonly RequestFlag[] = [];

  function tell(): void {
    judge.setFacts(group ? [] : withRequested(facts, requested));
    // Where a site has no requests, a stranger's chat is one until they are a contact.
    const isRequest = conversation.request || facts.some(({ fact }) => fact === 'not-a-contact');
    if (isRequest && !group) requests.note(peer, facts);
  }

  function add(flags: readonly RequestFlag[]): void {
    requested = [...new Set([...requested, ...flags])];
    tell();
  }

  /** What was noted by the person's own id, on sites whose chats have another (Discord, Instagram). */
  async function askOfPerson({ person }: OpenConversation): Promise<void> {
    if (!person || group) return;
    const question = { type: 'open', conversation: conversationKey(key, person) } as const;
    const flags = (await askUntilAnswered(link, question, signal, () => {}))?.requested ?? [];
    if (flags.length === 0 || signal.aborted) return;
    add(flags);
    onLate();
  }

  tell();
  void askOfPerson(conversation);
  return {
    update(changed, factsNow) {
      // A page may name the person only once a picture or a row is there.
      const isNamedNow = changed.person !== conversation.person;
      conversation = changed;
      facts = factsNow;
      if (isNamedNow) void askOfPerson(changed);
      tell();
    },
    add,
  };
}
