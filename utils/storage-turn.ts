// How operations on storage take turns, so that no write is based on a value that another one just replaced.
import { dayOf } from './memory';
import { type Item, readItem, type StorageArea } from './storage-items';

/** What the parts of the store share: the area, the clock, and the queue. */
export type Turns = {
  readonly area: StorageArea;
  now(): number;
  /** Days since 1970. */
  today(): number;
  read<T>(item: Item<T>): Promise<T>;
  /** Runs one operation after the other; a failed one does not hold up the next. */
  inTurn<T>(operation: () => Promise<T>): Promise<T>;
};

export function createTurns(area: StorageArea, now: () => number): Turns {
  let last: Promise<unknown> = Promise.resolve();
  const today = () => dayOf(now());
  return {
    area,
    now,
    today,
    read: (item) => readItem(area, item, today()),
    inTurn<T>(operation: () => Promise<T>): Promise<T> {
      const result = last.then(operation, operation);
      last = result;
      return result;
    },
  };
}
