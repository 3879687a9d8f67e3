// From an assessment to a card in the page: the words of the person's language, the help of the person's country.

import { cardContent } from '../../components/card-content';
import type { Card } from '../../components/card-surface';
import { type CardHelp, cardHelp } from '../../components/help-contact';
import { requestContent } from '../../components/request-content';
import type { Who } from '../../components/sign-sentences';
import type { Assessment } from '../../engine/types';
import type { ContactFact, RequestCard } from '../../page/adapter';
import type { Translate } from '../../utils/i18n';
import type { Answers, ConversationKey } from '../../utils/messages';
import type { CardHost } from './card-host';

/** Opened as a decision; folded to the lamp; or opened since a person asked, though it was folded before. */
export type ShowHow = 'open' | 'folded' | 'by-person';

/** Shows the card of one conversation. */
export type ShowCard = (assessment: Assessment, facts: readonly ContactFact[], how: ShowHow) => void;

export type Cards = {
  /** Shows the card of a conversation, or renews it. */
  show(
    conversation: ConversationKey,
    assessment: Assessment,
    context: {
      readonly facts: readonly ContactFact[];
      readonly who: Who;
      readonly how: ShowHow;
    },
  ): void;
  place: CardHost['place'];
  placePause: CardHost['placePause'];
  remove(): void;
  isShown(): boolean;
  /** Put away to the lamp. */
  isFolded(): boolean;
  showPause(on: boolean): void;
  /** Shows a line beside each request that carries a fact worth one; answers how many those are. */
  showRequests(requests: readonly RequestCard[]): number;
  /** The card that is shown, however it stands, names the lines of the country as it is chosen now. */
  renewHelp(): void;
};

/** What a chat needs of them; what was put away, and a change of country, concern all chats of the page. */
export type ChatCards = Omit<Cards, 'isFolded' | 'renewHelp' | 'place' | 'placePause'> & {
  /** Card and pause alike. */
  place(pane: Element | null, composer: Element | null, newestRow: Element | null): void;
};

/** `hello` is asked at each card: the country may have been changed since. */
export function createCards(host: CardHost, t: Translate, hello: () => Answers['hello']): Cards {
  let latest: Card | null = null;
  const helpNow = (): CardHelp => {
    const { language, help, countryGuessed } = hello();
    return cardHelp(help, t, language, countryGuessed);
  };
  return {
    show(conversation, assessment, { facts, who, how }) {
      const { language } = hello();
      const content = cardContent(assessment, facts, t, { language, who });
      if (content === null) return;
      // A crisis card is about the child, not about the contact: folding one must not fold the other.
      const id = content.kind === 'crisis' ? `${conversation} crisis` : conversation;
      latest = { id, content, ...helpNow() };
      host.show(latest, { byPerson: how === 'by-person' });
      if (how === 'folded') host.fold();
    },
    place: host.place,
    placePause: host.placePause,
    remove: host.remove,
    isShown: () => host.state !== 'none',
    isFolded: () => host.state === 'folded',
    showPause: host.showPause,
    showRequests(requests) {
      const { language } = hello();
      const lines = requests.flatMap(({ id, name, element, facts }) => {
        const content = requestContent(facts, t, language);
        return content === null ? [] : [{ id, name, element, content }];
      });
      host.showRequests(lines);
      return lines.length;
    },
    renewHelp() {
      if (latest === null || host.state === 'none') return;
      const renewed = { ...latest, ...helpNow() };
      // Settings of all kinds change, and a worker that comes back tells them all again.
      if (JSON.stringify(renewed) === JSON.stringify(latest)) return;
      latest = renewed;
      host.show(latest);
    },
  };
}
