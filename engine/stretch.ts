// One stretch of what was said: some live messages, or a whole day that history or an earlier session brought.

/** So many live messages are weighed together, so that a calm morning doesn't thin out a bad evening. */
export const STRETCH_MESSAGES = 25;

export type Stretch = {
  readonly day: number;
  /** Which of the live stretches it is, from 1; 0 for a whole day. */
  readonly order: number;
  /** Messages of both sides. */
  messages: number;
  /** How often each signal was seen. */
  readonly seen: Map<string, number>;
};

/** Orders stretches by when they were: a whole day before the live ones of it. */
export function byTime(a: Stretch, b: Stretch): number {
  return a.day - b.day || a.order - b.order;
}
