// The running account of one person: the same however it is asked, bounded, and nothing counts that was dropped.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLedger } from './ledger';
import type { SignalTable } from './rules';
import { CEILING, DRIFT } from './running-sum';

const SIGNALS: SignalTable = {
  ask: { stage: 'media', weight: 3 },
  hide: { stage: 'secrecy', weight: 2 },
};
const plain = ({ score, byStage }: ReturnType<ReturnType<typeof createLedger>['weigh']>) => ({
  score,
  byStage: Object.fromEntries(byStage),
});

test('weighs the same whether it is asked after every message or at the end', () => {
  const step = fc.record({
    day: fc.integer({ min: 10, max: 13 }),
    live: fc.boolean(),
    times: fc.integer({ min: 1, max: 40 }),
    signal: fc.option(fc.constantFrom('ask', 'hide')),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const [asked, silent] = [createLedger(SIGNALS, null), createLedger(SIGNALS, null)];
      for (const [index, { day, live, times, signal }] of steps.entries())
        for (let time = 0; time < times; time += 1) {
          for (const ledger of [asked, silent]) {
            ledger.count(day, live);
            if (signal !== null && time === 0) ledger.note(signal, index, day, live);
          }
          asked.weigh();
        }
      const [one, other] = [plain(asked.weigh()), plain(silent.weigh())];
      expect(asked.messages()).toBe(silent.messages());
      expect(one.score).toBeCloseTo(other.score, 9);
      for (const stage of ['media', 'secrecy'])
        expect(one.byStage[stage] ?? 0).toBeCloseTo(other.byStage[stage] ?? 0, 9);
    }),
  );
});

test('holds no more than the ceiling, so that ordinary talk comes to an end of it', () => {
  const ledger = createLedger({ ask: { stage: 'media', weight: 30 } }, null);
  ledger.note('ask', 1, 10, true);
  expect(ledger.weigh().score).toBe(CEILING);
  for (let i = 0; i < CEILING / DRIFT + 25; i += 1) ledger.count(10, true);
  expect(ledger.weigh().score).toBe(0);
});

test('a sign that is said again weighs once, as of the newer day', () => {
  const [again, once] = [createLedger(SIGNALS, null), createLedger(SIGNALS, null)];
  again.note('ask', 1, 10, false);
  expect(again.renew('ask', 1, 12, true)).toBe('renewed');
  once.note('ask', 1, 12, true);
  expect(plain(again.weigh())).toEqual(plain(once.weigh()));
});

test('what is said again is taken back from the day and the part of it that held it, though all was weighed before', () => {
  const read = (days: readonly [first: number, second: number]) => {
    const ledger = createLedger(SIGNALS, null);
    ledger.note('ask', 1, days[0], true);
    for (let i = 0; i < 30; i += 1) ledger.count(11, true);
    if (days[1] === 11) ledger.note('ask', 2, 11, true);
    ledger.count(40, true);
    ledger.weigh();
    return ledger;
  };
  const [again, once] = [read([10, 11]), read([10, 40])];
  expect(again.renew('ask', 2, 40, true)).toBe('renewed');
  once.note('ask', 2, 40, true);
  expect(plain(again.weigh())).toEqual(plain(once.weigh()));
});

test('days weigh in their order, whichever is read first, and each stage fades as the sum does', () => {
  const [inOrder, backwards] = [createLedger(SIGNALS, null), createLedger(SIGNALS, null)];
  inOrder.note('ask', 1, 10, false);
  inOrder.note('hide', 2, 55, false);
  backwards.note('hide', 2, 55, false);
  backwards.note('ask', 1, 10, false);
  expect(plain(inOrder.weigh())).toEqual({ score: 3.5, byStage: { media: 1.5, secrecy: 2 } });
  expect(plain(backwards.weigh())).toEqual(plain(inOrder.weigh()));
});

describe('a full list of sightings', () => {
  const full = () => {
    const ledger = createLedger(SIGNALS, null);
    for (let i = 0; i < 16; i += 1) ledger.note('ask', 100 + i, 20, false);
    return ledger;
  };
  test.each([
    ['an older day', 500, 19, false],
    ['the same day and a smaller fingerprint', 99, 20, false],
    ['the same day and a larger fingerprint', 500, 20, true],
    ['a newer day', 1, 21, true],
  ])('takes one of %s: %#', (_, fingerprint, day, isNews) => {
    const ledger = full();
    const before = ledger.weigh().score;
    expect(ledger.note('ask', fingerprint, day, false)).toBe(isNews);
    expect(ledger.sightings().get('ask')?.has(fingerprint)).toBe(isNews);
    expect(ledger.sightings().get('ask')?.size).toBe(16);
    expect(ledger.weigh().score > before).toBe(isNews);
  });

  test('is not made longer by what was too old for it and is said again', () => {
    const ledger = full();
    const before = ledger.weigh().score;
    expect(ledger.renew('ask', 500, 19, false)).toBe('unknown');
    expect(ledger.weigh().score).toBe(before);
  });
});

test('a list with room takes an older sighting too, as history brings it', () => {
  const ledger = createLedger(SIGNALS, null);
  ledger.note('ask', 1, 20, false);
  expect(ledger.note('ask', 2, 19, false)).toBe(true);
});

