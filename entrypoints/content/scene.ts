// What our element in a page is to show: the rest follows from it.
import type { Card } from '../../components/card-surface';
import { createFolds, type Folds } from './folds';
import type { RequestLine } from './picture';
import type { Surroundings } from './position-card';

export type Scene = {
  card: Card | null;
  /** How often a person asked for a card. */
  asked: number;
  /** True where the extension behind the card is gone. */
  alone: boolean;
  requests: readonly RequestLine[];
  pause: boolean;
  around: Surroundings;
  /** Of the pause: of chats side by side, another may have the card. */
  pausedIn: Surroundings;
  /** The cards that a person put away, and the requests whose lines they did. */
  readonly folds: Folds;
  readonly hidden: Set<string>;
};

/** Of a chat that is left nothing is held: its elements hold the whole of what the site has put away. */
export const NOWHERE: Surroundings = { pane: null, composer: null, newestRow: null, others: [] };

/** Nothing to be seen. */
export function createScene(): Scene {
  return {
    ...{ card: null, asked: 0, alone: false, requests: [], pause: false },
    ...{ around: NOWHERE, pausedIn: NOWHERE },
    ...{ folds: createFolds(), hidden: new Set() },
  };
}

/** The lines that are shown: of requests that stand in the page, and that nobody put away. */
export function linesOf({ requests, hidden }: Scene): readonly RequestLine[] {
  return requests.filter(({ id, element }) => !hidden.has(id) && element.isConnected);
}
