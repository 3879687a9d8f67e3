// A set of word ids. Most are never looked into, so their members and bits are worked out when first asked for.

/** Words that one part of a phrase may be; shared by all phrases that name the same words. */
export class WordSet {
  private known: readonly number[] | null = null;
  private bits: Uint8Array | null = null;

  /**
   * @param commonness how often ordinary talk holds a word of the set, in rough units
   * @param parts sets whose words belong to this one
   * @param own further word ids
   */
  constructor(
    readonly id: number,
    readonly commonness: number,
    private readonly parts: readonly WordSet[],
    private readonly own: readonly number[],
  ) {}

  /** Word ids, each once. */
  get members(): readonly number[] {
    this.known ??= this.parts.length === 0 ? this.own : this.gather();
    return this.known;
  }

  private gather(): number[] {
    const all = new Set(this.own);
    for (const part of this.parts) for (const id of part.members) all.add(id);
    return [...all];
  }

  /** True where a word id belongs to the set. */
  has(id: number): boolean {
    const bits = this.bits ?? this.fillBits();
    return id >> 3 < bits.length && (((bits[id >> 3] as number) >> (id & 7)) & 1) === 1;
  }

  private fillBits(): Uint8Array {
    let last = 0;
    for (const id of this.members) if (id > last) last = id;
    const bits = new Uint8Array((last >> 3) + 1);
    for (const id of this.members) bits[id >> 3] = (bits[id >> 3] as number) | (1 << (id & 7));
    this.bits = bits;
    return bits;
  }
}
