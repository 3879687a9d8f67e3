// Long rows of whole numbers as text: half as long as JSON, and read in a quarter of its time. A worker that wakes feels the
// one, a page that opens its first chat both.

/** Printable ASCII without what JSON or a script would have to escape, and without the sign. */
const SIGNS = [...Array(0x7f - 0x20).keys()]
  .map((at) => String.fromCharCode(0x20 + at))
  .filter((sign) => !'"\\`$-'.includes(sign));
/** Stands before a number below zero. */
const MINUS = '-';
/** The first signs end a number, the others say that it goes on: with these counts our own rows are shortest. */
const LAST = 55;
const MORE = SIGNS.length - LAST;
/** So many characters are read in one step: about a millisecond. */
const STEP_SIGNS = 100_000;

/** Writes whole numbers, in order. */
export function writeNumbers(numbers: ArrayLike<number>): string {
  return Array.from(numbers, writeNumber).join('');
}

function writeNumber(number: number): string {
  const size = Math.abs(number);
  let text = SIGNS[size % LAST] as string;
  for (let rest = Math.floor(size / LAST); rest > 0; rest = Math.floor(rest / MORE))
    text = (SIGNS[LAST + (rest % MORE)] as string) + text;
  return number < 0 ? MINUS + text : text;
}

/**
 * Reads them again, in steps: whoever runs them may rest at each `yield`.
 * @param count how many there are
 * @throws RangeError where the text is not of so many numbers
 */
export function* readNumbers(text: string, count: number): Generator<undefined, Int32Array> {
  const numbers = new Int32Array(count);
  let [filled, value, factor] = [0, 0, 1];
  for (let from = 0; from < text.length; from += STEP_SIGNS) {
    yield;
    const end = Math.min(text.length, from + STEP_SIGNS);
    for (let at = from; at < end; at += 1) {
      const code = text.charCodeAt(at);
      const place = PLACES[code] ?? NO_SIGN;
      if (place === NO_SIGN) throw new RangeError('a row of numbers is damaged');
      if (place === AT_MINUS) factor = -1;
      else if (place >= LAST) value = value * MORE + place - LAST;
      else {
        numbers[filled] = factor * (value * LAST + place);
        filled += 1;
        value = 0;
        factor = 1;
      }
    }
  }
  if (filled !== count || value !== 0 || factor !== 1) throw new RangeError('a row of numbers is cut off');
  return numbers;
}

const NO_SIGN = -1;
const AT_MINUS = -2;
/** The place of a character among the signs, by its code. */
const PLACES = new Int8Array(0x80).fill(NO_SIGN);
for (const [place, sign] of SIGNS.entries()) PLACES[sign.charCodeAt(0)] = place;
PLACES[MINUS.charCodeAt(0)] = AT_MINUS;
