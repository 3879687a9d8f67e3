// Turns a text into a row of word ids: words undone of tricks, single letters in a row read as the words they spell.
import { cutIntoKnown, GLUED_MAX } from './cut';
import type { Line } from './matcher';
import { splitWords, type Words } from './normalise';
import { halveText } from './repeated-letters';
import type { Vocabulary } from './vocabulary';

/** A line that knows where each word stood in the original: word i at [starts[i], ends[i]), in UTF-16 units. */
export type PlacedLine = Line & {
  readonly ids: number[];
  asks: Set<number> | null;
  readonly starts: number[];
  readonly ends: number[];
};

/** More letters than this are no sentence that was spread out: cutting takes memory for each pair of them. */
const SPREAD_MAX = 4 * GLUED_MAX;
const UNKNOWN_WORD: readonly number[] = [0];
const PICTURE = /^\p{Extended_Pictographic}/u;
const LATIN = /^[a-z]+$/;
/** A word that was cut in two has so many letters: two short ones are mostly words of another language. */
const JOINED_MIN = 4;
/** Each half of it has so many at most. */
const PIECE_MAX = 8;
/** So many letters in a row may be words of chat ("y r u"); more are a word that was spread out. */
const CHAT_LETTERS = 3;

/** A line to be filled. */
export function emptyLine(): PlacedLine {
  return { ids: [], asks: null, starts: [], ends: [] };
}

/** Word ids of a text. Linear in its length. */
export function lineOf(text: string, vocabulary: Vocabulary): PlacedLine {
  const written = splitWords(text);
  const split = { ...written, words: halveText(written.words) };
  const { words, starts, ends } = split;
  const line = emptyLine();
  let unknownAt = -2;
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] as string;
    if (word.length === 1) {
      if (word === '?') {
        ask(line);
        continue;
      }
      const last = isSingleLetter(word) ? lastSpaced(words, i) : i;
      if (last > i) {
        takeSpaced(split, i, last, line, vocabulary);
        i = last;
        continue;
      }
    }
    const ids = vocabulary.resolve(word);
    const isUnknown = ids[0] === 0;
    if (
      (isUnknown || i === unknownAt + 1) &&
      i > 0 &&
      starts[i] === (ends[i - 1] as number) + 1 &&
      joins(split, i, line, vocabulary)
    )
      continue;
    if (isUnknown) unknownAt = i;
    for (let k = 0; k < ids.length; k += 1)
      put(line, ids[k] as number, starts[i] as number, ends[i] as number);
  }
  return line;
}

/** Reads a word with the one before it as a known one that a space or a sign cut in two ("pic ture"); false where they are none. */
function joins({ words, starts, ends }: Words, i: number, line: PlacedLine, vocabulary: Vocabulary): boolean {
  const start = starts[i - 1] as number;
  if (line.starts[line.starts.length - 1] !== start) return false;
  const before = words[i - 1] as string;
  const word = words[i] as string;
  const { length } = before;
  if (length > PIECE_MAX || word.length > PIECE_MAX || length + word.length < JOINED_MIN) return false;
  const id = vocabulary.idOf.get(before + word);
  if (id === undefined || line.asks?.has(line.ids.length) || !LATIN.test(before + word)) return false;
  while (line.starts.at(-1) === start) {
    line.ids.pop();
    line.starts.pop();
    line.ends.pop();
  }
  put(line, id, start, ends[i] as number);
  return true;
}

/** Index of the last of three or more letters that stand alone in a row, pictures between them or not; `first` where there are fewer. */
function lastSpaced(words: readonly string[], first: number): number {
  let last = first;
  let letters = 1;
  for (let i = first + 1; i < words.length; i += 1) {
    const word = words[i] as string;
    if (isSingleLetter(word)) {
      last = i;
      letters += 1;
    } else if (!PICTURE.test(word) || i > last + 1) break;
  }
  return letters < 3 ? first : last;
}

/** Letters that stand alone in a row, read as the words they spell. */
function takeSpaced(
  { words, starts, ends }: Words,
  first: number,
  last: number,
  line: PlacedLine,
  vocabulary: Vocabulary,
): void {
  const places: number[] = [];
  for (let i = first; i <= last; i += 1) if (isSingleLetter(words[i])) places.push(i);
  // "y r u" are words of their own; "p i c t u r e s" is one that was spread out.
  const apart = places.flatMap((i) => vocabulary.resolve(words[i] as string));
  const isChat = places.length <= CHAT_LETTERS && apart.every((id) => id !== 0);
  if (isChat) {
    for (const [k, i] of places.entries()) put(line, apart[k] as number, starts[i] ?? 0, ends[i] ?? 0);
    return;
  }
  const width = (k: number) => (starts[places[k] as number] ?? 0) - (ends[places[k - 1] as number] ?? 0);
  let narrow = Number.POSITIVE_INFINITY;
  for (let k = 1; k < places.length; k += 1) narrow = Math.min(narrow, width(k));
  for (let from = 0, k = 1; k <= places.length; k += 1) {
    if (k < places.length && width(k) <= narrow) continue;
    const letters = places.slice(from, k).map((i) => words[i] as string);
    const spelled = spelledBy(letters.join(''), vocabulary, apart.slice(from, k));
    for (const id of spelled)
      put(line, id, starts[places[from] as number] ?? 0, ends[places[k - 1] as number] ?? 0);
    from = k;
  }
}

function put(line: PlacedLine, id: number, start: number, end: number): void {
  line.ids.push(id);
  line.starts.push(start);
  line.ends.push(end);
}

/** Notes a question mark behind the words so far. */
function ask(line: PlacedLine): void {
  if (line.asks === null) line.asks = new Set();
  line.asks.add(line.ids.length);
}

function isSingleLetter(word: string | undefined): boolean {
  return word !== undefined && word.length === 1 && word >= 'a' && word <= 'z';
}

/** Words that letters spell: one known word, else one behind a first letter of its own ("a p i c"), else several. */
function spelledBy(text: string, vocabulary: Vocabulary, apart: readonly number[]): readonly number[] {
  if (text.length === 1) return apart;
  if (text.length > SPREAD_MAX) return UNKNOWN_WORD;
  const whole = vocabulary.resolve(text);
  if (whole.every((id) => id !== 0)) return whole;
  const rest = vocabulary.resolve(text.slice(1));
  if (rest.every((id) => id !== 0)) return [apart[0] ?? 0, ...rest];
  const words = cutIntoKnown(text, (piece) => vocabulary.idOf.get(piece) ?? null);
  // A word that no rule knows stays one unknown word: gaps count words.
  if (words === null || (words.includes(0) && text.length <= GLUED_MAX)) return UNKNOWN_WORD;
  return words.filter((id, i) => id !== 0 || words[i - 1] !== 0);
}
