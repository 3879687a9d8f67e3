// Looks for what a site shows beside a list of rows, without looking through the rows: they are many, and asked at each look.
import type { OpenConversation } from './adapter';

/** What rows stand in. */
type List = OpenConversation['list'];

/** An element beside a list; `whole` where the list is not inside it, so that all below it is beside the list too. */
type Part = { readonly element: Element; readonly whole: boolean };

/**
 * What lies in `root` and not in `list`, in page order. A form may have fields with the names of functions, so that none of an
 * element's own is asked.
 */
function* partsBeside(root: Node, list: List): Generator<Part> {
  const walker = list.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  for (let node = walker.firstChild(); node; node = walker.nextSibling()) {
    if (node === list) continue;
    const whole = !Node.prototype.contains.call(node, list);
    yield { element: node as Element, whole };
    if (!whole) yield* partsBeside(node, list);
  }
}

const fits = (element: Element, selector: string) => Element.prototype.matches.call(element, selector);

/** The first element in `root`, in page order, that `selector` fits and that does not lie in `list`. */
export function findBeside(root: Node, list: List, selector: string): Element | null {
  for (const { element, whole } of partsBeside(root, list)) {
    if (fits(element, selector)) return element;
    const found = whole ? Element.prototype.querySelector.call(element, selector) : null;
    if (found) return found;
  }
  return null;
}

/** All elements in `root` that `selector` fits and that do not lie in `list`, in page order. */
export function allBeside(root: ParentNode, list: List | null, selector: string): Element[] {
  if (list === null) return [...root.querySelectorAll(selector)];
  return [...partsBeside(root, list)].flatMap(({ element, whole }) => [
    ...(fits(element, selector) ? [element] : []),
    ...(whole ? Element.prototype.querySelectorAll.call(element, selector) : []),
  ]);
}
