// The table of docs/accuracy.md by stage: risky conversations in which the other person shows a sign of it, and whether the
// warning came by then.
import type { Stage } from '../../engine/types';
import type { Reader } from '../replayer';
import { selfOf } from './corpus';
import { groupBy, type Outcome } from './measure';
import { percent, table } from './report';

/** What is no stage of an approach. */
const NO_STAGE: readonly Stage[] = ['context', 'look'];

/** @param risky what came of risky conversations */
export function stageTable(risky: readonly Outcome[], reader: Reader): string {
  const shown = risky.flatMap((outcome) =>
    [...firstSigns(outcome, reader)].map(([stage, at]) => ({ stage, at, outcome })),
  );
  const rows = [...groupBy(shown, ({ stage }) => stage)].sort(([a], [b]) => (a < b ? -1 : 1));
  return table(
    [
      ...['stage', 'conversations that show it', '`caution` before its first sign'],
      ...['at the latest with it', 'level in time'],
    ],
    rows.map(([stage, list]) => {
      const share = (isIn: (one: (typeof list)[number]) => boolean) =>
        percent(list.filter(isIn).length / list.length);
      return [
        ...[stage, list.length],
        share(({ at, outcome: { caution } }) => caution !== null && caution < at),
        share(({ at, outcome: { caution } }) => caution !== null && caution <= at),
        share(({ outcome }) => outcome.right),
      ];
    }),
  );
}

/** At which message phrases find the first sign of each stage in what the other person says. */
function firstSigns({ conversation }: Outcome, { detector, signals }: Reader): Map<Stage, number> {
  const first = new Map<Stage, number>();
  const self = selfOf(conversation);
  for (const [at, { author, text }] of conversation.messages.entries()) {
    const { hits, gated } = author === self ? { hits: [], gated: true } : detector.read(text);
    for (const { signal } of gated ? [] : hits) {
      const stage = signals[signal]?.stage;
      if (stage && !NO_STAGE.includes(stage) && !first.has(stage)) first.set(stage, at);
    }
  }
  return first;
}
