// Whether the last messages sound like a lesson, a helpline or talk about the news: learned from chats (scripts/train.ts), beside the
// phrases of `lessons`, which know few of the ways to begin one. Linear, by single words and whose they are (docs/adr/0044).
import { lengthOf, WEIGHT_SCALE } from './classifier';
import { ANY, placeOf } from './features';
import { type LookWeights, lookSteps } from './look-weights';
import type { PreparedLook } from './rules';

/** Follows one talk. */
export type LessonLook = {
  /**
   * Takes in a live message; true where the last ones sound like a lesson. False where they hold too few words to say so.
   * @param words of the message (`Reading.words`) @param isSelf true where the protected person wrote it
   */
  hear(words: readonly number[], isSelf: boolean): boolean;
};

/** Begins one for a talk. */
export type LessonLooks = () => LessonLook;

/** So many messages, of both sides, are looked at together. */
export const LESSON_WINDOW = 20;
/** In log-odds. How it was chosen: docs/adr/0044. */
const LESSON_BAR = -0.7;
/** A lesson is known by its talk: fewer words than these say nothing, and of one message no more than so many count. */
const LEAST_WORDS = 80;
const MESSAGE_WORDS = 20;

/** Makes it of what was learned, in steps; null where it came damaged: the phrases alone tell lessons then. */
export function* lessonSteps(prepared: PreparedLook | null): Generator<undefined, LessonLooks | null> {
  const learned = yield* lookSteps(prepared);
  return learned && (() => createLook(learned));
}

function createLook({ bias, weightOf }: LookWeights): LessonLook {
  /** Of the last messages, the last one last: what each adds, and for how many words it counts. */
  const heard: (readonly [sum: number, count: number])[] = [];
  return {
    hear(words, isSelf) {
      let own = 0;
      for (const word of words) own += weightOf(isSelf, placeOf(word), ANY) ?? 0;
      const share = Math.min(1, MESSAGE_WORDS / words.length);
      heard.push([share * own, share * words.length]);
      if (heard.length > LESSON_WINDOW) heard.shift();
      let [sum, count] = [0, 0];
      for (const [each, of] of heard) {
        sum += each;
        count += of;
      }
      return count >= LEAST_WORDS && (sum / lengthOf(count) + bias) / WEIGHT_SCALE >= LESSON_BAR;
    },
  };
}
