// What the characters of ASCII are to the tokeniser.

export const DOLLAR = 36;
/** Those beyond ASCII too. */
export const APOSTROPHES = new Set([0x27, 0x60, 0xb4, 0x2018, 0x2019, 0x2bc, 0xff07]);

/** What an ASCII character is to the tokeniser; one table read a character. */
export const OTHER = 0;
export const LETTER = 1;
export const DIGIT = 2;
export const SIGN = 3;
export const APOSTROPHE = 4;
export const POINT = 5;
export const ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return LETTER;
  if (code >= 48 && code <= 57) return DIGIT;
  if ('$@!+*|'.includes(String.fromCharCode(code))) return SIGN; // may stand for a letter inside a word: p!c, a$$
  if (APOSTROPHES.has(code)) return APOSTROPHE;
  return code === 44 || code === 46 ? POINT : OTHER; // 1,000 and 1.5 stay one number
});

/** The same of any character. @param code its UTF-16 unit, NaN behind the end of a text */
export function kindOf(code: number): number {
  return code < 128 ? (ASCII[code] ?? OTHER) : OTHER;
}
