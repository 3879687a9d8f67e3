// A message as the conversation takes it in: what it says, who wrote it, and where it stands.
import type { Detector, Reading } from './detector';
import type { Moment } from './moment';
import type { People } from './people';
import type { Person } from './person';
import type { Message } from './types';

/** Messages whose place is kept for what they may be edited to: older ones stand where the newest does. */
const PLACES_KEPT = 64;

export type Heard = {
  readonly message: Message;
  readonly reading: Reading;
  /** Who wrote it; null for the child. */
  readonly author: Person | null;
  readonly moment: Moment;
  /** Where the newest live message stands. Another text of an older one stands before that (`moment.place`). */
  readonly newest: number;
  /** Of its text. Made once, and only where it is asked for: in a page it is the dearest part of a message. */
  readonly fingerprint: () => number;
};

/** As `ConversationOptions` has them. */
type Means = {
  readonly detector: Pick<Detector, 'read'>;
  readonly fingerprint: (text: string) => number;
  readonly now: () => number;
};

/** How a message came. */
export type Coming = {
  /** Above rows already read, or older than 48 hours (page/history.ts). */
  readonly history: boolean;
  /** Of history: right below the row before it, as in a chat that was found. */
  readonly inOrder?: boolean;
  /** Of these: at the head of what was found, where an earlier visit will have shown it too. */
  readonly atHead?: boolean;
  /** Of history that was scrolled in: the first row of a piece right above all that was read, or apart from it; or the next row of a piece. */
  readonly run?: 'above' | 'apart' | 'next';
  /** Another text of one that was read before. */
  readonly edited?: boolean;
};

/** Takes in the next message. */
export type Hearing = (message: Message, coming: Coming) => Heard;

/** Creates the hearing of one conversation. @param dayOf whole days since 1970 of a time */
export function createHearing(
  { detector, fingerprint, now }: Means,
  dayOf: (at: number) => number,
  people: People,
): Hearing {
  /** Where the last live messages stood, by their ids. */
  const placeOf = new Map<string, number>();
  let newest = 0;

  /** Where a live message stands: another text of one that was read stands where that stood. */
  function stand(id: string, edited: boolean): number {
    if (!edited) newest += 1;
    const place = (edited ? placeOf.get(id) : null) ?? newest;
    placeOf.set(id, place);
    if (placeOf.size > PLACES_KEPT) placeOf.delete(placeOf.keys().next().value as string);
    return place;
  }

  return (message, { history, inOrder = false, atHead = false, edited = false }) => {
    const { id, text, at } = message;
    const live = !history || inOrder;
    const place = live ? stand(id, edited) : newest;
    const fresh = live ? new Set<string>() : null;
    let made: number | null = null;
    return {
      message,
      reading: detector.read(text),
      author: people.authorOf(message),
      moment: { place, day: dayOf(at ?? now()), dated: at !== null, fresh, edited, past: history, atHead },
      newest,
      fingerprint() {
        made ??= fingerprint(text);
        return made;
      },
    };
  };
}
