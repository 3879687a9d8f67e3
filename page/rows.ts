// Looks up rows: which row a changed node belongs to, and in which order rows stand on the page.
import type { OpenConversation } from './adapter';
import type { Noted } from './queue';

/** Up to here sorting rows that came in no order is cheaper than asking the page for all of its rows. */
const SORT_LIMIT = 32;

/** What a conversation's rows stand in. */
type List = OpenConversation['list'];

/** The text in a row, also where the row is a component with an open shadow root. */
export function textIn(row: Element): string {
  return (row.shadowRoot ?? row).textContent ?? '';
}

/** The element whose shadow root `node` is, or null. */
export function hostOf(node: Node | null): Element | null {
  return node?.nodeType === 11 ? ((node as ShadowRoot).host ?? null) : null;
}

/** An element and all that it stands in, out of shadow roots as well. */
export function ancestorsOf(element: Element | null): ReadonlySet<Element> {
  const found = new Set<Element>();
  for (let node: Node | null = element; node; node = node.parentNode ?? hostOf(node))
    if (node.nodeType === 1) found.add(node as Element);
  return found;
}

/** The node itself, or the element of `list` in whose shadow root it lies; null where it lies elsewhere. */
function liftInto(list: List, node: Element): Element | null {
  let element: Element | null = node;
  while (element && !list.contains(element)) element = hostOf(element.getRootNode());
  return element;
}

/** All rows of a list, in the order of the page. */
export function allRows(list: List, row: string): Element[] {
  return [...list.querySelectorAll(row)];
}

/** The topmost elements below `root` that `selector` fits, at most `count`; what stands below them is never touched. */
export function firstOf(root: Element, selector: string, count: number): Element[] {
  const found: Element[] = [];
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node && found.length < count; node = walker.nextNode())
    if ((node as Element).matches(selector)) found.push(node as Element);
  return found;
}

/** The lowest rows of a list, at most `count`, lowest first; what stands above them is never touched. */
export function lastRows(list: List, row: string, count: number): Element[] {
  const rows: Element[] = [];
  addLast(list.ownerDocument.createTreeWalker(list, NodeFilter.SHOW_ELEMENT), row, count, rows);
  return rows;
}

/** Of what the walker stands on. A form may have fields with the names of functions, so none of an element's own is asked. */
function addLast(walker: TreeWalker, row: string, count: number, rows: Element[]): void {
  const { matches, querySelector } = Element.prototype;
  for (let node = walker.lastChild(); node && rows.length < count; node = walker.previousSibling()) {
    const child = node as Element;
    const isRow = matches.call(child, row);
    if (!isRow || querySelector.call(child, row)) {
      addLast(walker, row, count, rows); // a row is hardly ever in a row
      walker.currentNode = child;
    }
    if (isRow && rows.length < count) rows.push(child);
  }
}

/** Whether `b` stands after `a` on the page. Elements that left the page stand nowhere. */
export function isAfter(a: Element, b: Element): boolean {
  const position = a.compareDocumentPosition(b);
  return (
    (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
    (position & Node.DOCUMENT_POSITION_DISCONNECTED) === 0
  );
}

/**
 * How many of `rows`, which stand in page order, stand above `mark`. A few places are compared and not one a row: the
 * browser walks over siblings for each.
 */
export function countAbove(rows: readonly Element[], mark: Element | null): number {
  const isAbove = (index: number) => mark !== null && isAfter(rows[index] as Element, mark);
  if (mark === null || rows.length === 0 || isAfter(mark, rows[0] as Element)) return 0; // rows that arrive
  if (isAbove(rows.length - 1)) return rows.length; // rows that are scrolled in
  let from = 0;
  let to = rows.length - 1;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isAbove(middle)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The rows that the noted nodes touch, in the order of the page, each once. What is put into a row may hold rows of its own. */
export function rowsOf(nodes: readonly Noted[], list: List, row: string): Element[] {
  const rows = new Set<Element>();
  for (const { node: noted, deep } of nodes) {
    const node = liftInto(list, noted);
    if (!node) continue;
    const own = node.closest(row);
    if (own && own !== list && list.contains(own)) rows.add(own);
    if (deep) for (const inner of node.querySelectorAll(row)) rows.add(inner);
  }
  const touched = [...rows];
  if (standInOrder(touched) || standInOrder(touched.reverse())) return touched;
  if (rows.size > SORT_LIMIT) return allRows(list, row).filter((element) => rows.has(element));
  return touched.sort((a, b) => (isAfter(a, b) ? -1 : 1));
}

/** Sites put rows in from top to bottom or from the bottom up: between neighbours the browser finds its way at once. */
function standInOrder(rows: readonly Element[]): boolean {
  return rows.every((row, index) => index === 0 || isAfter(rows[index - 1] as Element, row));
}

/** The lowest row of the list that was read and is not about to be read again, or null. */
export function lowestRead(
  list: List,
  row: string,
  read: WeakSet<Element>,
  batch: ReadonlySet<Element>,
): Element | null {
  return allRows(list, row).findLast((element) => read.has(element) && !batch.has(element)) ?? null;
}

/** The highest such row, or null; what stands below it is never touched. */
export function highestRead(...[list, row, read, batch]: Parameters<typeof lowestRead>): Element | null {
  const walker = list.ownerDocument.createTreeWalker(list, NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node as Element;
    if (read.has(element) && !batch.has(element) && Element.prototype.matches.call(element, row))
      return element;
  }
  return null;
}
