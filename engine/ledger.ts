// What one other person has been seen doing: sightings by day, how much was said, and what it all weighs.
import { DAYS_KEPT, SIGHTINGS_KEPT } from './memory-limits';
import type { SignalTable } from './rules';
import type { ConversationMemory, Sighting } from './types';

/** Live messages are weighed in parts of so many, so that a calm morning doesn't thin out a bad evening. */
const PART_MESSAGES = 25;
/** Live parts kept in memory: the oldest is merged into its day. */
const PARTS_KEPT = 400;

/**
 * How evidence adds up. Each signal's weight is a log-likelihood ratio; ordinary messages pull the sum down, and it
 * restarts at zero (Page's CUSUM: Page 1954, "Continuous inspection schemes"). Repeats count less and less.
 */
export const SCORING = {
  /** Taken off for every message of both sides. */
  drift: 0.03,
  /** After so many messages a repeat counts as new again (e-folding). */
  repeatMemory: 250,
  /** Evidence of a contact halves in so many days of silence. */
  halfLifeDays: 45,
  /** The sum is never held higher than this: a bad week is forgiven by a good year, not by a good decade. */
  ceiling: 24,
} as const;

/** Before the name of a signal in memory: seen, but a heavier one on the same words weighed (signs.ts). */
const LIGHTER = 'lighter-';

/** A signal as one that adds no weight. */
export function asLighter(signal: string): string {
  return LIGHTER + signal;
}

/** The signal itself, whether it weighed or not. */
export function signalOf(name: string): string {
  return name.startsWith(LIGHTER) ? name.slice(LIGHTER.length) : name;
}

type Part = {
  readonly day: number;
  readonly order: number;
  messages: number;
  readonly seen: Map<string, number>;
};

/** Sum of the evidence and how it is spread. */
export type Weighing = {
  readonly score: number;
  readonly byStage: ReadonlyMap<string, number>;
};

/** A running account of one person. Order of arrival does not matter between days. */
export type Ledger = {
  /** Counts a message of either side. */
  count(day: number, live: boolean): void;
  /** Notes a signal; false where this very message was known already. */
  note(signal: string, fingerprint: number, day: number, live: boolean): boolean;
  /** A known message was said again: its sighting is of the newer day from now on, with its weight. */
  renew(signal: string, fingerprint: number, day: number, live: boolean): 'unknown' | 'known' | 'renewed';
  weigh(): Weighing;
  /** Messages of both sides that were counted. */
  messages(): number;
  sightings(): ReadonlyMap<string, ReadonlyMap<number, number>>;
  memory(lastSeen: number): ConversationMemory;
};

export function createLedger(signals: SignalTable, past: ConversationMemory | null): Ledger {
  const sightings = new Map<string, Map<number, number>>();
  const parts = new Map<string, Part>();
  const counted = new Map<number, number>();
  const rememberedDays = new Map<number, number>(
    Object.entries(past?.days ?? {}).map(([day, count]) => [Number(day), count]),
  );
  let messages = 0;
  let liveOrder = 0;
  let livePart: Part | null = null;
  let cached: Weighing | null = null;
  /** Sum over all parts but `settledBefore`, or null where another part changed since. */
  let settled: Sum | null = null;
  let settledBefore: Part | null = null;

  for (const [signal, list] of Object.entries(past?.signals ?? {})) {
    if (!signals[signalOf(signal)]) continue;
    for (const [fingerprint, day] of list) {
      remember(signal, fingerprint, day);
      seenIn(partOf(day, 0), signal);
    }
  }
  for (const [day, count] of rememberedDays) countIn(partOf(day, 0), count);

  function countIn(part: Part, count: number): void {
    part.messages += count;
    messages += count;
  }

  function remember(signal: string, fingerprint: number, day: number): void {
    const known = sightings.get(signal) ?? new Map<number, number>();
    known.set(fingerprint, day);
    if (known.size > SIGHTINGS_KEPT) known.delete(oldestOf(known));
    sightings.set(signal, known);
  }

  function partOf(day: number, order: number): Part {
    const key = `${day} ${order}`;
    const known = parts.get(key);
    if (known) return known;
    const fresh: Part = { day, order, messages: 0, seen: new Map() };
    parts.set(key, fresh);
    settled = null;
    if (order > 0 && parts.size > PARTS_KEPT) mergeOldest();
    return fresh;
  }

  /** Called where a live part begins, which is not merged itself: it is yet to be filled. */
  function mergeOldest(): void {
    const live = [...parts.values()].filter(({ order }) => order > 0);
    const [oldest] = live.filter(({ order }) => order < liveOrder).sort(byTime);
    if (oldest === undefined || live.length <= PARTS_KEPT) return;
    parts.delete(`${oldest.day} ${oldest.order}`);
    const whole = partOf(oldest.day, 0);
    whole.messages += oldest.messages;
    for (const [signal, count] of oldest.seen) whole.seen.set(signal, (whole.seen.get(signal) ?? 0) + count);
  }

  function currentPart(day: number): Part {
    if (!livePart || livePart.day !== day || livePart.messages >= PART_MESSAGES) livePart = begin(day);
    return livePart;
  }

  /** A new live part. Where it is the newest, as nearly always, what was added up stands, with the part before it. */
  function begin(day: number): Part {
    const [sum, closed] = [settled, settledBefore];
    liveOrder += 1;
    const fresh = partOf(day, liveOrder);
    if (sum === null || closed === null || closed !== livePart || byTime(closed, fresh) > 0) return fresh;
    sum.add(closed, signals);
    settled = sum;
    settledBefore = fresh;
    return fresh;
  }

  function partFor(day: number, live: boolean): Part {
    if (live) return currentPart(day);
    settled = null;
    return partOf(day, 0);
  }

  /** In a live talk only the newest part changes: the sum of all before it is kept. */
  function weighAll(): Weighing {
    const last = livePart;
    if (settled === null || last === null || settledBefore !== last) {
      const order = [...parts.values()].sort(byTime);
      settled = new Sum();
      settledBefore = last !== null && order.at(-1) === last ? last : null;
      for (const part of order) if (part !== settledBefore) settled.add(part, signals);
    }
    const sum = settled.copy();
    if (settledBefore) sum.add(settledBefore, signals);
    return sum;
  }

  function seenIn(part: Part, signal: string): void {
    part.seen.set(signal, (part.seen.get(signal) ?? 0) + 1);
  }

  /** Takes one sighting out of a part of that day. */
  function takeFrom(day: number, signal: string): void {
    for (const part of parts.values()) {
      const count = part.seen.get(signal) ?? 0;
      if (part.day !== day || count === 0) continue;
      part.seen.set(signal, count - 1);
      return;
    }
  }

  return {
    count(day, live) {
      cached = null;
      const total = (counted.get(day) ?? 0) + 1;
      counted.set(day, total);
      // A reload reads again what an earlier session counted: only what goes beyond it is new.
      if (total <= (rememberedDays.get(day) ?? 0)) return;
      countIn(partFor(day, live), 1);
    },
    note(signal, fingerprint, day, live) {
      const known = sightings.get(signal);
      if (known?.has(fingerprint) || (known && isOlderThanAll(known, fingerprint, day))) return false;
      cached = null;
      remember(signal, fingerprint, day);
      seenIn(partFor(day, live), signal);
      return true;
    },
    renew(signal, fingerprint, day, live) {
      const known = sightings.get(signal);
      const before = known?.get(fingerprint);
      if (known === undefined || before === undefined) return 'unknown';
      if (day <= before) return 'known';
      cached = null;
      settled = null;
      known.set(fingerprint, day);
      takeFrom(before, signal);
      seenIn(partFor(day, live), signal);
      return 'renewed';
    },
    weigh: () => {
      cached ??= weighAll();
      return cached;
    },
    messages: () => messages,
    sightings: () => sightings,
    memory: (lastSeen) => ({
      version: 1,
      signals: Object.fromEntries(
        [...sightings].map(([signal, list]) => [signal, [...list].map(([f, d]): Sighting => [f, d])]),
      ),
      days: daysToKeep(rememberedDays, counted),
      lastSeen,
    }),
  };
}

