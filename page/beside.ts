// Looks for what a site shows beside a list of rows, without looking through the rows: they are many, and asked at each look.

/** An element beside a list; `whole` where the list is not inside it, so that all below it is beside the list too. */
type Part = { readonly element: Element; readonly whole: boolean };

/** What lies in `root` and not in `list`, in page order. */
function* partsBeside(root: ParentNode, list: Node): Generator<Part> {
  for (const element of root.children) {
    if (element === list) continue;
    const whole = !element.contains(list);
    yield { element, whole };
    if (!whole) yield* partsBeside(element, list);
  }
}

/** The first element in `root`, in page order, that `selector` fits and that does not lie in `list`. */
export function findBeside(root: ParentNode, list: Node, selector: string): Element | null {
  for (const { element, whole } of partsBeside(root, list)) {
    if (element.matches(selector)) return element;
    const found = whole ? element.querySelector(selector) : null;
    if (found) return found;
  }
  return null;
}

/** All elements in `root` that `selector` fits and that do not lie in `list`, in page order. */
export function allBeside(root: ParentNode, list: Node | null, selector: string): Element[] {
  if (list === null) return [...root.querySelectorAll(selector)];
  return [...partsBeside(root, list)].flatMap(({ element, whole }) => [
    ...(element.matches(selector) ? [element] : []),
    ...(whole ? element.querySelectorAll(selector) : []),
  ]);
}
