import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLedger } from '../engine/ledger';
import { DAYS_KEPT, SIGHTINGS_KEPT } from '../engine/memory-limits';
import type { ConversationMemory, Sighting } from '../engine/types';
import { DAY_MS, dayOf, isExpired, mergeMemory, sightOf } from './memory';

// Few fingerprints and days, so that collisions and the caps are met often.
const sighting: fc.Arbitrary<Sighting> = fc.tuple(
  fc.integer({ min: 0, max: 40 }),
  fc.integer({ min: 0, max: 30 }),
);
const rawMemory: fc.Arbitrary<ConversationMemory> = fc.record({
  version: fc.constant(1 as const),
  signals: fc.dictionary(fc.constantFrom('a.one', 'b.two', 'c.three'), fc.array(sighting, { maxLength: 30 })),
  days: fc.dictionary(fc.integer({ min: 20_000, max: 20_120 }).map(String), fc.integer({ min: 1, max: 50 }), {
    maxKeys: 120,
  }),
  lastSeen: fc.integer({ min: 0, max: 30_000 }),
});
const empty: ConversationMemory = { version: 1, signals: {}, days: {}, lastSeen: 0 };
/** As stored: one pass through the merge caps and sorts it. */
const memory = rawMemory.map((raw) => mergeMemory(raw, empty));

describe('mergeMemory', () => {
  it('is commutative', () => {
    fc.assert(
      fc.property(memory, memory, (a, b) => {
        expect(mergeMemory(a, b)).toEqual(mergeMemory(b, a));
      }),
    );
  });

  it('is associative', () => {
    fc.assert(
      fc.property(memory, memory, memory, (a, b, c) => {
        expect(mergeMemory(mergeMemory(a, b), c)).toEqual(mergeMemory(a, mergeMemory(b, c)));
      }),
    );
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(memory, (a) => {
        expect(mergeMemory(a, a)).toEqual(a);
      }),
    );
  });

  it('never holds more than the caps, nor one fingerprint twice', () => {
    fc.assert(
      fc.property(memory, memory, (a, b) => {
        const merged = mergeMemory(a, b);
        expect(Object.keys(merged.days).length).toBeLessThanOrEqual(DAYS_KEPT);
        for (const sightings of Object.values(merged.signals)) {
          expect(sightings.length).toBeLessThanOrEqual(SIGHTINGS_KEPT);
          expect(new Set(sightings.map(([fingerprint]) => fingerprint)).size).toBe(sightings.length);
        }
      }),
    );
  });

  it('says of the same sighting the newer day, and of too many keeps the newest', () => {
    const of = (...list: readonly Sighting[]) => ({ ...empty, signals: { 'threat.publish': list } });
    expect(mergeMemory(of([1, 20_000]), of([1, 20_005])).signals).toEqual({
      'threat.publish': [[1, 20_005]],
    });
    const old = Array.from({ length: SIGHTINGS_KEPT }, (_, index): Sighting => [100 + index, 20_000]);
    const merged = mergeMemory(of(...old), of([1, 20_001])).signals['threat.publish'];
    expect(merged?.[0]).toEqual([1, 20_001]);
    expect(merged).toHaveLength(SIGHTINGS_KEPT);
  });

  it('was last seen when the later one was', () => {
    const seen = (lastSeen: number) => ({ ...empty, lastSeen });
    for (const [a, b] of [
      [20_000, 20_009],
      [20_009, 20_000],
    ] as const)
      expect(mergeMemory(seen(a), seen(b)).lastSeen).toBe(20_009);
  });

  it('keeps the newest days, whichever memory holds them', () => {
    const days = (first: number) =>
      Object.fromEntries(Array.from({ length: DAYS_KEPT }, (_, index) => [first + index, 1]));
    const [old, recent] = [
      { ...empty, days: days(20_000) },
      { ...empty, days: days(20_010) },
    ];
    for (const merged of [mergeMemory(old, recent), mergeMemory(recent, old)])
      expect(merged.days).toEqual(recent.days);
  });

  it('keeps of a full day what an open conversation keeps, so that a reload counts none of it again', () => {
    const ask = 'a.one';
    const signals = { [ask]: { stage: 'media', weight: 3 } } as const;
    const order = fc.uniqueArray(fc.nat(1_000), { minLength: 17, maxLength: 40 });
    fc.assert(
      fc.property(order, fc.nat(40), (fingerprints, savedAt) => {
        const open = createLedger(signals, null);
        let stored = empty;
        for (const [index, fingerprint] of fingerprints.entries()) {
          open.note(ask, fingerprint, 10, true);
          if (index === savedAt) stored = mergeMemory(stored, open.memory(10));
        }
        const reloaded = createLedger(signals, mergeMemory(stored, open.memory(10)));
        expect(fingerprints.filter((fingerprint) => reloaded.note(ask, fingerprint, 10, true))).toEqual([]);
      }),
    );
  });

  it('keeps the larger count of a day, so that two tabs do not add up', () => {
    const tab = { ...empty, days: { 20000: 7, 20001: 2 } };
    expect(mergeMemory(tab, { ...empty, days: { 20000: 5, 20002: 1 } }).days).toEqual({
      20000: 7,
      20001: 2,
      20002: 1,
    });
  });
});

describe('retention', () => {
  it.each([
    [100, 100, 90, false],
    [10, 100, 90, false],
    [9, 100, 90, true],
  ])('last seen on day %i, today %i, kept %i days: expired is %s', (lastSeen, today, kept, expired) => {
    expect(isExpired(lastSeen, today, kept)).toBe(expired);
  });

  describe.each(['Asia/Phnom_Penh', 'America/Los_Angeles', 'UTC'])('in %s', (zone) => {
    beforeEach(() => vi.stubEnv('TZ', zone));
    afterEach(() => vi.unstubAllEnvs());

    it.each([
      [0, 1],
      [6, 30],
      [17, 0],
      [23, 59],
    ])('tells the day of that place at %i:%i, summer and winter', (hour, minute) => {
      for (const month of [3, 7, 11]) {
        const day = dayOf(new Date(2026, month - 1, 8, hour, minute).getTime());
        expect(new Date(day * DAY_MS).toISOString().slice(0, 10)).toBe(
          `2026-${String(month).padStart(2, '0')}-08`,
        );
      }
    });

    it('knows no day before the first', () => expect(dayOf(0)).toBe(0));
  });
});

describe('the day of the last sight', () => {
  const TODAY = 20_800;
  it.each([
    ['is the one that is told', TODAY, TODAY - 30, TODAY, TODAY],
    ['is never after today', TODAY + 400, TODAY - 30, TODAY, TODAY],
    ['is never before one that is known', TODAY - 60, TODAY - 30, TODAY, TODAY - 30],
    ['stays where the clock is two years behind', TODAY, TODAY + 730, TODAY, TODAY + 730],
    ['is today where the clock before was the wrong one', TODAY, TODAY + 731, TODAY, TODAY],
    ['stays where an empty battery says 1970', 3, TODAY, 3, TODAY],
    ['stays on any day before the first version', 20_757, 30_000, 20_757, 30_000],
    ['is today on the day of the first version', 20_758, 30_000, 20_758, 20_758],
  ])('%s', (_, reported, stored, today, day) => expect(sightOf(reported, stored, today)).toBe(day));
});
