// A text as its shape: of each word only its script stays, of a number how long it is. For copies of a page's structure
// (page/structure.ts).
import { lazy } from '../utils/lazy';

/** One letter for all of its script: how a site writes Khmer or Arabic hours matters to whoever mends an adapter. */
const LETTERS = lazy((): readonly (readonly [RegExp, string])[] => [
  [/\p{Script=Khmer}/u, 'ក'],
  [/\p{Script=Thai}/u, 'ก'],
  [/\p{Script=Arabic}/u, 'ا'],
  [/\p{Script=Hebrew}/u, 'א'],
  [/\p{Script=Cyrillic}/u, 'ж'],
  [/\p{Script=Greek}/u, 'λ'],
  [/\p{Script=Devanagari}/u, 'क'],
  [/\p{Script=Hangul}/u, '가'],
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, 'あ'],
  [/\p{Script=Han}/u, '文'],
]);
/** The length of a word says something about it, so all have the same. */
const WORD = 3;
/** Hours and dates keep their shape; anything longer is cut. */
export const MAX_DIGITS = 4;

const PIECES = lazy(
  () =>
    /(?<space>[\t\n\p{Zs}]+)|(?<ascii>[\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e]+)|(?<word>[[\p{L}\p{M}\p{Alphabetic}]--\p{N}]+)|(?<number>\p{N}+)|(?<flag>\p{RI}+)|(?<emoji>(?:\p{Extended_Pictographic}[\p{Emoji_Modifier}\u200d\ufe0f]*)+)|(?<unseen>\p{C}+)|(?<mark>\p{P}+)|(?<other>[\s\S])/gv,
);

/** A text as its shape: 'See you at 5:30, Ana 🙂' gives 'xxx xxx xxx 0:00, xxx 🙂'. */
export function hideText(text: string): string {
  return text.replace(PIECES(), (piece, ...rest) => {
    const kind = rest.at(-1) as Readonly<Record<string, string | undefined>>;
    if (kind.word) return letterOf(piece).repeat(WORD);
    if (kind.number) return '0'.repeat(Math.min([...piece].length, MAX_DIGITS));
    if (kind.flag) return '🏳';
    if (kind.emoji) return '🙂';
    if (kind.unseen) return '';
    return kind.other ? '*' : piece;
  });
}

function letterOf(word: string): string {
  return LETTERS().find(([script]) => script.test(word))?.[1] ?? 'x';
}

/** Words of a text, in small letters, with at least two letters. */
export function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []).filter((word) => [...word].length > 1);
}
