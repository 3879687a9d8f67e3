// Of whom a card may speak: the other person, somebody in a group, or nobody where the page does not tell who wrote.

import type { Who } from '../../components/sign-sentences';
import type { Message } from '../../engine/types';

export type { Who };

const LEAST_KNOWN: readonly Who[] = ['unknown', 'someone', 'person'];

/** Of some rows that raised the level together: as little as is known of any who may have written that. */
export function leastKnown(one: Who | null, other: Who): Who {
  return LEAST_KNOWN.find((who) => who === one || who === other) ?? other;
}

/** Who raised the level: kept while it stays, judged by the message that changed it. */
export function addSpeaker(
  who: Who,
  message: Message,
  { group, rose }: { readonly group: boolean; readonly rose: boolean },
): Who {
  if (!rose) return who;
  if (message.speaker === 'unknown') return message.author === '' ? 'unknown' : 'someone';
  return group ? 'someone' : 'person';
}