function daysToKeep(
  remembered: ReadonlyMap<number, number>,
  counted: ReadonlyMap<number, number>,
): Record<number, number> {
  const all = new Map(remembered);
  for (const [day, count] of counted) all.set(day, Math.max(count, all.get(day) ?? 0));
  return Object.fromEntries([...all].sort(([a], [b]) => b - a).slice(0, DAYS_KEPT));
}

function byTime(a: Part, b: Part): number {
  return a.day - b.day || a.order - b.order;
}

function oldestOf(list: ReadonlyMap<number, number>): number {
  return [...list].reduce((oldest, entry) =>
    entry[1] < oldest[1] || (entry[1] === oldest[1] && entry[0] < oldest[0]) ? entry : oldest,
  )[0];
}

/** True where a full list would drop this sighting at once: then it must not count either. */
function isOlderThanAll(list: ReadonlyMap<number, number>, fingerprint: number, day: number): boolean {
  if (list.size < SIGHTINGS_KEPT) return false;
  const oldest = oldestOf(list);
  const oldestDay = list.get(oldest) ?? 0;
  return day < oldestDay || (day === oldestDay && fingerprint < oldest);
}

/** The running sum over parts in the order of time. */
class Sum {
  score = 0;
  lastDay: number | null = null;
  readonly repeats = new Map<string, number>();
  readonly byStage = new Map<string, number>();

  copy(): Sum {
    const copy = new Sum();
    copy.score = this.score;
    copy.lastDay = this.lastDay;
    for (const [key, value] of this.repeats) copy.repeats.set(key, value);
    for (const [key, value] of this.byStage) copy.byStage.set(key, value);
    return copy;
  }

  add(part: Part, signals: SignalTable): void {
    const silence = 0.5 ** (Math.max(0, part.day - (this.lastDay ?? part.day)) / SCORING.halfLifeDays);
    this.lastDay = part.day;
    const fade = Math.exp(-part.messages / SCORING.repeatMemory) * silence;
    scale(this.byStage, fade);
    scale(this.repeats, fade);
    // Nobody knows when on a whole day its signs were: all of its talk but one part is taken to have come before them.
    const before = part.order === 0 ? Math.max(0, part.messages - PART_MESSAGES) : 0;
    let gain = 0;
    for (const [signal, count] of part.seen) {
      const rule = signals[signal];
      if (!rule || rule.weight === 0) continue;
      const repeats = this.repeats.get(signal) ?? 0;
      const worth = rule.weight * (saturate(repeats + count) - saturate(repeats));
      this.repeats.set(signal, repeats + count);
      this.byStage.set(rule.stage, (this.byStage.get(rule.stage) ?? 0) + worth);
      gain += worth;
    }
    const rest = Math.max(0, this.score * silence - SCORING.drift * before);
    const sum = rest + gain - SCORING.drift * (part.messages - before);
    this.score = Math.min(SCORING.ceiling, Math.max(0, sum));
  }
}

/** 1 sighting counts 1, 2 count 1.6, 4 count 2.3, 8 count 3.2. */
function saturate(count: number): number {
  return Math.log2(1 + count);
}

function scale(map: Map<string, number>, factor: number): void {
  for (const [key, value] of map) map.set(key, value * factor);
}
