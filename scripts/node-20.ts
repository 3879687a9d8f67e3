// Node 20 lacks Map.groupBy, which vitest 5 calls to print a failing test. Delete when Node 20 is no longer supported.
type GroupBy = <K, T>(items: Iterable<T>, keyOf: (item: T) => K) => Map<K, T[]>;

const groupBy: GroupBy = (items, keyOf) => {
  const groups = new Map();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
};

const map = Map as unknown as { groupBy?: GroupBy };
map.groupBy ??= groupBy;
