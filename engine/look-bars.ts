// How risky the last messages must look: the bars of a look, and what moves them.
import { acquaintance } from './acquaintance';
import type { Weighing } from './ledger';
import { NEAR_MESSAGES } from './views';

/** Bars in log-odds. How they were chosen: docs/adr/0037 to 0040, 0042, 0055, 0061. */
export const BARS = {
  /** Of 10,000 messages of harmless talk that others wrote, fewer than one is warned of at it. */
  caution: -0.35,
  /** Below it a talk looks too ordinary for phrases to begin anything, and for `danger`. */
  ordinary: 0.15,
  /** Of a talk that looks risky already: nagging for a picture is below it, until a threat comes (the tour's "come on, just one"). */
  danger: 0,
  /** Of `danger`, where a sign of a threat or of a payment weighs so much at the least. */
  dangerOfThreats: -0.35,
  threatLeast: 0.3,
  /** Added to the bars of what is ordinary and of `danger` at a talk's first message, and less at the next: a compliment alone is no pattern. */
  first: 0.5,
  /** The same of `caution`: many who write one short line mean no harm (docs/adr/0061). */
  firstOfCaution: 0.75,
  /** Evidence of phrases lowers the bar of `danger` by this share of it, and by no more than of `evidenceMost`. */
  evidenceShare: 0.2,
  evidenceMost: 6,
  /** `danger` needs so much of it, of whatever weighs, ages and distress too. Of `caution` only old friends do. */
  evidenceLeast: 0.3,
  /** A long acquaintance (`acquaintance`) asks for so much more evidence for each e-fold, and calls that much more ordinary. */
  evidenceOfFriends: 1.5,
  ordinaryOfFriends: 0.3,
  /** So far below `ordinary` a talk is so ordinary that even a plain threat waits. */
  ordinaryOfThreats: 1.45,
  /** The longer a talk, the more often chance has its way: added for each e-fold of length beyond `riseAfter` messages. */
  rise: 0.3,
  riseAfter: 80,
  /** The longer its texts, the likelier it is a register that was not taught: added for each e-fold of features beyond `riseAfterFeatures`. */
  riseOfFeatures: 0.3,
  riseAfterFeatures: 100,
  /** Fewer characters than this say too little for a look: it takes in more messages until they hold so many. */
  lettersLeast: 60,
} as const;

/** So much nearer to `danger` evidence can bring a look. */
export const LIFT_MOST = BARS.evidenceShare * BARS.evidenceMost;

/** The stages whose signs make a look that is near `danger` one. */
const THREATS = ['threat', 'payment'] as const;

/** From it on, and from what length adds to it, a talk looks risky. @param heard how many messages there are to look at */
export function cautionBar(heard: number): number {
  return BARS.caution + BARS.firstOfCaution * unfilled(heard);
}

/** Below it, and below what a long acquaintance adds to it, a talk looks ordinary. @param heard as `cautionBar` */
export function ordinaryBar(heard: number): number {
  return BARS.ordinary + BARS.first * unfilled(heard);
}

/** From it on, and from what length adds to it, a talk looks threatening. @param heard as `cautionBar` @param weighing of what phrases found so far */
export function dangerBar(heard: number, { byStage }: Weighing): number {
  let threats = 0;
  for (const stage of THREATS) threats += byStage.get(stage) ?? 0;
  const bar = threats >= BARS.threatLeast ? BARS.dangerOfThreats : BARS.danger;
  return bar + BARS.first * unfilled(heard);
}

/** How much of the near view is yet to be filled: 1 at the first message, 0 where it is full. */
function unfilled(heard: number): number {
  return Math.max(0, NEAR_MESSAGES - heard) / (NEAR_MESSAGES - 1);
}

/** How much nearer to `danger` the evidence of phrases brings a look. @param score the sum of it */
export function liftOf(score: number): number {
  return BARS.evidenceShare * Math.min(score, BARS.evidenceMost);
}

/** What a long acquaintance adds to the bars of `caution` and of what is ordinary. @param messages of both sides so far */
export function ordinaryOfFriends(messages: number): number {
  return BARS.ordinaryOfFriends * acquaintance(messages);
}

/** What length adds to both bars. @param messages of both sides so far @param features of the texts in the near view */
export function riseOf(messages: number, features: number): number {
  return (
    BARS.rise * Math.log(1 + messages / BARS.riseAfter) +
    BARS.riseOfFeatures * Math.log(Math.max(1, features / BARS.riseAfterFeatures))
  );
}
