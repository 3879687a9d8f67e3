// Writes phrases' programs as one row of numbers, which is read faster than trees: see walker.ts for what they mean.
import type { Choice, Compiler, Program } from './compile';
import type { SetNumbers } from './word-set';

/** Steps of a phrase, each with the numbers that follow it. A sequence is a row of steps. */
export const STEP = {
  /** set */
  words: 0,
  /** width */
  gap: 1,
  /** set, most */
  skip: 2,
  /** end; up to it stands what may be left out */
  optional: 3,
  /** end, starts (a set, or ANY); up to it stand the alternatives: starts, end, steps */
  choice: 4,
  /** from, end: steps that many phrases share */
  shared: 5,
  question: 6,
  start: 7,
  end: 8,
} as const;
/** In place of a set: any word, or none. */
export const ANY = -1;

/** Where a phrase stands among the numbers. */
export type Block = { readonly from: number; readonly end: number };

/** Collects the steps of many phrases. */
export class CodeWriter {
  private readonly numbers: number[] = [];
  private readonly shared = new Map<Choice, Block>();

  constructor(
    private readonly compiler: Compiler,
    private readonly sets: SetNumbers,
  ) {}

  /** Writes a phrase. */
  write(program: Program): Block {
    this.share(program);
    const from = this.numbers.length;
    this.steps(program);
    return { from, end: this.numbers.length };
  }

  code(): Int32Array {
    return Int32Array.from(this.numbers);
  }

  /** The set that a match of `program` starts with, as a number. */
  startsOf(program: Program): number {
    const starts = this.compiler.startsOf(program);
    return starts === null ? ANY : this.sets.of(starts);
  }

  /** Writes the lists that a phrase uses, each once, before the phrase itself. */
  private share(program: Program): void {
    if (program.kind === 'optional') this.share(program.item);
    else if (program.kind === 'sequence') for (const item of program.items) this.share(item);
    else if (program.kind === 'choice' && !this.shared.has(program)) {
      for (const item of program.items) this.share(item);
      if (!program.isShared) return;
      const from = this.numbers.length;
      this.choice(program);
      this.shared.set(program, { from, end: this.numbers.length });
    }
  }

  private steps(program: Program): void {
    const { numbers } = this;
    switch (program.kind) {
      case 'words':
        numbers.push(STEP.words, this.sets.of(program.set));
        break;
      case 'gap':
        numbers.push(STEP.gap, program.width);
        break;
      case 'skip':
        numbers.push(STEP.skip, this.sets.of(program.set), program.most);
        break;
      case 'optional': {
        const at = numbers.push(STEP.optional, 0) - 1;
        this.steps(program.item);
        numbers[at] = numbers.length;
        break;
      }
      case 'sequence':
        for (const item of program.items) this.steps(item);
        break;
      case 'choice': {
        const block = this.shared.get(program);
        if (block) numbers.push(STEP.shared, block.from, block.end);
        else this.choice(program);
        break;
      }
      default:
        numbers.push(STEP[program.kind]);
    }
  }

  private choice(choice: Choice): void {
    const { numbers } = this;
    const at = numbers.push(STEP.choice, 0, this.startsOf(choice)) - 2;
    for (const item of choice.items) {
      numbers.push(startsWithWord(item) ? ANY : this.startsOf(item));
      const end = numbers.push(0) - 1;
      this.steps(item);
      numbers[end] = numbers.length;
    }
    numbers[at] = numbers.length;
  }
}

/** Such an alternative looks at its first word at once: no need to do it twice. */
function startsWithWord(program: Program): boolean {
  return (program.kind === 'sequence' ? program.items[0] : program)?.kind === 'words';
}
