// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://web.telegram.org/k/#777" }
import { isDeepStrictEqual } from 'node:util';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTrial, isShort } from '../../scripts/endure/trial';
import { FAILURES, type FaultyArea, makeFaulty } from './faulty-area';
import { tell } from './flow-story';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('each storage call of the story fails once, in each way, and nothing is lost', {
  timeout: 300_000,
}, async () => {
  const trial = createTrial('storage-faults');
  let area: FaultyArea | null = null;
  const undisturbed = await tell((flow) => {
    area = makeFaulty(flow.background);
  });
  expect(undisturbed.levels).toEqual(['danger', 'danger', 'calm']);
  const calls = (area as FaultyArea | null)?.calls ?? 0;
  expect(calls).toBeGreaterThan(30);
  // CI's short form takes one way for each call, another one for the next.
  const isTaken = (way: number, index: number) => !isShort() || index % FAILURES.length === way;
  for (const [way, failure] of FAILURES.entries())
    for (let index = 0; index < calls; index += 1) {
      if (!isTaken(way, index)) continue;
      let faulty: FaultyArea | null = null;
      const told = await tell((flow) => {
        faulty = makeFaulty(flow.background);
        faulty.failAt(index, failure);
      });
      const at = `call ${index} ${failure}`;
      trial.fault((faulty as FaultyArea | null)?.struck ?? 0);
      trial.holds(isDeepStrictEqual(told.levels, undisturbed.levels), `${at}: levels ${told.levels}`);
      trial.holds(isDeepStrictEqual(told.shown, undisturbed.shown), `${at}: cards ${told.shown}`);
      trial.holds(!told.memoryFailed, `${at}: the popup still speaks of a failure`);
      for (const [key, value] of Object.entries(undisturbed.items))
        trial.keeps(isDeepStrictEqual(told.items[key], value), `${at}: ${key.split(':')[0]}`);
      trial.holds(
        Object.keys(told.items).length === Object.keys(undisturbed.items).length,
        `${at}: items that do not belong there`,
      );
    }
  trial.load(`${calls} storage calls, each failing in ${isShort() ? 'one way' : `${FAILURES.length} ways`}`);
  trial.end();
});
