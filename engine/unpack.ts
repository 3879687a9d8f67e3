// Reads what prepare.ts packed.
import type { PreparedPacks, SetRow } from './rules';
import type { WordBook } from './word-index';

/** The words that the packs name. */
export function unpackWords({ words, uses, lone }: PreparedPacks): WordBook {
  return { words: words.split(' '), uses, lone: new Set(lone) };
}

/** For each word by number the one that it is a spelling of, or itself; null where they are damaged. @param size words are at most this */
export function unpackSpelled({ spelled: { pairs } }: PreparedPacks, size: number): Uint16Array | null {
  const plain = Uint16Array.from({ length: size + 1 }, (_, id) => id);
  let spelling = 0;
  for (let at = 0; at < pairs.length; at += 2) {
    spelling += pairs[at] as number;
    const word = pairs[at + 1] ?? size + 1;
    if (spelling > size || word > size) return null;
    plain[spelling] = word;
  }
  return plain;
}

/** Sets of words: those of set n are `ids[begins[n]]` to `ids[begins[n + 1] - 1]`, in order. */
export type WordSets = { readonly count: number; readonly ids: Uint16Array; readonly begins: Int32Array };

/** So many sets are unpacked in one step. */
const STEP_SETS = 1000;

/** All sets of a row, in steps. @throws RangeError where a set ends before it is whole */
export function* unpackSets(row: SetRow): Generator<undefined, WordSets> {
  const ids = new Uint16Array(row.length);
  const begins = new Int32Array(row.length + 1);
  let [sets, filled] = [0, 0];
  for (let at = 0; at < row.length; ) {
    const end = at + 1 + (row[at] as number);
    if (end > row.length) throw new RangeError('a set of words is cut off');
    let id = 0;
    for (at += 1; at < end; at += 1) {
      id += row[at] as number;
      ids[filled] = id;
      filled += 1;
    }
    sets += 1;
    begins[sets] = filled;
    if (sets % STEP_SETS === 0) yield;
  }
  return { count: sets, ids: ids.slice(0, filled), begins: begins.slice(0, sets + 1) };
}

/** The other way round: for each word the numbers of the sets that hold it. @param size words are at most this */
export function inverted({ count, ids, begins }: WordSets, size: number): WordSets {
  const turned = { count: size + 1, ids: new Uint16Array(ids.length), begins: new Int32Array(size + 2) };
  for (const id of ids) (turned.begins[id + 1] as number) += 1;
  for (let id = 0; id <= size; id += 1) (turned.begins[id + 1] as number) += turned.begins[id] as number;
  const next = turned.begins.slice();
  for (let set = 0; set < count; set += 1)
    for (let k = begins[set] as number; k < (begins[set + 1] as number); k += 1) {
      const id = ids[k] as number;
      turned.ids[next[id] as number] = set;
      (next[id] as number) += 1;
    }
  return turned;
}
