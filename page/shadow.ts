// Finds what a site keeps in open shadow roots: a selector does not reach into them, and an observer does not hear them.

import { isAfter } from './rows';

/**
 * Open shadow roots below `root`, outermost first, through the elements that `hosts` select and no others. Each selector is
 * asked for by itself: a list of five takes a browser five times as long, and a feed without a chat is looked through each time.
 */
export function openRoots(root: ParentNode, hosts: readonly string[]): ShadowRoot[] {
  const found = hosts.flatMap((host) => [...root.querySelectorAll(host)]);
  return found
    .sort((a, b) => (isAfter(a, b) ? -1 : 1))
    .flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot, ...openRoots(shadowRoot, hosts)] : []));
}

/** True where something stands below `root` that one of `selectors` fits; asked one by one, as above. */
export function holdsAny(root: ParentNode, selectors: readonly string[]): boolean {
  return selectors.some((selector) => root.querySelector(selector) !== null);
}

/** The first element that `selector` gives in one of `roots`, or null. */
export function findIn(roots: readonly ParentNode[], selector: string): Element | null {
  for (const root of roots) {
    const found = root.querySelector(selector);
    if (found) return found;
  }
  return null;
}
