// Words that were run together, cut apart.

/** A word this long of known words run together is still read ("sendmepics"). */
export const GLUED_MAX = 24;

/** What a letter that belongs to no known word costs: more than any known word, so that words win. */
const STRAY_LETTER = 3;

/** Known words that make up `text` when written together, fewest first; a stray letter becomes 0. Null where no word is found. */
export function cutIntoKnown(text: string, idOf: (piece: string) => number | null): number[] | null {
  const best: { readonly cost: number; readonly ids: readonly number[] }[] = [{ cost: 0, ids: [] }];
  for (let end = 1; end <= text.length; end += 1) {
    const stray = best[end - 1] ?? { cost: 0, ids: [] };
    let winner = { cost: stray.cost + STRAY_LETTER, ids: [...stray.ids, 0] as readonly number[] };
    for (let start = Math.max(0, end - GLUED_MAX); start < end; start += 1) {
      const before = best[start];
      const id = idOf(text.slice(start, end));
      if (before && id !== null && before.cost + 1 < winner.cost)
        winner = { cost: before.cost + 1, ids: [...before.ids, id] };
    }
    best[end] = winner;
  }
  const ids = best[text.length]?.ids ?? [];
  return ids.some((id) => id !== 0) ? [...ids] : null;
}

/** A piece is so long at most. */
const PIECE_MAX = 12;

/**
 * The fewest words that make up all of `text`; null where there are none.
 * @param idOf id of a piece that may be one, or 0
 */
export function cutWhole(text: string, idOf: (piece: string) => number): readonly number[] | null {
  const best: (readonly number[] | undefined)[] = [[]];
  for (let start = 0; start < text.length; start += 1) {
    const before = best[start];
    if (before === undefined) continue;
    for (let end = start + 1; end <= Math.min(text.length, start + PIECE_MAX); end += 1) {
      const rival = best[end];
      if (rival !== undefined && rival.length <= before.length + 1) continue;
      const id = idOf(text.slice(start, end));
      if (id > 0) best[end] = [...before, id];
    }
  }
  return best[text.length] ?? null;
}
