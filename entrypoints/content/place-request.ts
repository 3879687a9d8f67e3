// Where the lamp line of a request may stand: beside it, below it or on its picture, never over its buttons. Pure.
import { GAP, intersect, overlaps, type Rect, type Size } from './place-card';

export type PlaceRequestInput = {
  readonly viewport: Size;
  /** The request's own element. */
  readonly request: Rect;
  /** What must stay free: its buttons, the other requests, and lines already placed. */
  readonly keepFree: readonly Rect[];
  readonly size: Size;
  readonly rtl: boolean;
};

/** Left and top of the line, or null where it fits nowhere by its request: it then goes to the dock. */
export function placeRequest({
  viewport,
  request,
  keepFree,
  size,
  rtl,
}: PlaceRequestInput): { left: number; top: number } | null {
  const inner = { left: GAP, top: GAP, width: viewport.width - 2 * GAP, height: viewport.height - 2 * GAP };
  if (intersect(request, inner) === null) return null;
  const before = request.left - GAP - size.width;
  const after = request.left + request.width + GAP;
  const start = rtl ? request.left + request.width - size.width : request.left;
  const inset = rtl ? start - GAP : start + GAP;
  const corners = [
    { left: rtl ? before : after, top: request.top },
    { left: start, top: request.top + request.height + GAP },
    { left: inset, top: request.top + GAP },
    { left: rtl ? after : before, top: request.top },
    { left: inset, top: request.top + request.height - size.height - GAP },
  ];
  const isFree = (corner: { left: number; top: number }) => {
    const place = { ...corner, ...size };
    return contains(inner, place) && !keepFree.some((rect) => overlaps(rect, place));
  };
  return corners.find(isFree) ?? null;
}

function contains(outer: Rect, inner: Rect): boolean {
  return (
    inner.left >= outer.left &&
    inner.top >= outer.top &&
    inner.left + inner.width <= outer.left + outer.width &&
    inner.top + inner.height <= outer.top + outer.height
  );
}
