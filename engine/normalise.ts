// Cuts a text into words the way a reader sees it, and keeps where each word stood in the original.
import { characterClass, sortKhmerCluster } from './characters';

/** Words of a text with their UTF-16 offsets in the original: word i stands at [starts[i], ends[i]). */
export type Words = { readonly words: string[]; readonly starts: number[]; readonly ends: number[] };

/** Words longer than this are data, not language (a link, a file): they are cut off and match nothing. */
const LONGEST_WORD = 40;

/** ASCII signs that stand for a letter when letters touch them: the tokeniser keeps them inside a word. */
const INNER_SIGN: Readonly<Record<number, string>> = {
  36: '$',
  64: '@',
  33: '!',
  43: '+',
  42: '*',
  124: '|',
};
const APOSTROPHES = new Set([0x27, 0x60, 0xb4, 0x2018, 0x2019, 0x2bc, 0xff07]);
/** Khmer coeng: joins the next consonant to its letter group. */
const COENG = 0x17d2;

const isAsciiLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const isAsciiDigit = (code: number) => code >= 48 && code <= 57;
const isWordCode = (code: number) => isAsciiLetter(code) || isAsciiDigit(code) || code > 127;

/**
 * Words of `text`: lower case, without apostrophes and accents, look-alike letters made Latin, letter groups of
 * unspaced scripts as words of their own, numbers in Latin digits, emoji and `?` as words, `$` for any currency sign.
 * Linear in the length of the text.
 */
export function splitWords(text: string): Words {
  const words: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let word = '';
  let wordStart = 0;
  let wordEnd = 0;
  let cluster = '';
  let clusterStart = 0;
  let clusterEnd = 0;
  let joinsNext = false;

  const put = (value: string, start: number, end: number) => {
    words.push(value);
    starts.push(start);
    ends.push(end);
  };
  const flushWord = () => {
    if (word === '') return;
    put(word, wordStart, wordEnd);
    word = '';
  };
  const flushCluster = () => {
    if (cluster === '') return;
    put(sortKhmerCluster(cluster), clusterStart, clusterEnd);
    cluster = '';
    joinsNext = false;
  };
  const addToWord = (folded: string, start: number, end: number) => {
    if (word === '') wordStart = start;
    if (word.length < LONGEST_WORD) word += folded;
    wordEnd = end;
  };

  for (let i = 0; i < text.length; ) {
    const code = text.charCodeAt(i);
    if (code < 128) {
      if (cluster !== '') flushCluster();
      if (isAsciiLetter(code))
        addToWord(code < 97 ? String.fromCharCode(code + 32) : text.charAt(i), i, i + 1);
      else if (isAsciiDigit(code)) addToWord(text.charAt(i), i, i + 1);
      else if (APOSTROPHES.has(code)) {
        if (word === '' || !isWordCode(text.charCodeAt(i + 1))) flushWord();
      } else if (
        (code === 44 || code === 46) &&
        word !== '' &&
        isAsciiDigit(word.charCodeAt(word.length - 1)) &&
        isAsciiDigit(text.charCodeAt(i + 1))
      ) {
        // 1,000 and 1.5 stay one number
      } else {
        const sign = INNER_SIGN[code];
        const next = text.charCodeAt(i + 1);
        const last = word.charCodeAt(word.length - 1);
        const followsLetter = isAsciiLetter(last) || last === 36;
        const inside = followsLetter
          ? isAsciiLetter(next) || next === 36 || code === 36
          : word === '' && isAsciiLetter(next) && (code === 36 || code === 64);
        if (sign !== undefined && inside) addToWord(sign, i, i + 1);
        else {
          flushWord();
          if (code === 63) put('?', i, i + 1);
          else if (code === 36) put('$', i, i + 1);
        }
      }
      i += 1;
      continue;
    }
    const point = text.codePointAt(i) ?? code;
    const end = i + (point > 0xffff ? 2 : 1);
    if (APOSTROPHES.has(point)) {
      if (word === '' || !isWordCode(text.charCodeAt(end))) flushWord();
      i = end;
      continue;
    }
    const { kind, folded } = characterClass(point);
    if (kind === 'cluster') {
      flushWord();
      const isMark = joinsNext || isClusterMark(point);
      if (!isMark) flushCluster();
      if (cluster === '') clusterStart = i;
      cluster += folded;
      clusterEnd = end;
      joinsNext = point === COENG;
      if (cluster.length >= LONGEST_WORD) flushCluster();
    } else if (kind !== 'ignored' && kind !== 'mark') {
      flushCluster();
      if (kind === 'letter' || kind === 'digit') addToWord(folded, i, end);
      else {
        flushWord();
        if (kind === 'symbol') put(folded, i, end);
        else if (point === 0xff1f || point === 0x61f) put('?', i, end);
      }
    }
    i = end;
  }
  flushWord();
  flushCluster();
  return { words, starts, ends };
}

const MARK = /\p{M}/u;
/** Thai and Lao vowels that stand after their consonant as letters of their own: ะ า ำ ๅ and the Lao ones. */
const TRAILING_VOWELS = new Set([0xe30, 0xe32, 0xe33, 0xe45, 0xeb0, 0xeb2, 0xeb3]);

function isClusterMark(point: number): boolean {
  if (point >= 0x1780 && point <= 0x17b3) return false;
  if (point >= 0x4e00 && point <= 0x9fff) return false;
  return TRAILING_VOWELS.has(point) || MARK.test(String.fromCodePoint(point));
}
