// How the last messages look as a whole, message by message: asks the classifier (impression.ts), and notes what it says with the
// person it is about. In a group each is looked at by their own messages and the child's.
import type { Classifier } from './classifier';
import type { Heard } from './heard';
import { createImpression, type HeardPart, heardPart, type Impression, isKnownAt } from './impression';
import { isLive } from './moment';
import type { People } from './people';
import type { Person } from './person';
import type { Level, Stage } from './types';
import { FAR_MESSAGES } from './views';

/** How many messages of a chat were read before it was opened this time, and until which day (since 1970). */
export type Remembered = { readonly messages: number; readonly until: number };

/**
 * Looks at the talk with a message; true where it looks other than before. To be asked of every message in turn.
 * @param counted the stages whose signs count in it; null: all
 * @param level of the talk so far
 */
export type Looks = (heard: Heard, counted: readonly Stage[] | null, level: Level) => boolean;

/**
 * Creates the looks at a conversation.
 * @param extra added to the bar of `look.alike`, by the person's choice
 * @param group several people write: each is looked at when they write themselves
 * @param remembered what is remembered of the chat: rows at its head were judged when they came, with what stood above them
 */
export function createLooks(
  classifier: Classifier,
  extra: number,
  people: People,
  group: boolean,
  remembered: Remembered,
): Looks {
  const impressions = new WeakMap<Person, Impression>();
  /** In a group the child's own last messages, for those who are yet to speak: in a talk of two the other hears them all. */
  const own: HeardPart[] = [];

  function impressionOf(person: Person): Impression {
    const known = impressions.get(person);
    if (known) return known;
    const impression = createImpression(classifier, extra);
    for (const part of own) impression.hear(part);
    impressions.set(person, impression);
    return impression;
  }

  /** Takes in a message where it belongs: the child speaks to everybody. */
  function hear({ author, message, reading }: Heard): void {
    const part = heardPart(classifier, message, reading);
    for (const person of author ? [author] : people.all.values()) impressionOf(person).hear(part);
    if (author || !group) return;
    own.push(part);
    if (own.length > FAR_MESSAGES) own.shift();
  }

  return (heard, counted, level) => {
    const { author, message, moment, fingerprint } = heard;
    const person = group ? author : people.other();
    const before = person?.doubt;
    // History comes in any order, and nobody knows whose the words of an unknown writer are.
    const isKnown = message.speaker !== 'unknown' && (!group || message.author !== '');
    const isHeard = isLive(moment) && !moment.edited && isKnown;
    if (person) person.doubt = 'none';
    if (!isHeard) return false;
    // What is quoted or taught is not said.
    const isTaught = counted !== null;
    if (!isTaught) hear(heard);
    if (!person) return false;
    const { sign, doubt } = impressionOf(person);
    const { messages, weigh } = person.ledger;
    const isOld =
      moment.atHead &&
      moment.place <= remembered.messages &&
      !(moment.dated && moment.day > remembered.until);
    person.doubt = isOld ? 'doubted' : doubt(messages(), isTaught);
    if (isTaught || isOld) return false;
    const seen = sign(messages(), weigh);
    const isSeen = seen !== null && !isKnownAt(level, seen) && person.note(seen, fingerprint(), moment);
    return isSeen || (person.doubt === 'lifted' && before !== 'lifted');
  };
}
