// Looks up rows: which row a changed node belongs to, and in which order rows stand on the page.
import type { Noted } from './queue';

/** Up to here sorting is cheaper than asking the page for all of its rows in order. */
const SORT_LIMIT = 32;

/** All rows of a list, in the order of the page. */
export function allRows(list: Element, row: string): Element[] {
  return [...list.querySelectorAll(row)];
}

/** Whether `b` stands after `a` on the page. Elements that left the page stand nowhere. */
export function isAfter(a: Element, b: Element): boolean {
  const position = a.compareDocumentPosition(b);
  return (
    (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
    (position & Node.DOCUMENT_POSITION_DISCONNECTED) === 0
  );
}

/** The rows that the noted nodes touch, in the order of the page, each once. */
export function rowsOf(nodes: readonly Noted[], list: Element, row: string): Element[] {
  const rows = new Set<Element>();
  for (const { node, deep } of nodes) {
    if (!list.contains(node)) continue;
    const own = node.closest(row);
    if (own && own !== list && list.contains(own)) rows.add(own);
    else if (deep) for (const inner of node.querySelectorAll(row)) rows.add(inner);
  }
  if (rows.size > SORT_LIMIT) return allRows(list, row).filter((element) => rows.has(element));
  return [...rows].sort((a, b) => (isAfter(a, b) ? -1 : 1));
}

/** The lowest row of the list that was read and is not about to be read again, or null. */
export function lowestRead(
  list: Element,
  row: string,
  read: WeakSet<Element>,
  batch: ReadonlySet<Element>,
): Element | null {
  const rows = allRows(list, row);
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const element = rows[index];
    if (element && read.has(element) && !batch.has(element)) return element;
  }
  return null;
}
