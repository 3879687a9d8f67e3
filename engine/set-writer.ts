// Writes sets of words as one row of numbers, each set once; unpack.ts reads it.
import { idsOf, type WordSet } from './words';

export class SetWriter {
  /** See `SetRow` in rules.ts. */
  readonly row: number[] = [];
  private readonly known = new Map<string, number>();

  /** How many sets are written. */
  get count(): number {
    return this.known.size;
  }

  /** The number of a set, which is written where it is new. */
  numberOf(words: WordSet): number {
    const row = setRow(idsOf(words));
    const key = row.join();
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const number = this.known.size;
    this.known.set(key, number);
    this.row.push(...row);
    return number;
  }
}

/** One set as it is written. @param ids in order */
export function setRow(ids: readonly number[]): readonly number[] {
  return [ids.length, ...ids.map((id, i) => id - (ids[i - 1] ?? 0))];
}
