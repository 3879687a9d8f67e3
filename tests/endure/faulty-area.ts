// For the endurance tests: makes the storage of a test's browser fail at one call, before or after it took effect.
import type { FlowBackground } from '../../entrypoints/content/flow-background';

/** How a call fails: nothing was done; it was done, but the answer is lost; or the worker dies there and then. */
export type Failure = 'refused' | 'done, unheard' | 'worker died';
export const FAILURES: readonly Failure[] = ['refused', 'done, unheard', 'worker died'];

export type FaultyArea = {
  /** The call counted as `index` fails so, once. */
  failAt(index: number, failure: Failure): void;
  /** From now on calls of this kind fail, each time, until `heal`. */
  breakDown(call: 'get' | 'set' | 'remove' | 'all', why: string): void;
  heal(): void;
  /** Calls so far. */
  readonly calls: number;
  /** Calls that failed. */
  readonly struck: number;
};

/** Takes over the calls of the background's storage. */
export function makeFaulty({ area, kill }: FlowBackground): FaultyArea {
  let calls = 0;
  let struck = 0;
  let planned: { readonly index: number; readonly failure: Failure } | null = null;
  let broken: { readonly call: string; readonly why: string } | null = null;
  const wrap =
    <T extends unknown[], R>(name: string, call: (...given: T) => Promise<R>) =>
    async (...given: T): Promise<R> => {
      const index = calls;
      calls += 1;
      const failure = planned?.index === index ? planned.failure : null;
      const isBroken = broken !== null && (broken.call === 'all' || broken.call === name);
      if (failure !== null || isBroken) struck += 1;
      if (failure === 'worker died') {
        kill();
        return new Promise<never>(() => {});
      }
      if (isBroken || failure === 'refused') throw new Error(broken?.why ?? `storage call ${index} failed`);
      const result = await call(...given);
      if (failure === 'done, unheard') throw new Error(`storage call ${index} was not heard of`);
      return result;
    };
  area.get = wrap('get', area.get.bind(area));
  area.set = wrap('set', area.set.bind(area));
  area.remove = wrap('remove', area.remove.bind(area));
  return {
    failAt(index, failure) {
      planned = { index, failure };
    },
    breakDown(call, why) {
      broken = { call, why };
    },
    heal() {
      broken = null;
    },
    get calls() {
      return calls;
    },
    get struck() {
      return struck;
    },
  };
}
