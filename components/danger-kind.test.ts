// Which danger card comes first where several fit.
import { expect, it } from 'vitest';
import type { Stage } from '../engine/types';
import { DANGER_KINDS, type DangerKind, dangerKindOf, offersCrisisLine } from './danger-kind';

const kindOf = (...seen: readonly (readonly [string, Stage])[]) =>
  dangerKindOf(
    {
      ...{ level: 'danger', because: null, past: false, crisis: false },
      reasons: seen.map(([signal, stage]) => ({ signal, stage, count: 1, lastDay: 0 })),
    },
    'person',
  );
const PICTURES = ['media.intimate', 'media'] as const;
const PUSHING = ['pressure.after-no', 'pressure'] as const;
const HARM = ['threat.harm', 'threat'] as const;
const MEETING = ['approach.alone', 'approach'] as const;
const SECRET = ['secrecy.dont-tell', 'secrecy'] as const;
const DARE = ['crisis.hint', 'pressure'] as const;

it.each<[DangerKind, readonly (readonly [string, Stage])[]]>([
  ['coercion', [PICTURES, PUSHING, HARM]],
  ['harm', [PICTURES, HARM]],
  ['harm', [PUSHING, HARM]],
  ['images', [PICTURES, PUSHING, ['threat.publish', 'threat']]],
  ['payment', [PICTURES, PUSHING, ['payment.demand', 'payment']]],
  ['payment', [MEETING, SECRET, ['payment.more', 'payment']]],
  ['meeting', [PICTURES, MEETING, SECRET]],
  ['coercion', [PICTURES, MEETING]],
  ['coercion', [PICTURES, SECRET]],
  ['self-harm', [DARE]],
  ['self-harm', [DARE, ['media.camera', 'media']]],
  ['harm', [DARE, HARM]],
  ['payment', [DARE, ['payment.demand', 'payment']]],
  ['meeting', [DARE, MEETING, SECRET]],
])('%s is the card of %j', (kind, seen) => expect(kindOf(...seen)).toBe(kind));

it('the crisis line stands on every card but those of a meeting and of an advert, which threaten nobody', () => {
  expect(DANGER_KINDS.filter((kind) => !offersCrisisLine(kind))).toEqual(['meeting', 'advert']);
});
