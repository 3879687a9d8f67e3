// Remembers which rows of a conversation were read, by id and text: elements are recycled, emptied and replaced.
import { hashText } from './hash';

/** Ids kept for one conversation; about 1 MB. Beyond it the oldest go, and memory's own pairs keep the count right. */
const MAX_IDS = 10_000;
/** Texts kept for one id: a row that flips between two renderings (a translation, "see more") is no edit each time. */
const MAX_TEXTS = 8;
/** Conversations kept, so that going back to one does not read it as new. */
const MAX_CONVERSATIONS = 8;

export type Novelty = 'new' | 'edited' | 'same';

export type Seen = {
  /** Notes a row and says whether it is new, has a text not seen before under its id, or was read already. */
  see(id: string, text: string): Novelty;
  has(id: string): boolean;
  readonly size: number;
};

export function createSeen(maxIds = MAX_IDS): Seen {
  /** For each id the hashes of its texts: one alone, or several. Nearly all rows keep their first text. */
  const texts = new Map<string, string | readonly string[]>();
  return {
    see(id, text) {
      const hash = hashText(text);
      const known = texts.get(id);
      if (known === hash || (typeof known === 'object' && known.includes(hash))) return 'same';
      texts.delete(id); // set again below, so that a Map's insertion order is the order of last change
      texts.set(id, known === undefined ? hash : [known, hash].flat().slice(-MAX_TEXTS));
      if (texts.size > maxIds) for (const oldest of texts.keys()) if (texts.delete(oldest)) break;
      return known === undefined ? 'new' : 'edited';
    },
    has: (id) => texts.has(id),
    get size() {
      return texts.size;
    },
  };
}

/** The seen rows of the last few conversations, by key; the one longest unused goes first. */
export function createSeenShelf(): { of(key: string): Seen } {
  const shelf = new Map<string, Seen>();
  return {
    of(key) {
      const seen = shelf.get(key) ?? createSeen();
      shelf.delete(key);
      shelf.set(key, seen);
      if (shelf.size > MAX_CONVERSATIONS) for (const oldest of shelf.keys()) if (shelf.delete(oldest)) break;
      return seen;
    },
  };
}
