// Which of the `danger` cards fits what was seen. Pure; the words of each kind stand in locales under `card.danger.*`.
import type { Assessment } from '../engine/types';

/** Every kind has a section `card.danger.<kind>` in each locale. */
export const DANGER_KINDS = [
  'self-harm',
  'payment',
  'images',
  'coercion',
  'meeting',
  'harm',
  'threat',
  'advert',
  'unknown',
  'other',
] as const;
export type DangerKind = (typeof DANGER_KINDS)[number];

type Seen = { readonly signals: ReadonlySet<string>; readonly stages: ReadonlySet<string> };

/** From what must be answered first to what says least; the first that holds names the card. */
const TESTS: readonly (readonly [DangerKind, (seen: Seen) => boolean])[] = [
  ['self-harm', ({ signals }) => signals.has('crisis.push') || signals.has('crisis.order')],
  ['payment', ({ signals }) => signals.has('payment.demand') || signals.has('payment.more')],
  ['images', ({ signals }) => signals.has('threat.publish') || signals.has('threat.has-images')],
  ['coercion', ({ stages, signals }) => signals.has('media.intimate') && stages.has('pressure')],
  ['harm', ({ signals }) => signals.has('threat.harm')],
  ['threat', ({ stages }) => stages.has('threat')],
  ['meeting', ({ stages }) => stages.has('approach') && stages.has('secrecy')],
  ['self-harm', ({ signals }) => signals.has('crisis.hint')],
  ['coercion', ({ stages }) => stages.has('media')],
  ['meeting', ({ stages }) => stages.has('approach')],
  ['advert', ({ stages }) => stages.has('advert')],
  ['threat', ({ stages }) => stages.has('pressure')],
];

/**
 * The kind of a `danger` assessment, from its reasons alone, which card and popup both have. Where the writer is unknown only the neutral card is fair, except that orders to
 * self-harm and adverts need steps of their own and accuse nobody.
 */
export function dangerKindOf({ reasons }: Assessment, who: 'person' | 'someone' | 'unknown'): DangerKind {
  const seen: Seen = {
    signals: new Set(reasons.map((reason) => reason.signal)),
    stages: new Set(reasons.map((reason) => reason.stage)),
  };
  const kind = TESTS.find(([, holds]) => holds(seen))?.[0] ?? 'other';
  return who === 'unknown' && kind !== 'self-harm' && kind !== 'advert' ? 'unknown' : kind;
}

/** By the other person: the number for emergencies comes before the line for despair. */
export function threatensLife(kind: DangerKind): boolean {
  return kind === 'harm' || kind === 'meeting';
}

/**
 * Threats over pictures or money drive to despair (more than 1 in 6 reports that tell of harm name it): show the line. Also where
 * nothing can be named: what looks so is mostly a threat.
 */
export function offersCrisisLine(kind: DangerKind): boolean {
  return kind !== 'advert' && kind !== 'meeting';
}
