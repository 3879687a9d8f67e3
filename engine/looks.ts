// How the last messages of a private chat look as a whole, message by message: asks the classifier (impression.ts), and notes
// what it says with the other person.
import type { Classifier } from './classifier';
import type { Heard } from './heard';
import { createImpression, type Doubt, isKnownAt } from './impression';
import type { People } from './people';
import type { Level, Stage } from './types';

export type Looks = {
  /**
   * Looks at the talk with a message; true where it looks other than before. To be asked of every message in turn.
   * @param counted the stages whose signs count in it; null: all
   * @param level of the talk so far
   */
  take(heard: Heard, counted: readonly Stage[] | null, level: Level): boolean;
  /** What the look at the last message does to what phrases say. */
  doubt(): Doubt;
};

/** Creates the looks at a private chat. @param extra added to the bar of `look.alike`, by the person's choice */
export function createLooks(classifier: Classifier, extra: number, people: People): Looks {
  const impression = createImpression(classifier, extra);
  let doubt: Doubt = 'none';

  return {
    take(heard, counted, level) {
      const { message, reading, moment, live, fingerprint } = heard;
      const wasLifted = doubt === 'lifted';
      doubt = 'none';
      const other = people.other();
      // History comes in any order, nobody knows whose the words of an unknown writer are, and what is quoted or taught is not said.
      const isSaid = live && !moment.edited && message.speaker !== 'unknown' && counted === null;
      if (!other || !isSaid) return false;
      impression.hear(message, reading);
      const { messages, weigh } = other.ledger;
      doubt = impression.doubt(messages());
      const sign = impression.sign(messages(), weigh);
      const isNews = sign !== null && !isKnownAt(level, sign);
      const isSeen = isNews && other.note(sign, fingerprint(), moment);
      return isSeen || (doubt === 'lifted' && !wasLifted);
    },
    doubt: () => doubt,
  };
}
