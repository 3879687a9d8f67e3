// Which signs belong inside a word or a number: those in place of letters, the apostrophes of don't and of 5'4.
import { DIGIT, DOLLAR, kindOf, LETTER } from './ascii';
import { characterClass, signAlike } from './characters';

const AT_SIGN = 64;

/**
 * True for a sign of ASCII that may stand for a letter: p!c, a$$, $end.
 * @param last the unit before it in the same word, 0 where no word has begun; @param next the one behind it
 */
export function standsForLetter(code: number, last: number, next: number): boolean {
  if (kindOf(last) === LETTER || last === DOLLAR)
    return kindOf(next) === LETTER || next === DOLLAR || code === DOLLAR;
  return last === 0 && kindOf(next) === LETTER && (code === DOLLAR || code === AT_SIGN);
}

/** True where a word goes on behind an apostrophe: a letter, a digit or a character beyond ASCII comes next. */
export function isInWord(next: number): boolean {
  return next > 127 || kindOf(next) === LETTER || kindOf(next) === DIGIT;
}

/** True at the apostrophe of 5'4 and 6’10: feet and inches, which are no number of two or three digits. */
export function isHeight(source: string, wordStart: number, at: number): boolean {
  return (
    wordStart === at - 1 &&
    isDigit(source, wordStart) &&
    isDigit(source, at + 1) &&
    !(isDigit(source, at + 2) && isDigit(source, at + 3))
  );
}

function isDigit(source: string, at: number): boolean {
  return kindOf(source.charCodeAt(at)) === DIGIT;
}

/**
 * True for a currency sign in place of a letter (s€nd, ₱ł₵): letters, or other such signs, stand beside it and no digit does.
 * @param source in lower case; the sign stands at [start, end)
 */
export function isLetterHere(source: string, point: number, start: number, end: number): boolean {
  const isLetter = (code: number) =>
    code < 128
      ? kindOf(code) === LETTER
      : code > 127 && code !== point && (signAlike(code) !== null || characterClass(code).kind === 'letter');
  const before = source.charCodeAt(start - 1);
  const next = source.charCodeAt(end);
  return (isLetter(before) || isLetter(next)) && kindOf(before) !== DIGIT && kindOf(next) !== DIGIT;
}
