// How evidence adds up over the stretches of a talk, in the order of time.

import type { SignalTable } from './rules';
import { byTime, STRETCH_MESSAGES, type Stretch } from './stretch';

// Each signal's weight is a log-likelihood ratio; ordinary messages pull the sum down, and it restarts at zero (Page's CUSUM:
// Page 1954, "Continuous inspection schemes"). Repeats count less and less.

/** Taken off for every message of both sides. */
export const DRIFT = 0.03;
/** After so many messages a repeat counts as new again (e-folding). */
const REPEAT_MEMORY = 250;
/** Evidence of a contact halves in so many days of silence. */
const HALF_LIFE_DAYS = 45;
/** The sum is never held higher than this: a bad week is forgiven by a good year, not by a good decade. */
export const CEILING = 24;

export type Sum = {
  score: number;
  lastDay: number | null;
  readonly repeats: Map<string, number>;
  readonly byStage: Map<string, number>;
};

/** The sum over all stretches but the newest, which alone changes in a live talk: that one is added when it is asked for. */
export type RunningSum = {
  /** Another stretch changed: what was added up is of no use. */
  reset(): void;
  /** A live stretch begins behind the one before it, if any. Where it is the newest, as nearly always, the sum goes on. */
  begin(before: Stretch | null, stretch: Stretch): void;
  /** @param live the live stretch that is being filled */
  weigh(stretches: Iterable<Stretch>, live: Stretch | null): Readonly<Sum>;
};

/** Creates the sum over the stretches of one person's account. */
export function createRunningSum(signals: SignalTable): RunningSum {
  /** Over all stretches but `open`, or null where another stretch changed since. */
  let settled: Sum | null = null;
  let open: Stretch | null = null;

  return {
    reset() {
      settled = null;
    },
    begin(before, stretch) {
      if (settled === null || open === null || open !== before || byTime(open, stretch) > 0) {
        settled = null;
        return;
      }
      add(settled, open, signals);
      open = stretch;
    },
    weigh(stretches, live) {
      if (settled === null || live === null || open !== live) {
        const order = [...stretches].sort(byTime);
        settled = { score: 0, lastDay: null, repeats: new Map(), byStage: new Map() };
        open = live !== null && order.at(-1) === live ? live : null;
        for (const stretch of order) if (stretch !== open) add(settled, stretch, signals);
      }
      const sum = { ...settled, repeats: copyOf(settled.repeats), byStage: copyOf(settled.byStage) };
      if (open) add(sum, open, signals);
      return sum;
    },
  };
}

function add(sum: Sum, stretch: Stretch, signals: SignalTable): void {
  const silence = 0.5 ** (Math.max(0, stretch.day - (sum.lastDay ?? stretch.day)) / HALF_LIFE_DAYS);
  sum.lastDay = stretch.day;
  const fade = Math.exp(-stretch.messages / REPEAT_MEMORY) * silence;
  scale(sum.byStage, fade);
  scale(sum.repeats, fade);
  // Nobody knows when on a whole day its signs were: all of its talk but one stretch is taken to have come before them.
  const before = stretch.order === 0 ? Math.max(0, stretch.messages - STRETCH_MESSAGES) : 0;
  let gain = 0;
  for (const [signal, count] of stretch.seen) {
    const rule = signals[signal];
    if (!rule || rule.weight === 0) continue;
    const repeats = sum.repeats.get(signal) ?? 0;
    const worth = rule.weight * (saturate(repeats + count) - saturate(repeats));
    sum.repeats.set(signal, repeats + count);
    sum.byStage.set(rule.stage, (sum.byStage.get(rule.stage) ?? 0) + worth);
    gain += worth;
  }
  const rest = Math.max(0, sum.score * silence - DRIFT * before);
  const total = rest + gain - DRIFT * (stretch.messages - before);
  sum.score = Math.min(CEILING, Math.max(0, total));
}

/** Faster than `new Map(map)`, and asked for at nearly every sign. */
function copyOf(map: ReadonlyMap<string, number>): Map<string, number> {
  const copy = new Map<string, number>();
  for (const [key, value] of map) copy.set(key, value);
  return copy;
}

/** 1 sighting counts 1, 2 count 1.6, 4 count 2.3, 8 count 3.2. */
function saturate(count: number): number {
  return Math.log2(1 + count);
}

function scale(map: Map<string, number>, factor: number): void {
  for (const [key, value] of map) map.set(key, value * factor);
}
