// Things that stand once above a run of rows: the name of who wrote them, the day on which they were written.
import { parseDayLine } from './calendar';
import { parseClock, timeOn } from './clock';
import { readText } from './read-text';

/** So many elements above are looked at: a busy day holds hundreds of rows, and not every list takes out what is scrolled away. */
const MAX_STEPS = 300;

/**
 * What `tell` says of `element` or of the nearest sibling above it that says something: undefined where it says nothing,
 * null where the run is over. Null too where nothing is near.
 */
export function fromAbove<T>(element: Element, tell: (sibling: Element) => T | null | undefined): T | null {
  let sibling: Element | null = element;
  for (let step = 0; sibling && step < MAX_STEPS; step += 1) {
    const told = tell(sibling);
    if (told !== undefined) return told;
    sibling = sibling.previousElementSibling;
  }
  return null;
}

/** Rows are read in page order: the one above was asked a moment ago. Longer, in milliseconds, and it may hold another. */
const FRESH_MS = 100;

/** `fromAbove` for rows that are read one after another: what the one asked before it was told need not be looked for anew. */
export function rememberAbove<T>(): typeof fromAbove<T> {
  let last: { readonly element: Element; readonly told: T | null; readonly at: number } | null = null;
  return (element, tell) => {
    const now = performance.now();
    const known = last && now - last.at < FRESH_MS ? last : null;
    const told = fromAbove<T>(element, (each) => (each === known?.element ? known.told : tell(each)));
    last = { element, told, at: now };
    return told;
  };
}

const dayFromAbove = rememberAbove<number>();

/**
 * The start of the day that the nearest line above `item` names, in milliseconds since 1970, or null; `line` fits those of a day
 * alone. One that is not understood hides those above it: they would make its rows too old.
 */
export function dayAbove(item: Element, line: string): number | null {
  const language = item.ownerDocument.documentElement.lang;
  return dayFromAbove(item, (each) =>
    each.matches(line) ? parseDayLine(readText(each), language, Date.now()) : undefined,
  );
}

/** When a row was sent whose hour stands in it and whose day above it, or null where either is not understood. */
export function timeUnderDay(item: Element, line: string, clock: string): number | null {
  const hour = parseClock(clock, item.ownerDocument.documentElement.lang);
  const day = hour ? dayAbove(item, line) : null;
  return hour && day !== null ? timeOn(day, hour.minutes, Date.now()) : null;
}
