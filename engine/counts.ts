// Numbers that count or name something: a score, a measure, an hour, a place in a row, the age of a brother. They are no ages of
// those who talk.
import { type AgeWords, forAgeLists } from './age-words';
import { foldLetters, isSpaced, SPACED_LETTER } from './characters';

/**
 * True where the number at [start, end) of a text counts or names something else than the years of one of the two.
 * @param place true where it is one in a row ("15th")
 */
export type IsCount = (text: string, start: number, end: number, place: boolean) => boolean;

/** Before and behind a number nothing further away says what it counts. */
const REACH = 40;
/** Between the word for an age and the number: "age is now 13". */
const ANNOUNCED_BEFORE = 12;

/** Makes it of the words of all languages. */
export function createIsCount(words: AgeWords): IsCount {
  const { units, more, parts, numbered, places, rows, within, announced, old, theirs, kin } =
    foldedLists(words);
  const isCounted = new RegExp(
    `^ *(?:[%٪]|[/:] ?\\d|[-+]\\d|[x×](?![a-z])|${oneOf(parts)} \\d|(?:${oneOf(more)} )?${oneOf(units)})`,
    'u',
  );
  const isInRow = new RegExp(`^ *(?:${oneOf(within)} (?:${oneOf(rows)}|\\d)|${oneOf(places)})`, 'u');
  const isNumbered = new RegExp(`(?:[$€£#]|\\d[/:.+-]|${oneOf(numbered)}) ?$`, 'u');
  const isOld = new RegExp(`^[ -]*${oneOf(old)}`, 'u');
  const isOfKin = new RegExp(`^[ -]*${oneOf(old)}[ -]+(?:\\p{L}+ )?${oneOf(kin)}`, 'u');
  const isTheirs = new RegExp(`${oneOf(theirs)} (?:\\p{L}+ )?$`, 'u');
  const isAnnounced = new RegExp(`${oneOf(announced)}\\D{0,${ANNOUNCED_BEFORE}}$`, 'u');
  return (text, start, end, place) => {
    const before = foldLetters(text.slice(Math.max(0, start - REACH), start));
    if (isAnnounced.test(before)) return false;
    const behind = foldLetters(text.slice(end, end + REACH)).replace(/['’]/g, '');
    if (isOfKin.test(behind) || (isOld.test(behind) && isTheirs.test(before))) return true;
    return isCounted.test(behind) || isNumbered.test(before) || (place && isInRow.test(behind));
  };
}

/** Any of some words. Those of a script with spaces stand for themselves alone; the others are written without any. */
function oneOf(words: readonly string[]): string {
  const spaced = words.filter(isSpaced).map(escaped);
  const others = words.filter((word) => !isSpaced(word)).map(escaped);
  const whole = `(?<!${SPACED_LETTER})(?:${spaced.join('|')})(?!${SPACED_LETTER})`;
  const all = spaced.length > 0 ? [whole, ...others] : others;
  return all.length > 0 ? `(?:${all.join('|')})` : NOTHING;
}

/** Matches nowhere: for a list that is empty. */
const NOTHING = '(?!)';

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** The lists as texts are read: small letters without accents. */
function foldedLists(words: AgeWords): Omit<AgeWords, 'numbers'> {
  return forAgeLists((name) => words[name].map(foldLetters));
}
