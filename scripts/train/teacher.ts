// Teaches the classifier from labelled chats, read with the phrases of today.
import type { Detector } from '../../engine/detector';
import type { LearnedWeights } from '../../engine/rules';
import type { Labelled } from '../evaluation/corpus';
import { type Cry, crySamples, talkSamples } from './cries';
import { type Example, examplesOf, samplesOf } from './examples';
import { commonAmong, type Learned, learn, type Sample } from './learn';
import { teachingSamples } from './teaching';
import { LEAST_OF, lookWeightsOf, weightsOf } from './weights';

export type Teacher = {
  /** The same chats and lines give the same weights. */
  teach(chats: readonly Labelled[], cries: readonly Cry[]): LearnedWeights;
  /** Words that the rules name, in the order of their numbers. */
  readonly words: readonly string[];
};

/** What fewer lines of despair and look-alikes hold, or of fewer hands, is not learned, however common it is in talk. */
const LEAST_OF_CRIES = 3;

export function createTeacher(detector: Detector, words: readonly string[]): Teacher {
  const examplesIn = rememberedOf<readonly Example[]>((chat) => examplesOf(chat, detector));
  const teachingIn = rememberedOf<readonly Sample[]>((chat) => teachingSamples(chat, detector));
  return {
    words,
    teach(chats, cries) {
      const examples = chats.flatMap(examplesIn);
      const [caution, danger] = (['caution', 'danger'] as const).map((level) =>
        learn(samplesOf(examples, level)),
      );
      const lines = crySamples(cries, detector);
      const isTold = commonAmong(lines, LEAST_OF_CRIES, LEAST_OF_CRIES);
      const despair = learn([...lines, ...talkSamples(chats, detector)], isTold);
      return {
        ...weightsOf(caution as Learned, danger as Learned, words),
        despair: lookWeightsOf(despair, words, LEAST_OF.despair),
        lessons: lookWeightsOf(learn(chats.flatMap(teachingIn)), words, LEAST_OF.lessons),
      };
    },
  };
}

/** What is worked out of a chat once, though it is asked for again for each hand left out. */
function rememberedOf<T>(workOut: (chat: Labelled) => T): (chat: Labelled) => T {
  const known = new Map<Labelled, T>();
  return (chat) => {
    const one = known.get(chat) ?? workOut(chat);
    known.set(chat, one);
    return one;
  };
}
