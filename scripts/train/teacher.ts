// Teaches the classifier from labelled chats, read with the phrases of today.
import type { Detector } from '../../engine/detector';
import type { LearnedWeights } from '../../engine/rules';
import type { Labelled } from '../evaluation/corpus';
import { type Example, examplesOf } from './examples';
import { learn } from './learn';
import { weightsOf } from './weights';

export type Teacher = {
  /** The same chats give the same weights. */
  teach(chats: readonly Labelled[]): LearnedWeights;
  /** Words that the rules name, in the order of their numbers. */
  readonly words: readonly string[];
};

export function createTeacher(detector: Detector, words: readonly string[]): Teacher {
  const known = new Map<Labelled, readonly Example[]>();
  function examplesIn(chat: Labelled): readonly Example[] {
    const examples = known.get(chat) ?? examplesOf(chat, detector);
    known.set(chat, examples);
    return examples;
  }
  return {
    words,
    teach(chats) {
      const examples = chats.flatMap(examplesIn);
      return weightsOf(learn(examples, 'caution'), learn(examples, 'danger'), words);
    },
  };
}
