// What vitest 5 takes for granted and Node 20 lacks: without it, a failing test is printed as "Map.groupBy is not a function".
// Goes away with Node 20; loaded with `node --import`.

/** As in ECMAScript 2024. */
Map.groupBy ??= function groupBy(items, keyOf) {
  const groups = new Map();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index);
    groups.set(key, [...(groups.get(key) ?? []), item]);
    index += 1;
  }
  return groups;
};
