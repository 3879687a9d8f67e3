// Looks inside a row. Where a selector names a class or an id before its last part (".bubble > .message"), Chromium looks at all
// that stands beside the row as well: of 5,000 rows each took 13 µs so. As one of a list of two it takes 0.2 µs.

/** Fits nothing. */
const NEVER = ':not(*)';

/** The first element in a row that `selector` fits, or null. */
export function firstInside(row: Element, selector: string): Element | null {
  return row.querySelector(`${selector}, ${NEVER}`);
}

/** All of them, in the order of the page. */
export function allInside(row: Element, selector: string): Element[] {
  return [...row.querySelectorAll(`${selector}, ${NEVER}`)];
}
