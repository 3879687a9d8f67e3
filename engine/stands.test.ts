// How combinations stand, over sessions: the last word holds whatever order memories are joined in, and storage takes it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeMemory } from '../utils/memory';
import { memorySchema } from '../utils/storage-schemas';
import { createStands, type Stand } from './stands';
import type { ConversationMemory } from './types';

const EMPTY: ConversationMemory = { version: 1, signals: {}, days: {}, lastSeen: 0 };
const STANDS: readonly Stand[] = ['apart', 'together', 'reached'];
const with_ = (signals: ConversationMemory['signals']): ConversationMemory => ({ ...EMPTY, signals });

test('the last one noted holds in the next session, in whatever order what was handed over is joined', () => {
  const steps = fc.array(fc.tuple(fc.constantFrom(...STANDS), fc.integer({ min: 20_000, max: 20_003 })), {
    minLength: 1,
    maxLength: 30,
  });
  fc.assert(
    fc.property(steps, fc.infiniteStream(fc.boolean()), (noted, flips) => {
      const stands = createStands(null);
      let stored = EMPTY;
      for (const [stand, day] of noted) {
        stands.note('a-rule', stand, day);
        const snapshot = with_(stands.signals());
        const [one, other] = flips.next().value ? [stored, snapshot] : [snapshot, stored];
        stored = mergeMemory(one, other);
      }
      expect(createStands(stored).before('a-rule')).toBe(noted.at(-1)?.[0]);
      expect(memorySchema.safeParse(stored).success).toBe(true);
    }),
  );
});

test('says nothing of what no session looked at, as where an older version wrote', () => {
  const stands = createStands(
    with_({ 'threat.publish': [[7, 20_000]], 'lighter-threat.publish': [[8, 20_000]] }),
  );
  expect(stands.before('threat-with-images')).toBeNull();
  expect(stands.signals()).toEqual({});
});

test('what this session notes is for the next one', () => {
  const stands = createStands(with_({ 'together.a-rule': [[1, 20_000]] }));
  stands.note('a-rule', 'apart', 20_001);
  expect(stands.before('a-rule')).toBe('together');
  expect(createStands(with_(stands.signals())).before('a-rule')).toBe('apart');
});

test('never outgrows what storage takes, whatever stood there', () => {
  const stands = createStands(with_({ 'together.a-rule': [[2 ** 32 - 1, 20_000]] }));
  for (const stand of STANDS) stands.note('a-rule', stand, 20_000);
  expect(memorySchema.safeParse(with_(stands.signals())).success).toBe(true);
});
