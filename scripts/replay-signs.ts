// What each message of a conversation shows by itself, and the words that show it: for whoever writes rules.
import { spokenHits } from '../engine/signs';
import type { Reader, ReplayLine } from './replayer';

/** One sign of a message; `index` is the 0-based message. */
export type ShownSign = { readonly index: number; readonly signal: string; readonly words: string };

/** The signs of all messages in order. A sign that is the other person's to give is none in the words of `self`, and the other way round. */
export function signsIn({ self, messages }: ReplayLine, { detector }: Reader): readonly ShownSign[] {
  return messages.flatMap(({ author, text }, index) => {
    const isSelf = self !== null && self !== undefined && String(author ?? '') === String(self);
    const notTheirs = isSelf ? 'other' : 'self';
    return spokenHits(detector.read(text).hits, text, detector)
      .filter(({ speaker }) => speaker !== notTheirs)
      .map(({ signal, span }) => ({ index, signal, words: text.slice(...span) }));
  });
}
