// What somebody quotes, teaches or rehearses is not said in earnest: which stages count all the same.
import type { Heard } from './heard';
import type { Stage } from './types';

/** What somebody teaches or a scene that is rehearsed goes on for so many messages; each sign of it begins anew. */
const LESSON_REACH = 25;
const COUNTS_IN_QUOTES: readonly Stage[] = ['context'];
/** Who helps against a blackmailer asks for no money: that counts all the same. */
const COUNTS_IN_LESSONS: readonly Stage[] = ['context', 'payment'];

/** The stages whose signs count in a message; null: all. To be asked of every message in turn. */
export type Lessons = (heard: Heard) => readonly Stage[] | null;

/** Creates what is known of the lessons of one conversation. @param group everybody speaks for themselves */
export function createLessons(group: boolean): Lessons {
  /** In a private chat whoever teaches does so for both. */
  const both = { taughtAt: Number.NEGATIVE_INFINITY };
  return ({ reading, author, live, newest }) => {
    const taught = group && author ? author : both;
    if (live && author && reading.lesson) taught.taughtAt = newest;
    if (reading.gated) return COUNTS_IN_QUOTES;
    return live && newest - taught.taughtAt <= LESSON_REACH ? COUNTS_IN_LESSONS : null;
  };
}
