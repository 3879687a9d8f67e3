// The account of one person, by stretches of the talk: what was seen in each, and how much was said.

import type { SignalTable } from './rules';
import { createRunningSum, type Sum } from './running-sum';
import { byTime, STRETCH_MESSAGES, type Stretch } from './stretch';

/** Live stretches kept: the oldest is merged into its day. */
const STRETCHES_KEPT = 400;

export type Stretches = {
  /** Counts messages of both sides. */
  count(messages: number, day: number, live: boolean): void;
  /** Counts one sighting of a signal. */
  see(signal: string, day: number, live: boolean): void;
  /** Takes one sighting of that day back. */
  unsee(signal: string, day: number): void;
  /** What all of it weighs; the same object until something changes. */
  weigh(): Sum;
};

/** Creates the account of one person. */
export function createStretches(signals: SignalTable): Stretches {
  const stretches: StretchMap = new Map();
  const sum = createRunningSum(signals);
  let weighing: Sum | null = null;
  /** The live stretch that is being filled. */
  let filling: Stretch | null = null;
  let liveOrder = 0;

  /** The stretch that is about to change. */
  function stretchFor(day: number, live: boolean): Stretch {
    weighing = null;
    if (live && filling?.day === day && filling.messages < STRETCH_MESSAGES) return filling;
    if (live) return begin(day);
    sum.reset();
    return stretchOf(stretches, day, 0);
  }

  function begin(day: number): Stretch {
    liveOrder += 1;
    const stretch = stretchOf(stretches, day, liveOrder);
    if (stretches.size > STRETCHES_KEPT) mergeOldest(stretches, liveOrder);
    sum.begin(filling, stretch);
    filling = stretch;
    return stretch;
  }

  return {
    count(messages, day, live) {
      stretchFor(day, live).messages += messages;
    },
    see: (signal, day, live) => addSeen(stretchFor(day, live), signal, 1),
    unsee(signal, day) {
      weighing = null;
      sum.reset();
      for (const stretch of stretches.values()) {
        if (stretch.day !== day || !stretch.seen.get(signal)) continue;
        addSeen(stretch, signal, -1);
        return;
      }
    },
    weigh() {
      weighing ??= sum.weigh(stretches.values(), filling);
      return weighing;
    },
  };
}

/** Each under its `keyOf`. */
type StretchMap = Map<string, Stretch>;

const keyOf = (day: number, order: number): string => `${day} ${order}`;

/** The stretch of that day and order, begun where there is none. */
function stretchOf(stretches: StretchMap, day: number, order: number): Stretch {
  const key = keyOf(day, order);
  const stretch = stretches.get(key) ?? { day, order, messages: 0, seen: new Map() };
  stretches.set(key, stretch);
  return stretch;
}

/** Merges the oldest live stretch into its day. @param begun order of the one that has just begun: it is yet to be filled, and stays */
function mergeOldest(stretches: StretchMap, begun: number): void {
  const live = [...stretches.values()].filter(({ order }) => order > 0);
  const [oldest] = live.filter(({ order }) => order < begun).sort(byTime);
  if (oldest === undefined || live.length <= STRETCHES_KEPT) return;
  stretches.delete(keyOf(oldest.day, oldest.order));
  const whole = stretchOf(stretches, oldest.day, 0);
  whole.messages += oldest.messages;
  for (const [signal, count] of oldest.seen) addSeen(whole, signal, count);
}

function addSeen({ seen }: Stretch, signal: string, count: number): void {
  seen.set(signal, (seen.get(signal) ?? 0) + count);
}
