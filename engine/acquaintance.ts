// How long two people know each other, by what they have written.

/** From so many messages of both sides on, two people know each other for long. */
const FRIENDS_AFTER = 300;

/** How long two people know each other, in e-folds of messages beyond the first 300; 0 before. */
export function acquaintance(messages: number): number {
  return Math.max(0, Math.log(messages / FRIENDS_AFTER));
}
