// Whether page and address still say the same chat, or must be looked at again before rows are read.
import { REST_MS } from './queue';

/** The address follows the rows by less than this, in milliseconds (queue.ts). */
const ADDRESS_LAG_MS = 50;
/** So long does a look at the page hold: what is read by then has rested for REST_MS, and so for ADDRESS_LAG_MS when it was taken. */
const LOOK_HOLDS_MS = REST_MS - ADDRESS_LAG_MS;

export type Agreement = {
  /** The list has changed at this time, as `performance.now()` gives it. */
  change(at: number): void;
  /** They were looked at just now, and agree. */
  confirm(): void;
  /** Rows that were collected and changed since may show another chat: until the address must have followed, each slice looks. */
  mustLook(): boolean;
};

export function createAgreement(): Agreement {
  /**
   * When the list last changed, and when page and address were last seen to agree. Seen after it had rested, and unchanged
   * since, its rows belong to the chat that was open then, and nobody has to look at the page again before each slice.
   */
  let changedAt = 0;
  let agreedAt = Number.NEGATIVE_INFINITY;
  return {
    change(at) {
      changedAt = at;
    },
    confirm() {
      agreedAt = performance.now();
    },
    mustLook() {
      const rested = agreedAt - changedAt;
      if (rested >= REST_MS) return false;
      return rested < ADDRESS_LAG_MS || performance.now() - agreedAt >= LOOK_HOLDS_MS;
    },
  };
}
