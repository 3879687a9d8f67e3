// What is shown of what was seen: each signal, how often, and when last.
import type { LookSign } from './impression';
import { asLighter } from './ledger';
import type { SignalTable } from './rules';
import type { SeenDays } from './sightings';
import type { Reason } from './types';

/** A signal, and the day of each message that showed it. */
type SeenOn = readonly [signal: string, days: readonly number[]];

/**
 * Signals seen, the weightiest first; context is left out, since it is nobody's deed.
 * @param parts signals of the combination that set the level, if one did
 */
export function reasonsOf(sightings: SeenDays, parts: readonly string[], signals: SignalTable): Reason[] {
  const weighed = [...sightings].map(([signal, days]): SeenOn => [signal, [...days.values()]]);
  const reasons = namedOf([...weighed, ...lighterDays(sightings, parts, signals)], signals);
  return reasons.length > 0 ? reasons : namedOf(lookDays(weighed), signals);
}

function namedOf(seen: readonly SeenOn[], signals: SignalTable): Reason[] {
  const reasons = seen.flatMap(([signal, days]) => {
    const rule = signals[signal];
    if (!rule || rule.stage === 'context') return [];
    const { stage, weight } = rule;
    return [{ signal, stage, count: days.length, lastDay: Math.max(...days), weight }];
  });
  return reasons
    .sort((a, b) => b.weight - a.weight || b.count - a.count || (a.signal < b.signal ? -1 : 1))
    .map(({ weight: _, ...reason }) => reason);
}

/** A talk that looks threatening looks risky: where nothing else can be named, that is told, so that no card comes without a reason. */
function lookDays(weighed: readonly SeenOn[]): SeenOn[] {
  const look: LookSign = 'look.alike';
  const threatening: LookSign = 'context.looks-threatening';
  return weighed.filter(([signal]) => signal === threatening).map(([, days]) => [look, days]);
}

/** Of the combination, the heaviest sign of each stage that nothing weighed stands for: without it nobody would see why. */
function lighterDays(sightings: SeenDays, parts: readonly string[], signals: SignalTable): SeenOn[] {
  const stageOf = (signal: string) => signals[signal]?.stage;
  const weightOf = (signal: string) => signals[signal]?.weight ?? 0;
  const daysOf = (signal: string) => [...(sightings.get(asLighter(signal))?.values() ?? [])];
  const shown = new Set([...sightings.keys()].map(stageOf));
  const byStage = new Map<string | undefined, string>();
  for (const signal of parts.filter((part) => daysOf(part).length > 0 && !shown.has(stageOf(part)))) {
    const other = byStage.get(stageOf(signal));
    if (other === undefined || weightOf(signal) > weightOf(other)) byStage.set(stageOf(signal), signal);
  }
  return [...byStage.values()].map((signal) => [signal, daysOf(signal)]);
}
