// The few formulas of the accuracy report, each with its source.

/** Wilson's 95 % interval of a proportion (Wilson 1927), in [0, 1]. */
export function wilson(hits: number, total: number): readonly [number, number] {
  if (total === 0) return [0, 1];
  const z = 1.96;
  const p = hits / total;
  const middle = p + (z * z) / (2 * total);
  const spread = z * Math.sqrt((p * (1 - p)) / total + (z * z) / (4 * total * total));
  const scale = 1 + (z * z) / total;
  return [Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale)];
}

/** Exact 95 % interval of a Poisson count (Garwood 1936). */
export function poisson(count: number): readonly [number, number] {
  const TAIL = 0.025;
  return [
    count === 0 ? 0 : meanWhere((mean) => 1 - atMost(count - 1, mean) >= TAIL, count),
    meanWhere((mean) => atMost(count, mean) <= TAIL, count),
  ];
}

/** Probability of `count` events or fewer where `mean` are expected. */
function atMost(count: number, mean: number): number {
  let logarithm = -mean;
  let sum = Math.exp(logarithm);
  for (let i = 1; i <= count; i += 1) {
    logarithm += Math.log(mean / i);
    sum += Math.exp(logarithm);
  }
  return sum;
}

/** The smallest mean from which on `holds` is true, by halving. */
function meanWhere(holds: (mean: number) => boolean, count: number): number {
  let low = 0;
  let high = 10 + 2 * count;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Latency penalty of a first warning at the k-th message, k from 1 (Sadeque 2018): p = ln 3 / 89. */
function latencyPenalty(k: number): number {
  const p = Math.log(3) / 89;
  return -1 + 2 / (1 + Math.exp(-p * (k - 1)));
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** F_latency = F1 x (1 - median penalty over true positives) (Sadeque 2018; Vogt 2021). */
export function fLatency(
  truePositives: readonly number[],
  falsePositives: number,
  falseNegatives: number,
): { f1: number; speed: number; fLatency: number } {
  const tp = truePositives.length;
  const f1 = tp === 0 ? 0 : (2 * tp) / (2 * tp + falsePositives + falseNegatives);
  const speed = tp === 0 ? 0 : 1 - median(truePositives.map(latencyPenalty));
  return { f1, speed, fLatency: f1 * speed };
}
