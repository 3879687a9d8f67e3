// How long two people know each other, by what they have written (docs/adr/0036, 0054).

/** From so many messages of both sides on, talk that looks ordinary is believed more, and talk that looks risky less. */
const FRIENDS_AFTER = 120;
/** From so many on, what was said as a fact, such as ages, weighs less too. */
const OLD_FRIENDS_AFTER = 300;

/** How long two people know each other, in e-folds of messages beyond the first 120; 0 before. @param messages of both sides */
export function acquaintance(messages: number): number {
  return foldsBeyond(FRIENDS_AFTER, messages);
}

/** As `acquaintance`, beyond the first 300: what facts that were said go by. @param messages of both sides */
export function oldAcquaintance(messages: number): number {
  return foldsBeyond(OLD_FRIENDS_AFTER, messages);
}

function foldsBeyond(first: number, messages: number): number {
  return Math.max(0, Math.log(messages / first));
}
