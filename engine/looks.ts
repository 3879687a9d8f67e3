// How the last messages look as a whole, message by message: asks the classifier (impression.ts), and notes what it says with the
// person it is about. In a group each is looked at by their own messages and the child's.
import type { Classifier } from './classifier';
import type { Heard } from './heard';
import { createImpression, type Doubt, heardPart, type Impression, isKnownAt } from './impression';
import type { People } from './people';
import type { Person } from './person';
import type { Level, Stage } from './types';

export type Looks = {
  /**
   * Looks at the talk with a message; true where it looks other than before. To be asked of every message in turn.
   * @param counted the stages whose signs count in it; null: all
   * @param level of the talk so far
   */
  take(heard: Heard, counted: readonly Stage[] | null, level: Level): boolean;
  /** What the look at the last message does to what phrases say of a person. */
  doubtOf(person: Person): Doubt;
};

/**
 * Creates the looks at a conversation.
 * @param extra added to the bar of `look.alike`, by the person's choice
 * @param group several people write: each is looked at when they write themselves
 */
export function createLooks(classifier: Classifier, extra: number, people: People, group: boolean): Looks {
  const impressions = new WeakMap<Person, Impression>();
  let lookedAt: Person | null = null;
  let doubt: Doubt = 'none';

  function impressionOf(person: Person): Impression {
    const impression = impressions.get(person) ?? createImpression(classifier, extra);
    impressions.set(person, impression);
    return impression;
  }

  /** Takes in a message where it belongs: the child speaks to everybody. */
  function hear({ author, message, reading }: Heard): void {
    const part = heardPart(classifier, message, reading);
    if (author) impressionOf(author).hear(part);
    else for (const person of people.all.values()) impressionOf(person).hear(part);
  }

  return {
    take(heard, counted, level) {
      const { author, message, moment, live, fingerprint } = heard;
      const wasLifted = doubt === 'lifted';
      const before = lookedAt;
      doubt = 'none';
      lookedAt = (group ? author : people.other()) ?? null;
      // History comes in any order, nobody knows whose the words of an unknown writer are, and what is quoted or taught is not said.
      const isKnown = message.speaker !== 'unknown' && (!group || message.author !== '');
      if (!live || moment.edited || !isKnown || counted !== null) return false;
      hear(heard);
      if (!lookedAt) return false;
      const impression = impressionOf(lookedAt);
      const { messages, weigh } = lookedAt.ledger;
      doubt = impression.doubt(messages());
      const sign = impression.sign(messages(), weigh);
      const isNews = sign !== null && !isKnownAt(level, sign);
      const isSeen = isNews && lookedAt.note(sign, fingerprint(), moment);
      return isSeen || (doubt === 'lifted' && !(wasLifted && before === lookedAt));
    },
    doubtOf: (person) => (person === lookedAt ? doubt : 'none'),
  };
}
