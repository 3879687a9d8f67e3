// Tells the cards where the elements of one chat stand: at once, or soon while rows arrive.
import type { OpenConversation } from '../../page/adapter';
import { lastRows } from '../../page/rows';
import type { ChatCards } from './cards';

/** So long a card keeps its place while rows arrive, in milliseconds: a place is measured. */
const REST_MS = 250;

export type Placing = {
  /** Card and pause alike. */
  all(): void;
  /** Where a card is shown. */
  card(): void;
  /** The same after new rows, at most four times a second. */
  cardSoon(): void;
  /** Places nothing that is still due. */
  close(): void;
};

/** @param row selector of a row. @param conversation the chat as it is now: its elements change */
export function createPlacing(cards: ChatCards, row: string, conversation: () => OpenConversation): Placing {
  let isDue = false;
  let closed = false;
  const all = () => {
    const { list, pane, composer } = conversation();
    const [newest = null] = lastRows(list, row, 1);
    cards.place(pane, composer, newest);
  };
  const card = () => {
    if (cards.isShown()) all();
  };
  return {
    all,
    card,
    cardSoon() {
      if (isDue || !cards.isShown()) return;
      isDue = true;
      setTimeout(() => {
        isDue = false;
        if (!closed) card();
      }, REST_MS);
    },
    close() {
      closed = true;
    },
  };
}
