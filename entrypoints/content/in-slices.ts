// Works through what arrives in slices, so that the page stays smooth while many rows are read for the first time.
import { createResting, type Resting } from './rest';

/** A slice lasts about so many milliseconds, or one item where that takes longer. */
const SLICE_MS = 8;
/** While more and more arrives, `after` is called about so often all the same, in milliseconds. */
const AFTER_MS = 250;

export type Slices<T> = {
  /** Begins at once; what one slice is too short for follows in tasks of its own, in order. */
  add(items: readonly T[]): void;
  /** Does now all that still waits: the page may go away. */
  finish(): void;
  /** Drops what still waits. */
  close(): void;
};

/** `each` is called for every item, `after` once all that arrived is done; `clock` tells milliseconds. */
export function inSlices<T>(
  { each, after, onError }: { each(item: T): void; after(): void; onError(error: unknown): void },
  clock = () => performance.now(),
): Slices<T> {
  let items: T[] = [];
  let next = 0;
  let resting: Resting | null = null;
  let isResting = false;

  function work(until: number): void {
    while (next < items.length && clock() < until) {
      next += 1;
      each(items[next - 1] as T);
    }
  }

  function done(): void {
    items = [];
    next = 0;
    after();
  }

  /** The first slice is part of the task that brought the items: a single message is never late. */
  async function run(): Promise<void> {
    let told = clock();
    work(told + SLICE_MS);
    while (next < items.length) {
      if (clock() - told >= AFTER_MS) {
        told = clock();
        after();
      }
      resting ??= createResting();
      isResting = true;
      await resting.rest();
      isResting = false; // so that an error ends this run, not all to come
      work(clock() + SLICE_MS);
    }
    if (items.length > 0) done();
  }

  return {
    add(arrived) {
      for (const item of arrived) items.push(item);
      if (!isResting) run().catch(onError);
    },
    finish() {
      try {
        work(Number.POSITIVE_INFINITY);
        if (items.length > 0) done();
      } catch (error) {
        onError(error); // whoever closes has more to do
      }
    },
    close() {
      items = [];
      next = 0;
      resting?.close();
    },
  };
}
