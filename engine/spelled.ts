// Which word of the rules a written one is a spelling of ("abt" of "about"): what is learned from chats goes by the word, so that
// all its spellings share one weight, and a disguise that reads as another spelling costs nothing. The build's.
import type { PackData } from './rules';

/** What it asks of a pack: its spellings, those that are words themselves, and all words that it names. */
export type Speller = Pick<PackData, 'spellings' | 'ownWords'> & { readonly words: readonly string[] };

const LETTER = /\p{L}/u;
const LATIN = /^[\p{Script=Latin}\p{M}\p{N}]+$/u;
const FIGURES = /^\d+$/;

/**
 * For each spelling by number the number of its word. One that leads to two words, or to none for a ring, stands for itself; so
 * does one that is as often a word itself, a figure ("2"), what another language names too, and how a language of other letters sounds in Latin ones: "dark" and
 * "tv" would be Khmer.
 */
export function spelledIn(
  packs: readonly Speller[],
  idOf: ReadonlyMap<string, number>,
): ReadonlyMap<number, number> {
  const claims = new Map<number, Set<number>>();
  for (const pack of packs) {
    const others = new Set(packs.filter((other) => other !== pack).flatMap(({ words }) => words));
    const isLatin = pack.words.every(
      (word) => !LETTER.test(word) || LATIN.test(word) || word.startsWith('<'),
    );
    const mayStand = (written: string) =>
      !others.has(written) &&
      !pack.ownWords.includes(written) &&
      !FIGURES.test(written) &&
      (isLatin || !LATIN.test(written));
    for (const [word, list] of Object.entries(pack.spellings))
      for (const written of list.filter(mayStand)) claim(claims, idOf.get(written), idOf.get(word));
  }
  return new Map(
    [...claims.keys()].flatMap((spelling) => {
      const [word, another] = lastOf(spelling, claims);
      return word === undefined || another !== undefined ? [] : [[spelling, word] as const];
    }),
  );
}

function claim(claims: Map<number, Set<number>>, spelling: number | undefined, word: number | undefined) {
  if (spelling === undefined || word === undefined || spelling === word) return;
  claims.set(spelling, (claims.get(spelling) ?? new Set()).add(word));
}

/** A word may be a spelling of another one in its turn: those at the end of all ways. */
function lastOf(spelling: number, claims: ReadonlyMap<number, ReadonlySet<number>>): readonly number[] {
  const seen = new Set([spelling]);
  for (const id of seen) for (const next of claims.get(id) ?? []) seen.add(next);
  return [...seen].filter((id) => !claims.has(id));
}
