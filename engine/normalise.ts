// Cuts a text into words the way a reader sees it, and keeps where each word stood in the original.
import { APOSTROPHE, APOSTROPHES, ASCII, DIGIT, DOLLAR, kindOf, LETTER, OTHER, POINT, SIGN } from './ascii';
import { type CharacterClass, characterClass, signAlike } from './characters';
import { isHeight, isInWord, isLetterHere, standsForLetter } from './inside-words';
import { sortKhmerCluster } from './khmer-clusters';

/** Words of a text with their UTF-16 offsets in the original: word i stands at [starts[i], ends[i]). */
export type Words = {
  readonly words: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

/** Words longer than this are data, not language (a link, a file): they are cut off and match nothing. */
const LONGEST_WORD = 40;

/** The one letter whose small one takes two places; it would move all that stands behind it. */
const DOTTED_I = '\u0130';
const DOT = 46;
const QUESTION = 63;
/** Khmer coeng: joins the next consonant to its letter group. */
const COENG = 0x17d2;
const QUESTION_MARKS = new Set([QUESTION, 0xff1f, 0x61f]);

/**
 * Words of `text`: lower case, without apostrophes and accents, look-alike letters made Latin, letter groups of
 * unspaced scripts as words of their own, numbers in Latin digits, emoji and `?` as words, `$` for any currency sign.
 * Linear in the length of the text.
 */
export function splitWords(text: string): Words {
  return new Splitter(text).run();
}

/** A word of a pack, or several, as messages have them. */
export function asRead(text: string): string {
  return splitWords(text).words.join(' ');
}

class Splitter {
  private readonly words: string[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  /** The same in lower case, every letter at its offset. */
  private readonly source: string;
  /** Start of a run of plain letters and digits that is not yet in `word`, or -1. */
  private runStart = -1;
  private word = '';
  private wordStart = -1;
  private wordEnd = 0;
  private cluster = '';
  private clusterStart = 0;
  private clusterEnd = 0;
  private joinsNext = false;
  /** A point stands between digits of the word at hand. */
  private isPointed = false;

  /** @param text as it was written: letters beyond ASCII are told apart by their case (Greek \u0397 is H, \u03b7 is n) */
  constructor(private readonly text: string) {
    this.source = text.replaceAll(DOTTED_I, 'I').toLowerCase();
  }

  run(): Words {
    const { source } = this;
    const { length } = source;
    for (let i = 0; i < length; i += 1) {
      const code = source.charCodeAt(i);
      if (code < 128) {
        const kind = ASCII[code] ?? OTHER;
        if (kind === LETTER || kind === DIGIT) {
          if (this.runStart < 0) this.begin(i);
        } else this.takeSign(code, kind, i);
      } else i += this.takeOther(i);
    }
    this.flushWord(length);
    this.flushCluster();
    return { words: this.words, starts: this.starts, ends: this.ends };
  }

  private begin(at: number): void {
    if (this.cluster !== '') this.flushCluster();
    if (this.wordStart < 0) this.wordStart = at;
    this.runStart = at;
  }

  private takeSign(code: number, kind: number, i: number): void {
    if (this.cluster !== '') this.flushCluster();
    const next = this.source.charCodeAt(i + 1);
    const last = this.wordStart < 0 ? 0 : this.source.charCodeAt(i - 1);
    if (kind === SIGN && standsForLetter(code, last, next)) {
      this.append(this.source.charAt(i), i, i + 1);
      return;
    }
    const inWord = kind === APOSTROPHE && this.wordStart >= 0 && isInWord(next);
    const inNumber = kind === POINT && kindOf(last) === DIGIT && kindOf(next) === DIGIT;
    if (inWord && isHeight(this.source, this.wordStart, i)) {
      this.append("'", i, i + 1);
      return;
    }
    if (inNumber && code === DOT) {
      this.append('.', i, i + 1);
      this.isPointed = true;
      return;
    }
    if (inWord || inNumber) {
      this.closeRun(i);
      return;
    }
    this.flushWord(i);
    if (code === QUESTION) this.put('?', i, i + 1);
    else if (code === DOLLAR) this.put('$', i, i + 1);
  }

  /** Takes a character above ASCII; the number of further UTF-16 units it spans. */
  private takeOther(i: number): number {
    const point = this.text.codePointAt(i) ?? 0;
    const extra = point > 0xffff ? 1 : 0;
    const end = i + 1 + extra;
    if (APOSTROPHES.has(point)) {
      if (this.wordStart >= 0 && isHeight(this.source, this.wordStart, i)) this.append("'", i, end);
      else if (this.wordStart >= 0 && isInWord(this.source.charCodeAt(end))) this.closeRun(i);
      else this.flushWord(i);
      return extra;
    }
    const found = characterClass(point);
    if (found.kind === 'cluster') this.takeCluster(found, point, i, end);
    else if (found.kind === 'ignored' || found.kind === 'mark') this.closeRun(i);
    else {
      this.flushCluster();
      const alike = found.folded === '$' ? signAlike(point) : null;
      if (found.kind === 'letter' || found.kind === 'digit') this.append(found.folded, i, end);
      else if (alike !== null && isLetterHere(this.source, point, i, end)) this.append(alike, i, end);
      else {
        this.flushWord(i);
        if (found.kind === 'symbol') this.put(found.folded, i, end);
        else if (QUESTION_MARKS.has(point)) this.put('?', i, end);
      }
    }
    return extra;
  }

  private takeCluster({ folded, joins }: CharacterClass, point: number, start: number, end: number): void {
    this.flushWord(start);
    if (!joins && !this.joinsNext) this.flushCluster();
    if (this.cluster === '') this.clusterStart = start;
    this.cluster += folded;
    this.clusterEnd = end;
    this.joinsNext = point === COENG;
    if (this.cluster.length >= LONGEST_WORD) this.flushCluster();
  }

  /** Adds a letter that is not taken from the source as it stands. */
  private append(letter: string, start: number, end: number): void {
    this.closeRun(start);
    if (this.wordStart < 0) this.wordStart = start;
    this.word += letter;
    this.wordEnd = end;
  }

  private closeRun(at: number): void {
    if (this.runStart < 0) return;
    this.word += this.source.slice(this.runStart, at);
    this.wordEnd = at;
    this.runStart = -1;
  }

  private flushWord(at: number): void {
    if (this.wordStart < 0) return;
    this.closeRun(at);
    const whole = this.isPointed ? numberOf(this.word) : this.word;
    const word = whole.length > LONGEST_WORD ? whole.slice(0, LONGEST_WORD) : whole;
    this.put(word, this.wordStart, this.wordEnd);
    this.word = '';
    this.isPointed = false;
    this.wordStart = -1;
  }

  private flushCluster(): void {
    if (this.cluster === '') return;
    this.put(sortKhmerCluster(this.cluster), this.clusterStart, this.clusterEnd);
    this.cluster = '';
    this.joinsNext = false;
  }

  private put(word: string, start: number, end: number): void {
    this.words.push(word);
    this.starts.push(start);
    this.ends.push(end);
  }
}

const DECIMAL = /^(\d{1,3})(\.\d{1,2})([a-z]*)$/;

/** A half is left out ("im 13.5"), another fraction stays, so that 6.2 is not 62; the points of 1.000 and 14.10.26 are none. */
function numberOf(pointed: string): string {
  const [, whole = '', fraction, behind = ''] = DECIMAL.exec(pointed) ?? [];
  if (fraction === undefined) return pointed.replaceAll('.', '');
  return fraction === '.5' ? whole + behind : pointed;
}
