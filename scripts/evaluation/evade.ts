// Whole conversations as people write them who get round filters.
import { createRandom, type Evasion } from './evasions';

type Said = {
  readonly author: string;
  readonly text: string;
  readonly time?: string | number | null | undefined;
};

/** Messages with one evasion applied to everybody but `self`. */
export function evade<T extends Said>(
  messages: readonly T[],
  self: string | null | undefined,
  evasion: Evasion,
  seed: number,
): T[] {
  const random = createRandom(seed);
  return messages.map((message) =>
    message.author === self ? message : { ...message, text: evasion.rewrite(message.text, random) },
  );
}

/** Every message of more than four words cut in two, as people do who write on their phone. */
export function cutSentences<T extends Said>(
  messages: readonly T[],
  self: string | null | undefined,
): { messages: T[]; origin: number[] } {
  const out: T[] = [];
  const origin: number[] = [];
  messages.forEach((message, i) => {
    const words = message.text.split(' ');
    const half = Math.ceil(words.length / 2);
    const pieces =
      message.author === self || words.length <= 4
        ? [message.text]
        : [words.slice(0, half).join(' '), words.slice(half).join(' ')];
    for (const text of pieces) {
      out.push({ ...message, text });
      origin.push(i);
    }
  });
  return { messages: out, origin };
}
