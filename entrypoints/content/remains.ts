// What an earlier script of ours left in the page. Firefox ends a script at once when we are updated or switched off, and
// begins a new one in the same page: a card of the old one would stand there for good, with buttons that do nothing.
import { SURFACE } from './host-frame';

/** A script of an extension may look into closed roots in Firefox, by this property, and there alone. */
type Seen = { readonly openOrClosedShadowRoot?: unknown };

/** Takes it away. To be called before anything of this script is shown. */
export function clearRemains(document: Document): void {
  for (const element of [...document.documentElement.children]) {
    const root = (element as Seen).openOrClosedShadowRoot;
    if (root instanceof ShadowRoot && root.querySelector(SURFACE) !== null) element.remove();
  }
}
