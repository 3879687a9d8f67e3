// Finds what a site keeps in open shadow roots: a selector does not reach into them, and an observer does not hear them.

/** Open shadow roots below `root`, outermost first, through the elements that `hosts` selects and no others. */
export function openRoots(root: ParentNode, hosts: string): ShadowRoot[] {
  return [...root.querySelectorAll(hosts)].flatMap(({ shadowRoot }) =>
    shadowRoot ? [shadowRoot, ...openRoots(shadowRoot, hosts)] : [],
  );
}

/** The first element that `selector` gives in one of `roots`, or null. */
export function findIn(roots: readonly ParentNode[], selector: string): Element | null {
  for (const root of roots) {
    const found = root.querySelector(selector);
    if (found) return found;
  }
  return null;
}
