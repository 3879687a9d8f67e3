// What somebody quotes in quotation marks is not what they say: a lesson, a quiz, a friend who tells what happened.
import { isSpaced } from './characters';

const OPENING = /["“„«]/g;
const CLOSING: Readonly<Record<string, RegExp>> = { '"': /"/g, '“': /[”"“]/g, '„': /[“”"]/g, '«': /»/g };
/** Shorter quotes are mostly emphasis or a name. */
const QUOTE_WORDS = 3;
/** A message that is one quote from end to end is said after all: marks alone must not hide a threat. */
const OWN_WORDS = 2;

/** Where words stand without spaces between them one has so many characters, marks among them. */
const RUN_LETTERS = 6;

/** A letter of no language that is read: no rule knows a word of it. */
const UNKNOWN = '\u16a0';

/**
 * The stretches of `text` that stand in double quotation marks, as UTF-16 offsets [start, end), where the message has
 * words of its own beside them. Linear in the length of the text.
 */
export function quotedParts(text: string): readonly (readonly [start: number, end: number])[] {
  if (text.search(OPENING) < 0) return [];
  const parts: [number, number][] = [];
  let own = '';
  let at = 0;
  while (at < text.length) {
    OPENING.lastIndex = at;
    const open = OPENING.exec(text);
    if (!open) break;
    const closing = CLOSING[open[0]] as RegExp;
    closing.lastIndex = open.index + 1;
    const close = closing.exec(text);
    if (!close) break;
    own += `${text.slice(at, open.index)} `;
    const quote = text.slice(open.index + 1, close.index);
    if (wordsIn(quote) >= QUOTE_WORDS) parts.push([open.index, close.index + 1]);
    else own += `${quote} `;
    at = close.index + 1;
  }
  own += text.slice(at);
  return wordsIn(own) >= OWN_WORDS ? parts : [];
}

function wordsIn(text: string): number {
  const runs = text.split(/\s+/).filter((run) => /[\p{L}\p{N}]/u.test(run));
  return runs.reduce((sum, run) => sum + (isSpaced(run) ? 1 : Math.ceil(run.length / RUN_LETTERS)), 0);
}

/** True where [start, end) lies wholly inside one of the parts. */
export function isQuoted(
  [start, end]: readonly [number, number],
  parts: readonly (readonly [number, number])[],
): boolean {
  return parts.some(([from, to]) => start >= from && end <= to);
}

/** A text with one unknown word in place of each part, as long as that. @param parts [start, end), in order */
export function masked(text: string, parts: readonly (readonly [start: number, end: number])[]): string {
  let made = '';
  let at = 0;
  for (const [start, end] of parts) {
    made += text.slice(at, start) + UNKNOWN.repeat(end - start);
    at = end;
  }
  return made + text.slice(at);
}
