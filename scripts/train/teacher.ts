// Teaches the classifier from labelled chats, read with the phrases of today.
import type { Detector } from '../../engine/detector';
import type { LearnedWeights } from '../../engine/rules';
import type { Labelled } from '../evaluation/corpus';
import { type Cry, cryLessons } from './cries';
import { type Example, examplesOf, lessonsOf } from './examples';
import { type Learned, learn } from './learn';
import { despairWeightsOf, weightsOf } from './weights';

export type Teacher = {
  /** The same chats and lines give the same weights. */
  teach(chats: readonly Labelled[], cries: readonly Cry[]): LearnedWeights;
  /** Words that the rules name, in the order of their numbers. */
  readonly words: readonly string[];
};

/** Few hands wrote lines of despair, in two languages. */
const LEAST_HANDS_OF_CRIES = 2;

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
      const despair = learn(cryLessons(cries, chats, detector), LEAST_HANDS_OF_CRIES);
      return {
        ...weightsOf(caution as Learned, danger as Learned, words),
        despair: despairWeightsOf(despair, words),
      };
    },
  };
}
