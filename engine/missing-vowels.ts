// Words whose vowels were left out: "mssg".

/** A word without vowels must keep so many consonants to be told from others; a long one with a vowel at one of its ends one less. */
const SKELETON_MIN = 3;
const SKELETON_WORD_MIN = 4;
const LONG_WORD_MIN = 5;
/** No vowel but at its ends: how words look whose inner vowels were left out. */
const INNER_BARE = /^[a-z][b-df-hj-np-tv-z]+[a-z]?$/;
const AT_AN_END = /^[aeiouy]|[aeiouy]$/;

const skeleton = (word: string) => word.replace(/[aeiouy]/g, '');
/** First letter, consonants, last letter: what is left where the vowels between are gone. */
const outline = (word: string) => `${word.charAt(0)} ${skeleton(word)} ${word.at(-1)}`;

/** Outlines of a known word whose vowels are left out, its last one too; none where too little is left. */
export function outlinesOf(word: string): string[] {
  if (word.length < SKELETON_WORD_MIN) return [];
  const bones = skeleton(word);
  if (bones === word) return [];
  if (bones.length >= SKELETON_MIN) return [outline(word), `${word.charAt(0)} ${bones} ${bones.at(-1)}`];
  const isEnough = bones.length === SKELETON_MIN - 1 && word.length >= LONG_WORD_MIN && AT_AN_END.test(word);
  return isEnough ? [outline(word)] : [];
}

/**
 * All vowels inside the word are gone; the first and the last letter stand.
 * @param outlines ids of known words by their outlines
 * @param endings regular endings: the word may be a form whose base is known (mssgs)
 */
export function addVowels(
  word: string,
  outlines: ReadonlyMap<string, number>,
  endings: readonly string[],
): number | null {
  if (!isBare(word)) return null;
  const whole = outlines.get(outline(word));
  if (whole !== undefined) return whole;
  for (const ending of endings) {
    const bare = skeleton(ending);
    const base = word.slice(0, word.length - bare.length);
    const id = word.endsWith(bare) && isBare(base) ? outlines.get(outline(base)) : undefined;
    if (id !== undefined) return id;
  }
  return null;
}

function isBare(word: string): boolean {
  return word.length >= SKELETON_MIN && INNER_BARE.test(word);
}
