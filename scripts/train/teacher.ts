// Teaches the classifier from labelled chats, read with the phrases of today.
import type { Detector } from '../../engine/detector';
import type { LearnedWeights } from '../../engine/rules';
import type { Labelled } from '../evaluation/corpus';
import { type Cry, cryLessons, talkLessons } from './cries';
import { type Example, examplesOf, lessonsOf } from './examples';
import { commonAmong, type Learned, learn } from './learn';
import { despairWeightsOf, weightsOf } from './weights';

export type Teacher = {
  /** The same chats and lines give the same weights. */
  teach(chats: readonly Labelled[], cries: readonly Cry[]): LearnedWeights;
  /** Words that the rules name, in the order of their numbers. */
  readonly words: readonly string[];
};

/** What fewer lines of despair and look-alikes hold, or of fewer hands, is not learned, however common it is in talk. */
const LEAST_OF_CRIES = 3;

export function createTeacher(detector: Detector, words: readonly string[]): Teacher {
  const known = new Map<Labelled, readonly Example[]>();
  function examplesIn(chat: Labelled): readonly Example[] {
    const examples = known.get(chat) ?? examplesOf(chat, detector);
    known.set(chat, examples);
    return examples;
  }
  return {
    words,
    teach(chats, cries) {
      const examples = chats.flatMap(examplesIn);
      const [caution, danger] = (['caution', 'danger'] as const).map((level) =>
        learn(lessonsOf(examples, level)),
      );
      const lines = cryLessons(cries, detector);
      const isTold = commonAmong(lines, LEAST_OF_CRIES, LEAST_OF_CRIES);
      const despair = learn([...lines, ...talkLessons(chats, detector)], isTold);
      return {
        ...weightsOf(caution as Learned, danger as Learned, words),
        despair: despairWeightsOf(despair, words),
      };
    },
  };
}
