// One pack's phrases as a page holds them.
import type { PreparedPack } from './rules';

/** Row n of steps (code.ts) is `numbers[begins[n]]` to `numbers[begins[n + 1] - 1]`; the shared ones come first. */
export type Program = {
  readonly numbers: Uint16Array;
  readonly begins: Int32Array;
  /** How many rows are shared ones. */
  readonly shared: number;
};

/** So many numbers are taken in one step. */
const STEP_NUMBERS = 40_000;

/** Reads a pack's rows, in steps. @throws RangeError where a row ends before it is whole */
export function* programSteps({ code, shared }: PreparedPack): Generator<undefined, Program> {
  const numbers = new Uint16Array(code.length);
  const begins: number[] = [0];
  let filled = 0;
  let rested = 0;
  for (let at = 0; at < code.length; ) {
    const end = at + 1 + (code[at] as number);
    if (end > code.length) throw new RangeError('a row of steps is cut off');
    for (at += 1; at < end; at += 1) {
      numbers[filled] = code[at] as number;
      filled += 1;
    }
    begins.push(filled);
    if (filled >= rested + STEP_NUMBERS) {
      rested = filled;
      yield;
    }
  }
  return { numbers: numbers.slice(0, filled), begins: Int32Array.from(begins), shared };
}
