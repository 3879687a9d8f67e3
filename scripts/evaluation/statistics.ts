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

/** Exact 95 % interval of a Poisson count (Garwood 1936), by Wilson and Hilferty's approximation of the chi-squared. */
export function poisson(count: number): readonly [number, number] {
  const bound = (k: number, z: number) => k * (1 - 1 / (9 * k) + z / (3 * Math.sqrt(k))) ** 3;
  return [count === 0 ? 0 : bound(count, -1.96), bound(count + 1, 1.96)];
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
