// What the classifier makes of a live talk with one person: the last messages look like a risky chat, or so ordinary that phrases
// alone should not warn.
import { acquaintance } from './acquaintance';
import type { Classifier, Opinion, Part } from './classifier';
import type { Reading } from './detector';
import type { Weighing } from './ledger';
import { rankOf } from './levels';
import {
  BARS,
  cautionBar,
  dangerBar,
  LIFT_MOST,
  liftOf,
  ordinaryBar,
  ordinaryOfFriends,
  riseOf,
} from './look-bars';
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
 * What the look of the last messages does to what phrases say: what would begin with this message waits, all of it (`held`) or all
 * but a plain threat (`doubted`); what waited may begin; or neither, where nothing can be said of them.
 */
export type Doubt = 'held' | 'doubted' | 'lifted' | 'none';

/** True where what would begin waits. */
export function isInDoubt(doubt: Doubt): boolean {
  return doubt === 'held' || doubt === 'doubted';
}

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
  /** @param messages of both sides so far; in a group of the person @param hidden what is said now is not to be looked at */
  doubt(messages: number, hidden?: boolean): Doubt;
};

/** A text of few words is a short one, however many spaces or signs stand in it. */
const WORD_LETTERS = 8;

/**
 * How many messages are looked at as one: the last few, and where they are short as many more as it takes to say something
 * (docs/adr/0047). Null where all that was heard says too little.
 * @param heard the last first
 */
function nearestOf(heard: readonly HeardPart[]): number | null {
  let letters = 0;
  for (let i = 0; i < heard.length; i += 1) {
    letters += (heard[i] as HeardPart).letters;
    if (letters >= BARS.lettersLeast) return Math.max(NEAR_MESSAGES, i + 1);
  }
  return null;
}

/** Creates it for the talk with one person. @param extra added to the bar of `look.alike` alone, by the person's choice: what is said of threats stays */
export function createImpression(classifier: Classifier, extra = 0): Impression {
  /** The last messages, the last first. */
  const heard: HeardPart[] = [];
  /** Of them; undefined where it was not asked for yet. */
  let known: Opinion | null | undefined;

  function opinionNow(): Opinion | null {
    if (known === undefined) {
      const nearest = nearestOf(heard);
      known = nearest === null ? null : lookOf(classifier, heard, nearest);
    }
    return known;
  }

  function doubt(messages: number, hidden = false): Doubt {
    const opinion = hidden ? null : opinionNow();
    // Between old friends, where there is nothing to look at, it is as good as ordinary talk.
    if (opinion === null) return acquaintance(messages) > 0 && isLearned() ? 'doubted' : 'none';
    const above = opinion.caution - ordinaryBar(heard.length) - ordinaryOfFriends(messages);
    if (above >= 0) return 'lifted';
    return above >= -BARS.ordinaryOfThreats ? 'doubted' : 'held';
  }

  /** False where what was heard is of a language that was not taught. */
  function isLearned(): boolean {
    return heard.length === 0 || lookOf(classifier, heard) !== null;
  }

  return {
    hear(part) {
      heard.unshift(part);
      if (heard.length > FAR_MESSAGES) heard.pop();
      known = undefined;
    },
    sign(messages, weigh) {
      const opinion = opinionNow();
      if (opinion === null) {
        // What little was heard of somebody new may still be enough for a tip (docs/adr/0060).
        const little = acquaintance(messages) > 0 ? null : lookOf(classifier, heard);
        return little && little.caution >= cautionBar(heard.length) + extra ? 'look.alike' : null;
      }
      const caution = opinion.caution - cautionBar(heard.length) - extra;
      const mayThreaten = doubt(messages) === 'lifted' && opinion.danger + LIFT_MOST >= BARS.dangerOfThreats;
      if (!mayThreaten && caution < 0) return null;
      const weighing = weigh();
      const { score } = weighing;
      const friends = acquaintance(messages);
      const isNamed = score >= BARS.evidenceLeast + BARS.evidenceOfFriends * friends;
      if (!isNamed && friends > 0) return null;
      const features = heard.slice(0, NEAR_MESSAGES).reduce((sum, part) => sum + part.features, 0);
      const length = riseOf(messages, features);
      const danger = opinion.danger + liftOf(score);
      if (mayThreaten && isNamed && danger >= dangerBar(heard.length, weighing) + length)
        return 'context.looks-threatening';
      return caution >= Math.max(length, ordinaryOfFriends(messages)) ? 'look.alike' : null;
    },
    doubt,
  };
}
