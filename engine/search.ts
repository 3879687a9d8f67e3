// Finds a number in a part of a row that stands in order.

/** Where it stands among `from` to `end` - 1; -1 where it does not. */
export function indexAmong(row: Uint16Array, from: number, end: number, number: number): number {
  let low = from;
  let high = end - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = row[middle] as number;
    if (found === number) return middle;
    if (found < number) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
