// A word without its regular ending.

/** A base must be so long: "bring" is no form of "br". */
const BASE_MIN = 3;

const NO_BASES: readonly string[] = [];

/** What a word may be a regular form of, the likeliest first: "making" -> "mak", "make"; "chatting" -> "chatt", "chat". */
export function basesOf(word: string, endings: readonly string[]): readonly string[] {
  let bases: string[] | null = null;
  for (const ending of endings) {
    const length = word.length - ending.length;
    if (length < BASE_MIN || !word.endsWith(ending)) continue;
    const base = word.slice(0, length);
    if (ending === 's' && base.endsWith('s')) continue;
    bases ??= [];
    bases.push(base);
    if (ending !== 's') bases.push(`${base}e`);
    if (length > BASE_MIN && base.charAt(length - 1) === base.charAt(length - 2))
      bases.push(base.slice(0, -1));
  }
  return bases ?? NO_BASES;
}