describe('a very long talk', () => {
  /** As many live parts as are kept, and some more. */
  const filled = () => {
    const ledger = createLedger(SIGNALS, null);
    ledger.note('ask', 1, 10, true);
    for (let i = 0; i < MESSAGES; i += 1) ledger.count(10, true);
    return ledger;
  };
  const MESSAGES = 25 * 410;

  test('loses nothing where its oldest parts become one', () => {
    const ledger = filled();
    ledger.note('hide', 2, 10, true);
    expect(ledger.messages()).toBe(MESSAGES);
    expect(Object.keys(plain(ledger.weigh()).byStage)).toEqual(['media', 'secrecy']);
  });

  test('loses nothing of a message that is dated before all of it', () => {
    const ledger = filled();
    ledger.count(9, true);
    expect(ledger.messages()).toBe(MESSAGES + 1);
  });
});

describe('after more than a year of history', () => {
  const read = () => {
    const ledger = createLedger(SIGNALS, null);
    for (let day = 0; day < 450; day += 1) ledger.count(day, false);
    return ledger;
  };

  test('what is said now counts', () => {
    const ledger = read();
    ledger.note('ask', 1, 450, true);
    ledger.note('hide', 2, 450, true);
    expect(plain(ledger.weigh()).byStage).toEqual({ media: 3, secrecy: 2 });
  });

  test('a calm morning thins out no bad evening', () => {
    const ledger = read();
    for (let i = 0; i < 500; i += 1) ledger.count(450, true);
    ledger.note('ask', 1, 450, true);
    for (let i = 0; i < 25; i += 1) ledger.count(450, true);
    ledger.note('hide', 2, 450, true);
    expect(ledger.weigh().score).toBeGreaterThan(3);
  });
});

test('a busy day that is remembered as a whole thins out its evening no more than it did live', () => {
  const live = createLedger(SIGNALS, null);
  for (let i = 0; i < 300; i += 1) live.count(450, true);
  live.note('ask', 1, 450, true);
  live.note('hide', 2, 450, true);
  const remembered = createLedger(SIGNALS, live.memory(450));
  expect(remembered.weigh().score).toBeGreaterThan(live.weigh().score - 1);
  expect(remembered.messages()).toBe(300);
});

describe('after a reload', () => {
  const left = () => {
    const ledger = createLedger(SIGNALS, null);
    for (let i = 0; i < 60; i += 1) ledger.count(10, true);
    return ledger.memory(10);
  };

  test('messages that are read again count once, and those beyond them anew', () => {
    const ledger = createLedger(SIGNALS, left());
    for (let i = 0; i < 60; i += 1) ledger.count(10, true);
    expect(ledger.messages()).toBe(60);
    ledger.count(10, true);
    expect(ledger.messages()).toBe(61);
    expect(ledger.memory(10).days).toEqual({ 10: 61 });
  });

  test('fewer messages on the page take nothing from what was counted', () => {
    const ledger = createLedger(SIGNALS, left());
    ledger.count(10, true);
    expect(ledger.memory(10).days).toEqual({ 10: 60 });
  });

  test('nothing is a sign that the rules do not know, as how combinations stand', () => {
    const signals = { ask: [[1, 10]], 'was.once': [[2, 10]], 'together.a-rule': [[1, 10]] } as const;
    const ledger = createLedger(SIGNALS, { version: 1, signals, days: {}, lastSeen: 10 });
    expect([...ledger.sightings().keys()]).toEqual(['ask']);
  });
});

test('of more days than memory keeps the newest stay, in whatever order they are read', () => {
  const ledger = createLedger(SIGNALS, null);
  for (const first of [100, 50]) for (let i = 0; i < 50; i += 1) ledger.count(first + i, false);
  const days = Object.keys(ledger.memory(150).days).map(Number);
  expect([days.length, Math.min(...days), Math.max(...days)]).toEqual([90, 60, 149]);
});

test('evidence fades in silence: after 45 days half of it is left', () => {
  const scoreAfter = (days: number) => {
    const ledger = createLedger({ ask: { stage: 'media', weight: 10 } }, null);
    ledger.note('ask', 1, 10, true);
    ledger.count(10 + days, true);
    return ledger.weigh().score + DRIFT;
  };
  expect([scoreAfter(0), scoreAfter(45), scoreAfter(90)]).toEqual([10, 5, 2.5]);
});

test('the same sign over and over weighs less each time, but nearly as much as ever after much talk or long silence', () => {
  const gains = (between: number, silence = 0) => {
    const ledger = createLedger(SIGNALS, null);
    return [10, 10 + silence].map((day, fingerprint) => {
      for (let i = 0; i < between; i += 1) ledger.count(day, true);
      const before = ledger.weigh().score;
      ledger.note('ask', fingerprint, day, true);
      return ledger.weigh().score - before;
    });
  };
  const [first = 0, soon = 0] = gains(30);
  const [, muchLater = 0] = gains(2000);
  const [, afterSilence = 0] = gains(30, 180);
  expect(soon).toBeLessThan(first * 0.7);
  for (const late of [muchLater, afterSilence]) expect(late).toBeGreaterThan(first * 0.9);
});
