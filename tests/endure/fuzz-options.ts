// How long fuzz runs: a fixed seed and a number of runs in CI, so that a red run is red again; the clock in the hour's form.
import { isHour, isShort } from '../../scripts/endure/trial';

const SEED = 20_261_125;
/** Five fuzz tests and the random data of bad-data.test.ts share the hour. */
const MINUTES_EACH = 10;

/** How often a property is tried in each form. `parts`: so many properties of one test share its minutes. */
type Runs = { readonly short: number; readonly full: number; readonly parts?: number };

/** The hour's form takes a new seed each time; fast-check prints it with what failed. */
export function fuzzOptions({ short, full, parts = 1 }: Runs) {
  if (isHour())
    return {
      numRuns: Number.MAX_SAFE_INTEGER,
      interruptAfterTimeLimit: (MINUTES_EACH * 60_000) / parts,
      markInterruptAsFailure: false,
    };
  return { numRuns: isShort() ? short : full, seed: SEED };
}

/** Room for the longest form, in milliseconds. */
export const FUZZ_TIMEOUT = (MINUTES_EACH + 5) * 60_000;
