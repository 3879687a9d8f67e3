// For the endurance tests: makes a fake storage area fail, once or for a while, before or after a call took effect.
import type { FakeArea } from '../../utils/fake-area';

/** How a call fails: nothing was done; it was done, but the answer is lost; or the worker dies there and then. */
export type Failure = 'refused' | 'done, unheard' | 'worker died';
export const FAILURES: readonly Failure[] = ['refused', 'done, unheard', 'worker died'];

/** A worker that died is not back before so many milliseconds: every call of its own fails until then. */
const DEAD_FOR_MS = 100;

export type FaultyArea = {
  /** The next call that is counted as `index` fails so. */
  failAt(index: number, failure: Failure): void;
  /** From now on the worker is dead, for a moment. */
  die(): void;
  /** Calls so far. */
  readonly calls: number;
  /** Faults that really struck. */
  readonly struck: number;
};

/** Takes over the calls of `area`. */
export function makeFaulty(area: FakeArea): FaultyArea {
  let calls = 0;
  let struck = 0;
  let planned: { readonly index: number; readonly failure: Failure } | null = null;
  let deadUntil = 0;
  const wrap =
    <T extends unknown[], R>(call: (...given: T) => Promise<R>) =>
    async (...given: T): Promise<R> => {
      const index = calls;
      calls += 1;
      const failure = planned?.index === index ? planned.failure : null;
      if (failure !== null) struck += 1;
      if (failure === 'worker died') deadUntil = Date.now() + DEAD_FOR_MS;
      if (failure === 'refused' || Date.now() < deadUntil) throw new Error(`storage call ${index} failed`);
      const result = await call(...given);
      if (failure === 'done, unheard') throw new Error(`storage call ${index} was not heard of`);
      return result;
    };
  area.get = wrap(area.get.bind(area));
  area.set = wrap(area.set.bind(area));
  area.remove = wrap(area.remove.bind(area));
  return {
    failAt(index, failure) {
      planned = { index, failure };
    },
    die() {
      struck += 1;
      deadUntil = Date.now() + DEAD_FOR_MS;
    },
    get calls() {
      return calls;
    },
    get struck() {
      return struck;
    },
  };
}
