// Reads the page's rectangles and direction, and writes a place. In CSS px of the viewport.
import { setAll } from './card-styles';
import { intersect, type Rect, type Size } from './place-card';

/** The window without its scroll bar. */
export function viewportOf(document: Document): Size {
  const { clientWidth, clientHeight } = document.documentElement;
  const view = document.defaultView;
  return { width: clientWidth || (view?.innerWidth ?? 0), height: view?.innerHeight ?? clientHeight };
}

/** Null for what has no box. */
export function rectOf(element: Element | null): Rect | null {
  if (element === null || !element.isConnected) return null;
  const { left, top, width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 ? { left, top, width, height } : null;
}

/** The part of a rectangle that shows inside another; null where none does. */
export function within(rect: Rect | null, outer: Rect | null): Rect | null {
  return rect === null || outer === null ? rect : intersect(rect, outer);
}

/** The page's own direction decides which edge is the outer one, whatever language the card speaks. */
export function isRightToLeft(element: Element): boolean {
  return element.ownerDocument.defaultView?.getComputedStyle(element).direction === 'rtl';
}

/** Sets the given measures in whole px on a fixed element. */
export function moveTo(element: HTMLElement, place: Readonly<Record<string, number>>): void {
  const measures = Object.entries(place).map(([name, value]) => [name, `${Math.round(value)}px`]);
  setAll(element, { position: 'fixed', ...Object.fromEntries(measures) });
}
