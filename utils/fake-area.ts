// A storage area for tests: a plain record, copied in and out as the browser does, that can be told to fail.
import type { StorageArea } from './storage-items';

export type FakeArea = StorageArea & {
  /** What is stored. */
  readonly items: Record<string, unknown>;
  /** Every call so far, in order. */
  readonly calls: string[];
  /** Called before each call takes effect; a throw or a promise that never settles plays a dying worker. */
  before: (call: string, index: number) => Promise<void> | void;
};

/** Makes an area that holds `items`. Areas made over the same record share it, as a restarted worker would. */
export function createFakeArea(items: Record<string, unknown> = {}): FakeArea {
  const calls: string[] = [];
  const step = async (call: string) => {
    calls.push(call);
    await area.before(call, calls.length - 1);
  };
  const area: FakeArea = {
    items,
    calls,
    before: () => {},
    async get(keys) {
      await step('get');
      const names = keys ?? Object.keys(items);
      const found = names.filter((name) => name in items).map((name) => [name, items[name]]);
      return structuredClone(Object.fromEntries(found));
    },
    async set(change) {
      await step('set');
      Object.assign(items, structuredClone(change));
    },
    async remove(keys) {
      await step('remove');
      for (const key of keys) delete items[key];
    },
  };
  return area;
}
