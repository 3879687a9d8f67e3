// What somebody quotes, teaches or rehearses is not said in earnest: which stages count all the same.
import type { Heard } from './heard';
import type { LessonLooks } from './lesson-look';
import { isLive } from './moment';
import type { Stage } from './types';

/** What somebody teaches or a scene that is rehearsed goes on for so many messages; each sign of it begins anew. */
const LESSON_REACH = 25;
const COUNTS_IN_QUOTES: readonly Stage[] = ['context'];
/** Who helps against a blackmailer asks for no money: that counts all the same. */
const COUNTS_IN_LESSONS: readonly Stage[] = ['context', 'payment'];
/** Where talk only sounds like a lesson a threat counts too, and an advert: in a group somebody else may post it. */
const COUNTS_IN_TALK_OF_LESSONS: readonly Stage[] = [...COUNTS_IN_LESSONS, 'threat', 'advert'];

/** The stages whose signs count in a message; null: all. To be asked of every message in turn. */
export type Lessons = (heard: Heard) => readonly Stage[] | null;

/**
 * Creates what is known of the lessons of one conversation.
 * @param group everybody speaks for themselves, but where all of the talk sounds like a lesson
 * @param beginLook what lessons sound like; null where nothing was learned
 */
export function createLessons(group: boolean, beginLook: LessonLooks | null): Lessons {
  /** In a private chat whoever teaches does so for both. */
  const both = { taughtAt: Number.NEGATIVE_INFINITY };
  const look = beginLook?.() ?? null;
  let soundsTaught = false;
  return ({ message, reading, author, newest, moment }) => {
    const live = isLive(moment);
    const taught = group && author ? author : both;
    if (live && author && reading.lesson) taught.taughtAt = newest;
    if (look && live && !moment.edited && message.speaker !== 'unknown')
      soundsTaught = look.hear(reading.words, author === null);
    if (reading.gated) return COUNTS_IN_QUOTES;
    if (!live) return null;
    if (newest - taught.taughtAt <= LESSON_REACH) return COUNTS_IN_LESSONS;
    return soundsTaught ? COUNTS_IN_TALK_OF_LESSONS : null;
  };
}
