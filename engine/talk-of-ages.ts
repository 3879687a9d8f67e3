// What signs say of ages, and what a bare answer says where somebody has just spoken of them.
import type { Ages } from './ages';
import type { Heard } from './heard';
import { isLive } from './moment';
import { asAnswerOnAge, type Sign, saidAges } from './signs';

/** A bare answer ("24", "same", "older") is one on age within so many messages of the question for it, or of another age. */
const AGE_ANSWER_REACH = 3;

/** The signs of a message and what they say of ages. To be asked of every message that has signs, in turn. */
export type TalkOfAges = (signs: readonly Sign[], heard: Heard) => readonly Sign[];

/** Creates what is known of the talk of ages in one conversation. */
export function createTalkOfAges(ages: Ages): TalkOfAges {
  let lastAt = Number.NEGATIVE_INFINITY;
  return (signs, { message, moment, newest }) => {
    const live = isLive(moment);
    // History comes in any order: nobody knows what a bare number there answered.
    const isAnswer = live && newest - lastAt <= AGE_ANSWER_REACH;
    const read = isAnswer ? signs.map(asAnswerOnAge) : signs;
    const said = saidAges(read, message, ages);
    if (live && (said.length > 0 || signs.some(({ signal }) => signal === 'access.asks-age')))
      lastAt = newest;
    return [...read, ...said];
  };
}
