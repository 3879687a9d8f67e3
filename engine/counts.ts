// Numbers that count or name something: a score, a measure, an hour, a place in a row. They are no ages.
import type { AgeWords } from './rules';

/**
 * True where the number at [start, end) of a text counts or names something else than years of age.
 * @param place true where it is one in a row ("15th")
 */
export type IsCount = (text: string, start: number, end: number, place: boolean) => boolean;

const DIGIT = '[\\d\\u17e0-\\u17e9]';
/** Before and behind a number nothing further away says what it counts. */
const REACH = 40;
/** Between the word for an age and the number: "age is now 13". */
const ANNOUNCED_BEFORE = 12;

/** Makes it of the words of all languages. */
export function createIsCount(words: AgeWords): IsCount {
  const { units, more, parts, numbered, places, rows, within, announced } = words;
  const isCounted = new RegExp(
    `^ *(?:%|[/:] ?${DIGIT}|[-+]\\d|[x×](?![a-z])|${oneOf(parts)} \\d|(?:${oneOf(more)} )?${oneOf(units)})`,
    'i',
  );
  const isInRow = new RegExp(`^ *(?:${oneOf(within)} (?:${oneOf(rows)}|\\d)|${oneOf(places)})`, 'i');
  const isNumbered = new RegExp(`(?:[$€£#]|${DIGIT}[/:.+-]|${oneOf(numbered)}) ?$`, 'i');
  const isAnnounced = new RegExp(`${oneOf(announced)}[^\\d\\u17e0-\\u17e9]{0,${ANNOUNCED_BEFORE}}$`, 'i');
  return (text, start, end, place) => {
    const before = text.slice(Math.max(0, start - REACH), start);
    if (isAnnounced.test(before)) return false;
    const behind = text.slice(end, end + REACH).replace(/['’]/g, '');
    return isCounted.test(behind) || isNumbered.test(before) || (place && isInRow.test(behind));
  };
}

/** Any of some words; one in Latin letters stands for itself alone, others are written without spaces. */
function oneOf(words: readonly string[]): string {
  const latin = words.filter((word) => LATIN.test(word));
  const others = words.filter((word) => !LATIN.test(word));
  const all = [...(latin.length > 0 ? [`\\b(?:${joined(latin)})(?![a-z])`] : []), ...others.map(escaped)];
  return all.length > 0 ? `(?:${all.join('|')})` : NOTHING;
}

const LATIN = /^[a-z ]+$/;
/** Matches nowhere: for a list that is empty. */
const NOTHING = '(?!)';

const joined = (words: readonly string[]) => words.join('|');
const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
