// Runs a phrase's program over a row of word ids. Places are the bits of one number: bit k stands before word
// `first` + k, so that every way through a phrase is followed at once and time stays linear.
import type { ByStart, Program } from './compile';
import { LONGEST_SPAN } from './keywords';
import type { Line } from './matcher';
import type { WordSet } from './word-set';

const NO_WORDS: Line = { ids: [], asks: null };

/** One is made a matcher: the line and the start are fields, so that a walk needs no memory. */
export class Walker {
  private line = NO_WORDS;
  private first = 0;
  /** The last place, as a bit. */
  private last = 0;

  /** Words of the longest match that starts at word `first`; 0 where there is none. */
  walk(program: Program, line: Line, first: number): number {
    this.line = line;
    this.first = first;
    this.last = Math.min(line.ids.length - first, LONGEST_SPAN);
    const ends = this.advance(program, 1);
    return ends === 0 ? 0 : 31 - Math.clz32(ends);
  }

  /** The places that `program` can reach from `places`; 0 where it can't match from any of them. */
  private advance(program: Program, places: number): number {
    switch (program.kind) {
      case 'words':
        return this.overWord(program.set, places);
      case 'gap':
        return this.overAny(places, program.width);
      case 'skip':
        return this.overFillers(program.set, places, program.most);
      case 'optional':
        return places | this.advance(program.item, places);
      case 'choice':
        return program.byStart ? this.overChoice(program.byStart, places) : 0;
      case 'sequence': {
        let reached = places;
        for (let i = 0; i < program.items.length && reached !== 0; i += 1)
          reached = this.advance(program.items[i] as Program, reached);
        return reached;
      }
      default:
        return this.keepPlaces(program.kind, places);
    }
  }

  private overChoice({ words, items, others }: ByStart, places: number): number {
    let reached = 0;
    for (let rest = places; rest !== 0; rest &= rest - 1) {
      const place = 31 - Math.clz32(rest & -rest);
      const word = this.line.ids[this.first + place] as number;
      if (place >= this.last || !words.has(word)) continue;
      for (const item of items.get(word) ?? []) reached |= this.advance(item, 1 << place);
    }
    for (const item of others) reached |= this.advance(item, places);
    return reached;
  }

  private overWord(set: WordSet, places: number): number {
    const { ids } = this.line;
    let reached = 0;
    for (let rest = places; rest !== 0; rest &= rest - 1) {
      const place = 31 - Math.clz32(rest & -rest);
      if (place < this.last && set.has(ids[this.first + place] as number)) reached |= 2 << place;
    }
    return reached;
  }

  private overAny(places: number, width: number): number {
    let reached = places;
    for (let i = 0; i < width; i += 1) reached |= reached << 1;
    return reached & ((2 << this.last) - 1);
  }

  private overFillers(set: WordSet, places: number, most: number): number {
    let reached = places;
    let newest = places;
    for (let i = 0; i < most && newest !== 0; i += 1) {
      newest = this.overWord(set, newest);
      reached |= newest;
    }
    return reached;
  }

  /** Places that are a start, an end, or behind a question mark. */
  private keepPlaces(kind: 'question' | 'start' | 'end', places: number): number {
    const { ids, asks } = this.line;
    let kept = 0;
    for (let rest = places; rest !== 0; rest &= rest - 1) {
      const place = 31 - Math.clz32(rest & -rest);
      const at = this.first + place;
      const holdsHere = kind === 'question' ? asks?.has(at) : at === (kind === 'start' ? 0 : ids.length);
      if (holdsHere) kept |= 1 << place;
    }
    return kept;
  }
}
