// Finds a set of words by what it holds: numbers of sets in one row of slots, where a hash of their words says (open
// addressing). A page keeps tens of thousands of them; a map would take ten times the room.

const EMPTY = -1;
const FIRST_SLOTS = 1 << 12;

/** A hash of the words `from` to `end` of a row, for slots (FNV-1a: Fowler, Noll, Vo). */
export function hashOfWords(words: Uint16Array, from: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let k = from; k < end; k += 1) hash = Math.imul(hash ^ (words[k] as number), 0x01000193);
  return hash ^ (hash >>> 15);
}

export class SetIndex {
  private slots = new Int32Array(FIRST_SLOTS).fill(EMPTY);
  private held = 0;

  /** @param hashOf the hash of a set that was added */
  constructor(private readonly hashOf: (set: number) => number) {}

  /** The set with this hash that is the one looked for, or -1. */
  find(hash: number, isIt: (set: number) => boolean): number {
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const set = this.slots[slot] as number;
      if (set === EMPTY || isIt(set)) return set;
    }
  }

  /** Adds a set that is not there yet. */
  add(hash: number, set: number): void {
    if (4 * (this.held + 1) > 3 * this.slots.length) this.grow();
    this.held += 1;
    this.put(hash, set);
  }

  private put(hash: number, set: number): void {
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    while (this.slots[slot] !== EMPTY) slot = (slot + 1) & mask;
    this.slots[slot] = set;
  }

  private grow(): void {
    const old = this.slots;
    this.slots = new Int32Array(2 * old.length).fill(EMPTY);
    for (const set of old) if (set !== EMPTY) this.put(this.hashOf(set), set);
  }
}
