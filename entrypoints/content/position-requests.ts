// Puts each request's line where place-request.ts says, and lines without room there in a stack at the window's foot.

import { GAP } from './card-sizes';
import { setAll } from './card-styles';
import { isRightToLeft, moveTo, rectOf, viewportOf, within } from './measure';
import { placeRequest } from './place-request';
import type { Rect, Size } from './rect';

/** In px. A line is as wide as its request, within these. */
const WIDEST_LINE = 280;
const NARROWEST_LINE = 180;

/** Lines of requests that are scrolled away are hidden. */
export function positionRequests(
  root: ShadowRoot,
  requests: readonly { readonly id: string; readonly element: Element }[],
): void {
  const viewport = viewportOf(root.ownerDocument);
  const window: Rect = { left: 0, top: 0, ...viewport };
  const rtl = isRightToLeft(root.ownerDocument.documentElement);
  const lines = new Map(
    [...root.querySelectorAll<HTMLElement>('.request')].map((line) => [line.dataset.request, line]),
  );
  const rects = new Map(requests.map(({ id, element }) => [id, within(rectOf(element), window)]));
  const taken: Rect[] = [...root.querySelectorAll('.dock')].map((dock) => dock.getBoundingClientRect());
  let stacked = 0;
  for (const { id, element } of requests) {
    const line = lines.get(id);
    const request = rects.get(id) ?? null;
    if (line === undefined) continue;
    setAll(line, { display: request === null ? 'none' : 'block' });
    if (request === null) continue;
    const others = [...rects].flatMap(([other, rect]) => (other === id || rect === null ? [] : [rect]));
    const ask = { viewport, request, rtl, keepFree: [...others, ...buttonRects(element), ...taken] };
    moveTo(line, { 'max-width': Math.max(NARROWEST_LINE, Math.min(WIDEST_LINE, request.width - 2 * GAP)) });
    const size = sizeOf(line);
    const place = placeRequest({ ...ask, size }) ?? placeRequest({ ...ask, size: closedSize(line) });
    const at = place ?? stackedPlace(viewport, size, stacked++, rtl);
    moveTo(line, at);
    taken.push({ ...at, ...size });
  }
}

function sizeOf({ offsetWidth, offsetHeight }: HTMLElement): Size {
  return { width: offsetWidth, height: offsetHeight };
}

/** An opened line that fits nowhere keeps its place and hangs over; a tap closes it again. */
function closedSize(line: HTMLElement): Size {
  const closed = line.querySelector<HTMLElement>('.notice-line');
  return { width: line.offsetWidth, height: closed?.offsetHeight ?? line.offsetHeight };
}

function stackedPlace(
  viewport: Size,
  size: Size,
  index: number,
  rtl: boolean,
): { left: number; top: number } {
  const left = rtl ? GAP : Math.max(0, viewport.width - size.width - GAP);
  return { left, top: Math.max(GAP, viewport.height - (size.height + GAP) * (index + 1)) };
}

function buttonRects(request: Element): Rect[] {
  const buttons = request.querySelectorAll('button, [role="button"], input, select');
  return [...buttons].map((button) => button.getBoundingClientRect());
}
