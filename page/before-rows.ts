// Looks for what a site shows above the rows of a chat, without looking through the rows: they are many, and it is asked at each look.

/** The elements of `root` in the order of the page, up to its first row: all of them where it has none. */
function* elementsBefore(root: Element | ShadowRoot, row: string): Generator<Element> {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node as Element;
    if (Element.prototype.matches.call(element, row)) return;
    yield element;
  }
}

/** The elements above the first row that `selector` fits, in the order of the page. */
export function allBefore(root: Element | ShadowRoot, row: string, selector: string): Element[] {
  return [...elementsBefore(root, row)].filter((element) =>
    Element.prototype.matches.call(element, selector),
  );
}

/** The first of them, or null. */
export function firstBefore(root: Element | ShadowRoot, row: string, selector: string): Element | null {
  for (const element of elementsBefore(root, row))
    if (Element.prototype.matches.call(element, selector)) return element;
  return null;
}
