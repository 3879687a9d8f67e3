// Reads the page's rectangles and direction, and writes a place. In CSS px of the viewport.
import { setAll } from './card-styles';
import { intersect, type Rect, type Size } from './rect';

/** The window without its scroll bar. */
export function viewportOf(document: Document): Size {
  const { clientWidth, clientHeight } = document.documentElement;
  const view = document.defaultView;
  return { width: clientWidth || (view?.innerWidth ?? 0), height: view?.innerHeight ?? clientHeight };
}

/** Null for what has no box. A form may hide its own functions by the names of its fields. */
export function rectOf(element: Element | null): Rect | null {
  if (element === null || !element.isConnected) return null;
  const { left, top, width, height } = Element.prototype.getBoundingClientRect.call(element);
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

const inPx = (value: number): string => `${Math.round(value)}px`;

/** True where `moveTo` has set a measure to this value. */
export function isSet(element: HTMLElement, name: string, value: number): boolean {
  return element.style.getPropertyValue(name) === inPx(value);
}

/** Sets the given measures in whole px on a fixed element; what is set so already is not written again. */
export function moveTo(element: HTMLElement, place: Readonly<Record<string, number>>): void {
  const due = Object.entries(place).filter(([name, value]) => !isSet(element, name, value));
  if (due.length === 0) return;
  setAll(element, {
    position: 'fixed',
    ...Object.fromEntries(due.map(([name, value]) => [name, inPx(value)])),
  });
}
