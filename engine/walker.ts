// Runs a phrase's steps over a row of word ids. Places are the bits of one number: bit k stands before word `first` + k,
// so that every way through a phrase is followed at once and time stays linear.
import { ANY, type Block, type Code, STEP } from './compile';
import { LONGEST_SPAN } from './glossary';
import type { Line } from './matcher';

const NO_WORDS: Line = { ids: [], asks: null };

/** The line and the start are fields, so that a walk needs no memory of its own. */
export class Walker {
  private line = NO_WORDS;
  private first = 0;
  /** The last place, as a bit. */
  private last = 0;
  private numbers: Int32Array;

  constructor(private readonly code: Code) {
    this.numbers = code.numbers;
  }

  /** Words of the longest match that starts at word `first`; 0 where there is none. */
  walk({ from, end }: Block, line: Line, first: number): number {
    this.numbers = this.code.numbers;
    this.line = line;
    this.first = first;
    this.last = Math.min(line.ids.length - first, LONGEST_SPAN);
    const ends = this.run(from, end, 1);
    return ends === 0 ? 0 : 31 - Math.clz32(ends);
  }

  /** The places that the steps from `from` to `end` can reach from `places`; 0 where they can't match from any of them. */
  private run(from: number, end: number, places: number): number {
    const { numbers } = this;
    let reached = places;
    for (let at = from; at < end && reached !== 0; ) {
      const a = numbers[at + 1] as number;
      switch (numbers[at]) {
        case STEP.words:
          reached = this.overWord(a, reached);
          at += 2;
          break;
        case STEP.gap:
          reached = this.overAny(reached, a);
          at += 2;
          break;
        case STEP.filler:
          reached = this.overFillers(a, reached, numbers[at + 2] as number);
          at += 3;
          break;
        case STEP.optional:
          reached |= this.run(at + 2, a, reached);
          at = a;
          break;
        case STEP.choice:
          reached = this.overChoice(at, reached);
          at = a;
          break;
        case STEP.shared:
          reached = this.run(a, numbers[at + 2] as number, reached);
          at += 3;
          break;
        default:
          reached = this.keepPlaces(numbers[at] as number, reached);
          at += 1;
      }
    }
    return reached;
  }

  private overChoice(at: number, places: number): number {
    const { numbers } = this;
    const end = numbers[at + 1] as number;
    const starts = numbers[at + 2] as number;
    if (starts !== ANY && this.overWord(starts, places) === 0) return 0;
    let reached = 0;
    for (let item = at + 3; item < end; ) {
      const next = numbers[item] as number;
      // Most alternatives fail at their first word: no need to begin them.
      if (numbers[item + 1] === STEP.words) {
        const behind = this.overWord(numbers[item + 2] as number, places);
        if (behind !== 0) reached |= this.run(item + 3, next, behind);
      } else reached |= this.run(item + 1, next, places);
      item = next;
    }
    return reached;
  }

  private overWord(set: number, places: number): number {
    const { first, last } = this;
    const { table } = this.code;
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

  private overFillers(set: number, places: number, most: number): number {
    let reached = places;
    let newest = places;
    for (let i = 0; i < most && newest !== 0; i += 1) {
      newest = this.overWord(set, newest);
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
