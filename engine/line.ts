// Turns a text into a row of word ids: words undone of tricks, single letters in a row read as the words they spell.
import type { Line } from './matcher';
import { splitWords, type Words } from './normalise';
import type { Vocabulary } from './vocabulary';

/** A line that knows where each word stood in the original: word i at [starts[i], ends[i]), in UTF-16 units. */
export type PlacedLine = Line & {
  readonly ids: number[];
  asks: Set<number> | null;
  readonly starts: number[];
  readonly ends: number[];
};

/** A word this long of known words run together is still read ("sendmepics"). */
const GLUED_MAX = 24;
const UNKNOWN_WORD: readonly number[] = [0];
/** So many letters in a row may be words of chat ("y r u"); more are a word that was spread out. */
const CHAT_LETTERS = 3;

/** A line to be filled. */
export function emptyLine(): PlacedLine {
  return { ids: [], asks: null, starts: [], ends: [] };
}

/** Word ids of a text. Linear in its length. */
export function lineOf(text: string, vocabulary: Vocabulary): PlacedLine {
  const split = splitWords(text);
  const { words, starts, ends } = split;
  const line = emptyLine();
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] as string;
    if (word.length === 1) {
      if (word === '?') {
        ask(line);
        continue;
      }
      if (isSingleLetter(word) && isSingleLetter(words[i + 1]) && isSingleLetter(words[i + 2])) {
        i = takeSpaced(split, i, line, vocabulary);
        continue;
      }
    }
    const ids = vocabulary.resolve(word);
    for (let k = 0; k < ids.length; k += 1)
      put(line, ids[k] as number, starts[i] as number, ends[i] as number);
  }
  return line;
}

/** Three or more letters that stand alone in a row, read as the words they spell; the index of the last one. */
function takeSpaced(
  { words, starts, ends }: Words,
  first: number,
  line: PlacedLine,
  vocabulary: Vocabulary,
): number {
  let last = first + 2;
  while (isSingleLetter(words[last + 1])) last += 1;
  const letters = words.slice(first, last + 1);
  const apart = letters.flatMap((letter) => vocabulary.resolve(letter));
  // "y r u" are words of their own; "p i c t u r e s" is one that was spread out.
  const isChat = letters.length <= CHAT_LETTERS && apart.every((id) => id !== 0);
  const spelled = isChat ? apart : spelledBy(letters.join(''), vocabulary, apart);
  for (const id of spelled) put(line, id, starts[first] ?? 0, ends[last] ?? 0);
  return last;
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
  const whole = vocabulary.resolve(text);
  if (whole.every((id) => id !== 0)) return whole;
  const rest = vocabulary.resolve(text.slice(1));
  if (rest.every((id) => id !== 0)) return [apart[0] ?? 0, ...rest];
  const words = cutIntoKnown(text, vocabulary);
  // A word that no rule knows stays one unknown word: gaps count words.
  return words === null || words.includes(0) ? UNKNOWN_WORD : words;
}

/** What a letter that belongs to no known word costs: more than any known word, so that words win. */
const STRAY_LETTER = 3;

/** Known words that make up `text` when written together, fewest first; a stray letter becomes 0. Null where no word is found. */
function cutIntoKnown(text: string, vocabulary: Vocabulary): number[] | null {
  if (text.length > GLUED_MAX * 4) return null;
  const best: { readonly cost: number; readonly ids: readonly number[] }[] = [{ cost: 0, ids: [] }];
  for (let end = 1; end <= text.length; end += 1) {
    const stray = best[end - 1] ?? { cost: 0, ids: [] };
    let winner = { cost: stray.cost + STRAY_LETTER, ids: [...stray.ids, 0] as readonly number[] };
    for (let start = Math.max(0, end - GLUED_MAX); start < end; start += 1) {
      const before = best[start];
      const id = vocabulary.idOf.get(text.slice(start, end));
      if (before && id !== undefined && before.cost + 1 < winner.cost)
        winner = { cost: before.cost + 1, ids: [...before.ids, id] };
    }
    best[end] = winner;
  }
  const ids = best[text.length]?.ids ?? [];
  return ids.some((id) => id !== 0) ? [...ids] : null;
}
