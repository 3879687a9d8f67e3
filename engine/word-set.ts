// Sets of word ids, and the table in which the matcher looks them up.

/** Words that one part of a phrase may be; shared by all phrases that name the same words. */
export class WordSet {
  private known: readonly number[] | null = null;

  /**
   * @param commonness how often ordinary talk holds a word of the set, in times in 1,000 words
   * @param parts sets whose words belong to this one
   * @param own further word ids
   */
  constructor(
    readonly id: number,
    readonly commonness: number,
    private readonly parts: readonly WordSet[],
    private readonly own: readonly number[],
  ) {}

  /** Word ids, each once; gathered when first asked for. */
  get members(): readonly number[] {
    this.known ??= this.parts.length === 0 ? this.own : this.gather();
    return this.known;
  }

  private gather(): number[] {
    const all = new Set(this.own);
    for (const part of this.parts) for (const id of part.members) all.add(id);
    return [...all];
  }
}

/** Numbers the sets that are looked up, in the order of their first use. */
export class SetNumbers {
  private readonly numbers = new Map<WordSet, number>();

  of(set: WordSet): number {
    const known = this.numbers.get(set);
    if (known !== undefined) return known;
    this.numbers.set(set, this.numbers.size);
    return this.numbers.size - 1;
  }

  /** @param words ids are at most this */
  table(words: number): WordTable {
    const stride = (this.numbers.size >> 5) + 1;
    const rows = new Int32Array((words + 1) * stride);
    for (const [{ members }, number] of this.numbers) {
      const column = number >> 5;
      const bit = 1 << (number & 31);
      for (const id of members) (rows[id * stride + column] as number) |= bit;
    }
    return { rows, stride };
  }
}

/** One bit a word and set: set n holds word w where bit n & 31 of `rows[w * stride + (n >> 5)]` is 1. One row a word, since a message has few words. */
export type WordTable = { readonly rows: Int32Array; readonly stride: number };
