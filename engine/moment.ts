// When a message was said, and whether it is of the history.

/** When a message was said. */
export type Moment = {
  /** How many live messages there were up to it, itself included. */
  readonly place: number;
  /** Whole days since 1970. */
  readonly day: number;
  /** True where the message has a time of its own: one without would be of today at each reload. */
  readonly dated: boolean;
  /** Collects what a live message shows; null for history without order, where any must give the same. */
  readonly fresh: Set<string> | null;
  /** True for history, in order or not: it is told of in the past tense. */
  readonly past: boolean;
  /** True at the head of a chat that was found. */
  readonly atHead: boolean;
  /** True for another text of a message that was read before. */
  readonly edited: boolean;
};

/** True for a message that was read in order: one that arrives, or one of the chat as it was found. */
export function isLive({ fresh }: Moment): boolean {
  return fresh !== null;
}
