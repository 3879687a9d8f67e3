// What a single character stands for: letters that look alike, marks that say nothing, scripts without spaces.
import { digitValue } from './digits';
import { OLD_KHMER } from './khmer-clusters';
import { LETTERS_ALIKE, SIGNS_ALIKE } from './look-alikes';

/** How the tokeniser treats a code point. */
export type CharacterKind = 'letter' | 'digit' | 'mark' | 'ignored' | 'cluster' | 'symbol' | 'separator';
export type CharacterClass = {
  readonly kind: CharacterKind;
  readonly folded: string;
  /** In scripts without spaces: true where the character belongs to the letter before it. */
  readonly joins: boolean;
};

const LOOK_ALIKE = mapOf(LETTERS_ALIKE);
const SIGN_ALIKE = mapOf(SIGNS_ALIKE);

function mapOf(alike: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const [letter, others] of Object.entries(alike)) for (const other of others) map.set(other, letter);
  return map;
}

/** The Latin letter that a currency sign is drawn like, or null. */
export function signAlike(point: number): string | null {
  return SIGN_ALIKE.get(String.fromCharCode(point)) ?? null;
}

const PICTOGRAPH = /\p{Extended_Pictographic}/u;
const LETTER = /\p{L}/u;
const MARK = /\p{M}/u;
const NUMBER = /\p{Nd}/u;
const CURRENCY = /\p{Sc}/u;
/** Scripts written without spaces between words: each letter group becomes a token. */
const UNSPACED =
  /[\p{Script=Khmer}\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Enclosed and regional letters (🅰, 🇦) that NFKD leaves alone, and ⒜, which it puts in brackets. */
function enclosedLetter(point: number): string | null {
  if (point >= 0x1f1e6 && point <= 0x1f1ff) return String.fromCharCode(97 + point - 0x1f1e6);
  if (point >= 0x1f150 && point <= 0x1f169) return String.fromCharCode(97 + point - 0x1f150);
  if (point >= 0x1f170 && point <= 0x1f189) return String.fromCharCode(97 + point - 0x1f170);
  if (point >= 0x249c && point <= 0x24b5) return String.fromCharCode(97 + point - 0x249c);
  if (point >= 0x1f110 && point <= 0x1f129) return String.fromCharCode(97 + point - 0x1f110);
  return null;
}

function isIgnored(point: number): boolean {
  return (
    point === 0xad ||
    point === 0x61c ||
    point === 0x640 || // the stroke that draws an Arabic word out
    point === 0x34f ||
    point === 0x115f ||
    point === 0x3164 ||
    (point >= 0x200b && point <= 0x200f) ||
    (point >= 0x202a && point <= 0x202e) ||
    (point >= 0x2060 && point <= 0x206f) ||
    (point >= 0xfe00 && point <= 0xfe0f) ||
    point === 0xfeff ||
    (point >= 0x1f3fb && point <= 0x1f3ff) ||
    (point >= 0xe0000 && point <= 0xe0fff) ||
    (point >= 0x17b4 && point <= 0x17b5)
  );
}

function classify(point: number): CharacterClass {
  return { ...foldOf(point), joins: isClusterMark(point) };
}

function foldOf(point: number): Omit<CharacterClass, 'joins'> {
  if (isIgnored(point)) return { kind: 'ignored', folded: '' };
  const enclosed = enclosedLetter(point);
  if (enclosed) return { kind: 'letter', folded: enclosed };
  const original = String.fromCodePoint(point);
  const letter = OLD_KHMER[original];
  if (letter !== undefined) return { kind: 'cluster', folded: letter };
  if (UNSPACED.test(original)) {
    if (NUMBER.test(original)) return { kind: 'digit', folded: String(digitValue(point)) };
    if (MARK.test(original)) return { kind: 'cluster', folded: original };
    if (LETTER.test(original)) return { kind: 'cluster', folded: original.normalize('NFKC') };
    return CURRENCY.test(original) ? { kind: 'symbol', folded: '$' } : { kind: 'separator', folded: '' };
  }
  if (MARK.test(original)) return { kind: 'mark', folded: '' };
  if (CURRENCY.test(original)) return { kind: 'symbol', folded: '$' };
  if (PICTOGRAPH.test(original) && point > 0xff) return { kind: 'symbol', folded: original };
  const plain = [...original.normalize('NFKD')]
    .filter((c) => !MARK.test(c))
    .map((c) => LOOK_ALIKE.get(c) ?? LOOK_ALIKE.get(c.toLowerCase()) ?? c.toLowerCase())
    .join('');
  if (/^\p{Nd}$/u.test(plain))
    return { kind: 'digit', folded: String(digitValue(plain.codePointAt(0) ?? 48)) };
  if (plain !== '' && LETTER.test(plain)) return { kind: 'letter', folded: plain };
  return { kind: 'separator', folded: '' };
}

/** Thai and Lao vowels that stand after their consonant as letters of their own: ะ า ำ ๅ and the Lao ones. */
const TRAILING_VOWELS = new Set([0xe30, 0xe32, 0xe33, 0xe45, 0xeb0, 0xeb2, 0xeb3]);

function isClusterMark(point: number): boolean {
  return TRAILING_VOWELS.has(point) || MARK.test(String.fromCodePoint(point));
}

/** Classes met so far, in blocks of 256 code points: two array reads a character, and at most 4,352 small blocks. */
const blocks: (CharacterClass[] | undefined)[] = [];

/** The class of a code point above ASCII. */
export function characterClass(point: number): CharacterClass {
  const block = blocks[point >> 8];
  const known = block?.[point & 255];
  if (known) return known;
  const fresh = classify(point);
  if (block) block[point & 255] = fresh;
  else {
    const started: CharacterClass[] = [];
    started[point & 255] = fresh;
    blocks[point >> 8] = started;
  }
  return fresh;
}

/**
 * A text with each letter as `splitWords` has it: small, without accents, digits as Latin ones; signs and spaces stay.
 * For what is looked for between words, where signs count.
 */
export function foldLetters(text: string): string {
  let folded = '';
  for (const character of text.toLowerCase()) {
    const point = character.codePointAt(0) ?? 0;
    const found = point < 128 ? null : characterClass(point);
    const isSign = found === null || found.kind === 'separator' || found.kind === 'symbol';
    folded += isSign ? character : found.folded;
  }
  return folded;
}

/** True for a word of a script that puts spaces between words: it ends where its letters end. */
export function isSpaced(word: string): boolean {
  return !UNSPACED.test(word);
}

/** A letter of such a script, for a pattern with the flag `u`. */
export const SPACED_LETTER = `(?!${UNSPACED.source})\\p{L}`;
