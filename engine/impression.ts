// What the classifier makes of a live talk with one person: the last messages look like a risky chat, or so ordinary that phrases
// alone should not warn.
import type { Classifier, Opinion, Part } from './classifier';
import type { Reading } from './detector';
import type { Weighing } from './ledger';
import { rankOf } from './levels';
import type { Level, Message } from './types';
import { FAR_MESSAGES, lookOf, NEAR_MESSAGES } from './views';

/** Signs that the last messages give as a whole. */
export type LookSign = 'look.alike' | 'context.looks-threatening';

/** The level that each of them raises a talk to (rules/escalations.yaml). */
const LEVEL_OF: Readonly<Record<LookSign, Level>> = {
  'look.alike': 'caution',
  'context.looks-threatening': 'danger',
};

/** True where a talk at this level learns nothing new from a sign. */
export function isKnownAt(level: Level, sign: LookSign): boolean {
  return rankOf(level) >= rankOf(LEVEL_OF[sign]);
}

/**
 * What the look of the last messages does to what phrases say: what would begin with this message waits; what waited may begin;
 * or neither, where nothing can be said of them.
 */
export type Doubt = 'doubted' | 'lifted' | 'none';

/** A message as it is looked at. */
export type HeardPart = Part & { readonly letters: number };

/** A message for the impression of everybody whom it belongs to: worked out once. */
export function heardPart(
  classifier: Classifier,
  { text, speaker }: Pick<Message, 'text' | 'speaker'>,
  { words, hits }: Reading,
): HeardPart {
  const part = classifier.partOf(words, hits, speaker === 'self');
  return { ...part, letters: Math.min(text.length, words.length * WORD_LETTERS) };
}

export type Impression = {
  /** Takes in a live message. It costs little until the impression is asked for something. */
  hear(part: HeardPart): void;
  /**
   * The sign of the last messages, if any; phrases and they are weighed together.
   * @param messages of both sides so far; in a group of the person
   * @param weigh the weights of what phrases found so far
   */
  sign(messages: number, weigh: () => Weighing): LookSign | null;
  /** @param messages of both sides so far; in a group of the person */
  doubt(messages: number): Doubt;
};

/** Bars in log-odds. How they were chosen: docs/adr/0037 to 0040, 0042. */
export const BARS = {
  /** Of 10,000 messages of harmless talk that others wrote, fewer than one is warned of at it. */
  caution: -0.3,
  /** Nagging for a picture is below it, until a threat comes (the tour's "come on, just one"). */
  danger: 0.25,
  /** Of `danger`, where a sign of a threat or of a payment weighs so much at the least. */
  dangerOfThreats: -0.35,
  threatLeast: 0.3,
  /** Added to the bars at a talk's first message, and less at the next: a compliment alone is no pattern. */
  first: 0.45,
  firstOfDanger: 0.5,
  /** Evidence of phrases lowers the bar of `danger` by this share of it, and by no more than of `evidenceMost`. */
  evidenceShare: 0.2,
  evidenceMost: 6,
  /** `danger` needs so much of it: its card names what was seen. Of `caution` only old friends do. */
  evidenceLeast: 0.3,
  /** A long acquaintance (`acquaintance`) asks for so much more evidence for each e-fold, and calls that much more ordinary. */
  evidenceOfFriends: 2.5,
  ordinaryOfFriends: 0.5,
  /** The longer a talk, the more often chance has its way: added for each e-fold of length beyond `riseAfter` messages. */
  rise: 0.25,
  riseAfter: 80,
  /** The longer its texts, the likelier it is a register that was not taught: added for each e-fold of features beyond `riseAfterFeatures`. */
  riseOfFeatures: 0.6,
  riseAfterFeatures: 100,
  /** Fewer characters than this in the near view say too little for a look. */
  lettersLeast: 60,
} as const;

/** So much nearer to `danger` evidence can bring a look. */
const LIFT_MOST = BARS.evidenceShare * BARS.evidenceMost;

/** The stages whose signs make a look that is near `danger` one. */
const THREATS = ['threat', 'payment'] as const;

/** From so many messages of both sides on, two people know each other for long. */
const FRIENDS_AFTER = 300;

/** How long two people know each other, in e-folds of messages beyond the first 300; 0 before. */
export function acquaintance(messages: number): number {
  return Math.max(0, Math.log(messages / FRIENDS_AFTER));
}

/** A text of few words is a short one, however many spaces or signs stand in it. */
const WORD_LETTERS = 8;

/** Creates it for the talk with one person. @param extra added to the bar of `look.alike` alone, by the person's choice: what is said of threats stays */
export function createImpression(classifier: Classifier, extra = 0): Impression {
  /** The last messages, the last first. */
  const heard: HeardPart[] = [];
  /** Of them; undefined where it was not asked for yet. */
  let known: Opinion | null | undefined;

  function opinionNow(): Opinion | null {
    if (known === undefined) known = sumOf('letters') < BARS.lettersLeast ? null : lookOf(classifier, heard);
    return known;
  }

  function doubt(messages: number): Doubt {
    const opinion = opinionNow();
    if (opinion === null) return 'none';
    return opinion.caution >= cautionBar() + ofFriends(messages) ? 'lifted' : 'doubted';
  }

  /** Of the messages in the near view. */
  function sumOf(count: 'letters' | 'features'): number {
    let sum = 0;
    for (const part of heard.slice(0, NEAR_MESSAGES)) sum += part[count];
    return sum;
  }

  /** How much of the near view is yet to be filled: 1 at the first message, 0 where it is full. */
  const unfilled = () => Math.max(0, NEAR_MESSAGES - heard.length) / (NEAR_MESSAGES - 1);

  /** Below it a talk looks ordinary. */
  const cautionBar = () => BARS.caution + BARS.first * unfilled();

  /** What a long acquaintance adds to it. */
  const ofFriends = (messages: number) => BARS.ordinaryOfFriends * acquaintance(messages);

  /** What length adds to both bars: of the talk, in messages of both sides, and of the texts in the near view. */
  const rise = (messages: number) =>
    BARS.rise * Math.log(1 + messages / BARS.riseAfter) +
    BARS.riseOfFeatures * Math.log(Math.max(1, sumOf('features') / BARS.riseAfterFeatures));

  function dangerBar({ byStage }: Weighing): number {
    let threats = 0;
    for (const stage of THREATS) threats += byStage.get(stage) ?? 0;
    const bar = threats >= BARS.threatLeast ? BARS.dangerOfThreats : BARS.danger;
    return bar + BARS.firstOfDanger * unfilled();
  }

  return {
    hear(part) {
      heard.unshift(part);
      if (heard.length > FAR_MESSAGES) heard.pop();
      known = undefined;
    },
    sign(messages, weigh) {
      const opinion = opinionNow();
      if (opinion === null) return null;
      const caution = opinion.caution - cautionBar() - extra;
      const mayThreaten = doubt(messages) === 'lifted' && opinion.danger + LIFT_MOST >= BARS.dangerOfThreats;
      if (!mayThreaten && caution < 0) return null;
      const weighing = weigh();
      const { score } = weighing;
      const friends = acquaintance(messages);
      const isNamed = score >= BARS.evidenceLeast + BARS.evidenceOfFriends * friends;
      if (!isNamed && friends > 0) return null;
      const length = rise(messages);
      const danger = opinion.danger + BARS.evidenceShare * Math.min(score, BARS.evidenceMost);
      if (mayThreaten && isNamed && danger >= dangerBar(weighing) + length)
        return 'context.looks-threatening';
      return caution >= Math.max(length, ofFriends(messages)) ? 'look.alike' : null;
    },
    doubt,
  };
}
