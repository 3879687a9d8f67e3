// The people of one conversation, but for the child: who wrote a message, and what is kept of each of them.
import type { Moment } from './moment';
import { createPerson, type Person } from './person';
import type { SignalTable } from './rules';
import type { ConversationMemory, Message } from './types';

/** Key of the one other person of a private chat. */
const ALL_OTHERS = 'other';
/** Key of whoever wrote the rows whose author the page doesn't tell. */
export const NOBODY = 'nobody';
/** People of a group that are followed at once; the longest silent is forgotten first. */
const PEOPLE_KEPT = 200;
/** Signs of the child's own words that a new person of a group is judged with. */
const OWN_SIGNS_KEPT = 16;

/** A sign of the child's own words, as `Person.note` takes it. */
type OwnSign = readonly [signal: string, fingerprint: number, said: Moment];

export type People = {
  /** By key, in the order in which they were met. */
  readonly all: ReadonlyMap<string, Person>;
  /** Who wrote a message, met now at the latest; null for the child. */
  authorOf(message: Message): Person | null;
  /** The one other person of a private chat, once anything was said. */
  other(): Person | undefined;
  /** Keeps what the child said of itself in a group, for those who are yet to speak. */
  keepOwn(...sign: OwnSign): void;
};

/**
 * Creates the people of one conversation.
 * @param group each is judged by their own messages
 * @param memory what earlier sessions saw of the other person, or null
 */
export function createPeople(
  signals: SignalTable,
  group: boolean,
  memory: ConversationMemory | null,
): People {
  const all = new Map<string, Person>();
  if (memory && !group) all.set(ALL_OTHERS, createPerson(signals, memory));
  /** Their keys, the longest silent first, and the last of them. */
  const silent = new Set(all.keys());
  let last = '';
  let ownSigns: readonly OwnSign[] = [];

  function keyOf({ author, speaker }: Message): string {
    if (author === '' && (group || speaker === 'unknown')) return NOBODY;
    return speaker === 'other' && !group ? ALL_OTHERS : `author ${author}`;
  }

  function find(key: string): Person {
    const person = all.get(key) ?? meet(key);
    // A set is slow to reorder, and in a talk of two there is nothing to do.
    if (key !== last) {
      silent.delete(key);
      silent.add(key);
      last = key;
    }
    return person;
  }

  function meet(key: string): Person {
    if (all.size >= PEOPLE_KEPT) forgetOne();
    const person = createPerson(signals, null);
    all.set(key, person);
    for (const sign of ownSigns) person.note(...sign);
    return person;
  }

  /** The longest silent, but never the other person of a talk of two: names are free, and whoever changes them must not be forgotten by it. */
  function forgetOne(): void {
    const [longest = '', next = ''] = silent;
    const out = longest === ALL_OTHERS ? next : longest;
    silent.delete(out);
    all.delete(out);
  }

  return {
    all,
    authorOf(message) {
      if (message.speaker !== 'self') return find(keyOf(message));
      // Whoever is yet to speak in a private chat: what the child said first counts for them too.
      if (!group) find(ALL_OTHERS);
      return null;
    },
    other: () => all.get(ALL_OTHERS),
    keepOwn(...sign) {
      ownSigns = [...ownSigns, sign].slice(-OWN_SIGNS_KEPT);
    },
  };
}
