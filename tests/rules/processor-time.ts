// How long something takes, and whether that grows faster than its input, on a machine that is busy with something else.

/** So often a text that looks slow is timed: what the machine did meanwhile decides nothing, a slow phrase stays slow. */
const TIMINGS = 6;
/** Milliseconds below which no text is slow. */
const NEVER_SLOW = 15;
/** A text takes as long as its eight parts where the time is linear, 8 times as long where it is quadratic. */
const SLOW = 3.75;

/**
 * Processor time in milliseconds, not the clock. The kernel counts the sum exactly, but splits it between program and
 * system by guess: of a short time one of the two may be nothing.
 */
export function timeOf(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** How many times longer a text takes than its eight equal parts, one by one; 0 where that is not too long. */
export function slowness(read: (text: string) => void, part: string): number {
  const whole = part.repeat(8);
  let [long, parts] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let timing = 0; timing < TIMINGS; timing += 1) {
    long = Math.min(
      long,
      timeOf(() => read(whole)),
    );
    parts = Math.min(
      parts,
      timeOf(() => readEightTimes(read, part)),
    );
    if (long <= NEVER_SLOW || long <= SLOW * parts) return 0;
  }
  return long / parts;
}

function readEightTimes(read: (text: string) => void, text: string): void {
  for (let time = 0; time < 8; time += 1) read(text);
}
