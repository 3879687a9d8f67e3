// Runs a phrase's steps over a row of word ids. Places are the bits of one number: bit k stands before word `first` + k,
// so that every way through a phrase is followed at once and time stays linear.
import { FILLERS_SKIPPED, FIRST_WORD, LONGEST_SPAN, STEP } from './code';
import type { Line } from './matcher';
import type { Program } from './program';
import type { WordTable } from './word-table';

const NO_WORDS: Line = { ids: [], asks: null };
const NO_PROGRAM: Program = { numbers: new Uint16Array(0), begins: new Int32Array(1), shared: 0 };

/** The line and the start are fields, so that a walk needs no memory of its own. */
export class Walker {
  private line = NO_WORDS;
  private first = 0;
  /** The last place, as a bit. */
  private last = 0;
  private program = NO_PROGRAM;

  constructor(private readonly table: WordTable) {}

  /** True where a row of the program may match from a word on, as far as its first step tells. */
  mayBegin({ numbers, begins }: Program, row: number, word: number): boolean {
    const at = begins[row] as number;
    const step = numbers[at] as number;
    if (step >= FIRST_WORD) return this.table.isForm(word, step - FIRST_WORD);
    const a = numbers[at + 1] as number;
    if (step === STEP.oneOf) return this.table.takes(numbers, at + 2, at + 2 + a, word);
    return step === STEP.set || step === STEP.ahead ? this.table.has(a, word) : true;
  }

  /** Words of the longest match of a row of the program that starts at word `first`; 0 where there is none. */
  walk(program: Program, row: number, line: Line, first: number): number {
    this.program = program;
    this.line = line;
    this.first = first;
    this.last = Math.min(line.ids.length - first, LONGEST_SPAN);
    const ends = this.runRow(row, 1);
    return ends === 0 ? 0 : 31 - Math.clz32(ends);
  }

  private runRow(row: number, places: number): number {
    const { begins } = this.program;
    return this.run(begins[row] as number, begins[row + 1] as number, places);
  }

  /** The places that the steps from `from` to `end` can reach from `places`; 0 where they can't match from any of them. */
  private run(from: number, end: number, places: number): number {
    const { numbers } = this.program;
    let reached = places;
    for (let at = from; at < end && reached !== 0; ) {
      const step = numbers[at] as number;
      if (step >= FIRST_WORD) {
        reached = this.overWord(step - FIRST_WORD, reached);
        at += 1;
        continue;
      }
      const a = numbers[at + 1] as number;
      switch (step) {
        case STEP.gap:
          reached = this.overAny(reached, a);
          at += 2;
          break;
        case STEP.filler:
          reached = this.overFillers(a, reached);
          at += 2;
          break;
        case STEP.optional:
          reached |= this.run(at + 2, at + 2 + a, reached);
          at += 2 + a;
          break;
        case STEP.choice:
          reached = this.overChoice(at + 2, at + 2 + a, reached);
          at += 2 + a;
          break;
        case STEP.oneOf:
          reached = this.overOneOf(at + 2, at + 2 + a, reached);
          at += 2 + a;
          break;
        case STEP.set:
          reached = this.overSet(a, reached);
          at += 2;
          break;
        case STEP.ahead:
          if (this.overSet(a, reached) === 0) return 0;
          at += 2;
          break;
        case STEP.shared:
          reached = this.runRow(a, reached);
          at += 2;
          break;
        default:
          reached = this.keepPlaces(step, reached);
          at += 1;
      }
    }
    return reached;
  }

  private overChoice(from: number, end: number, places: number): number {
    const { numbers } = this.program;
    let reached = 0;
    for (let at = from; at < end; ) {
      const next = at + 1 + (numbers[at] as number);
      const step = numbers[at + 1] as number;
      // Most alternatives fail at their first word: no need to begin them.
      if (step >= FIRST_WORD) {
        const behind = this.overWord(step - FIRST_WORD, places);
        if (behind !== 0) reached |= this.run(at + 2, next, behind);
      } else reached |= this.run(at + 1, next, places);
      at = next;
    }
    return reached;
  }

  private overWord(word: number, places: number): number {
    const { first, last, table } = this;
    const { ids } = this.line;
    let reached = 0;
    for (let rest = places; rest !== 0; rest &= rest - 1) {
      const place = 31 - Math.clz32(rest & -rest);
      if (place >= last) break;
      if (table.isForm(ids[first + place] as number, word)) reached |= 2 << place;
    }
    return reached;
  }

  private overOneOf(from: number, end: number, places: number): number {
    const { first, last, table } = this;
    const { numbers } = this.program;
    const { ids } = this.line;
    let reached = 0;
    for (let rest = places; rest !== 0; rest &= rest - 1) {
      const place = 31 - Math.clz32(rest & -rest);
      if (place >= last) break;
      if (table.takes(numbers, from, end, ids[first + place] as number)) reached |= 2 << place;
    }
    return reached;
  }

  private overSet(set: number, places: number): number {
    const { first, last, table } = this;
    const { ids } = this.line;
    let reached = 0;
    for (let rest = places; rest !== 0; rest &= rest - 1) {
      const place = 31 - Math.clz32(rest & -rest);
      if (place >= last) break;
      if (table.has(set, ids[first + place] as number)) reached |= 2 << place;
    }
    return reached;
  }

  private overAny(places: number, width: number): number {
    let reached = places;
    for (let i = 0; i < width; i += 1) reached |= reached << 1;
    return reached & ((2 << this.last) - 1);
  }

  private overFillers(set: number, places: number): number {
    let reached = places;
    let newest = places;
    for (let i = 0; i < FILLERS_SKIPPED && newest !== 0; i += 1) {
      newest = this.overSet(set, newest);
      reached |= newest;
    }
    return reached;
  }

  /** Places that are a start, an end, or behind a question mark. */
  private keepPlaces(step: number, places: number): number {
    const { ids, asks } = this.line;
    let kept = 0;
    for (let rest = places; rest !== 0; rest &= rest - 1) {
      const place = 31 - Math.clz32(rest & -rest);
      const at = this.first + place;
      const holdsHere =
        step === STEP.question ? asks?.has(at) : at === (step === STEP.start ? 0 : ids.length);
      if (holdsHere) kept |= 1 << place;
    }
    return kept;
  }
}
