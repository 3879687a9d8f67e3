// Decimal digits of any script.
const DIGIT = /\p{Nd}/u;

/** Value of one, by its code point: Unicode lays each set of ten in a row that starts at a zero, and some sets end to end. */
export function digitValue(point: number): number {
  let first = point;
  while (DIGIT.test(String.fromCodePoint(first - 1))) first -= 1;
  return (point - first) % 10;
}
