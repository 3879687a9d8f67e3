// Which word of the rules a written one is a spelling of ("u" of "you"): what is learned from chats goes by the word, so that
// all its spellings share one weight, and a disguise that reads as another spelling costs nothing. The build's.
import type { PackData } from './rules';

/** For each spelling by number the number of its word. One that two words claim stands for itself. */
export function spelledIn(
  packs: readonly Pick<PackData, 'spellings'>[],
  idOf: ReadonlyMap<string, number>,
): ReadonlyMap<number, number> {
  const claims = new Map<number, Set<number>>();
  for (const { spellings } of packs)
    for (const [word, list] of Object.entries(spellings)) {
      const id = idOf.get(word);
      for (const written of id === undefined ? [] : list) {
        const spelling = idOf.get(written);
        if (id === undefined || spelling === undefined || spelling === id) continue;
        claims.set(spelling, (claims.get(spelling) ?? new Set()).add(id));
      }
    }
  const nextOf = new Map<number, number>();
  for (const [spelling, words] of claims)
    if (words.size === 1) for (const word of words) nextOf.set(spelling, word);
  return new Map([...nextOf.keys()].map((spelling) => [spelling, lastOf(spelling, nextOf)]));
}

/** A word may be a spelling of another one in its turn. Where that leads round in a ring, it stands for itself. */
function lastOf(spelling: number, nextOf: ReadonlyMap<number, number>): number {
  const seen = new Set<number>();
  let last = spelling;
  for (let next = nextOf.get(last); next !== undefined; next = nextOf.get(last)) {
    if (seen.has(last)) return spelling;
    seen.add(last);
    last = next;
  }
  return last;
}
