// Counts what the rows of the open conversation gave, so that a page which can't be read is noticed.
import type { OpenConversation, RowReading } from './adapter';

/** Rows without a single reading, and rows without a side where none is another's, before either is called a failure. */
const UNREAD_ROWS = 8;
const UNKNOWN_ROWS = 5;
/** Mean length of unread rows, in characters: photos and stickers show a time alone, and are no failure. */
const UNREAD_LENGTH = 20;
/** A list with so much text and no row at all is not an empty chat; Telegram's card of a stranger has about 200. */
const ROWLESS_LENGTH = 600;

export type Tally = {
  /** A row was read. */
  read(speaker: RowReading['speaker']): void;
  /** A row gave nothing. `length`: characters in it. */
  nothing(length: number): void;
  /** What is wrong with the reading of `list`, or null. */
  problem(list: OpenConversation['list'], row: string): 'no-rows' | 'no-direction' | null;
};

export function createTally(): Tally {
  let read = 0;
  let unknown = 0;
  let others = 0;
  let unread = 0;
  let unreadLength = 0;
  return {
    read(speaker) {
      read += 1;
      if (speaker === 'unknown') unknown += 1;
      if (speaker === 'other') others += 1;
    },
    nothing(length) {
      unread += 1;
      unreadLength += length;
    },
    problem(list, row) {
      if (unknown >= UNKNOWN_ROWS && others === 0) return 'no-direction';
      if (read > 0) return null;
      if (unread >= UNREAD_ROWS && unreadLength / unread >= UNREAD_LENGTH) return 'no-rows';
      if (list.querySelector(row)) return null;
      return (list.textContent?.length ?? 0) > ROWLESS_LENGTH ? 'no-rows' : null;
    },
  };
}
