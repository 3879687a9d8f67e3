// Where the lamp line of a request may stand: beside it, below it or on its picture, never over its buttons. Pure.
import { GAP } from './card-sizes';
import { intersect, overlaps, type Rect, type Size } from './rect';

export type PlaceRequestInput = {
  readonly viewport: Size;
  /** The visible part of the request's own element. */
  readonly request: Rect;
  /** What must stay free: its buttons, the other requests, and lines already placed. */
  readonly keepFree: readonly Rect[];
  readonly size: Size;
  readonly rtl: boolean;
};

type Corner = { readonly left: number; readonly top: number };

/** From this height on a request is a tile with a picture at its top, and no row of a list. */
const TILE_HEIGHT = 160;

/** Left and top of the line, or null where it fits nowhere by its request. */
export function placeRequest(input: PlaceRequestInput): Corner | null {
  const { viewport, request, keepFree, size } = input;
  const inner = { left: GAP, top: GAP, width: viewport.width - 2 * GAP, height: viewport.height - 2 * GAP };
  if (intersect(request, inner) === null) return null;
  const isFree = (corner: Corner) => {
    const place = { ...corner, ...size };
    return contains(inner, place) && !keepFree.some((rect) => overlaps(rect, place));
  };
  return listCorners(input).find(isFree) ?? null;
}

/** From best to last: a tile carries its line on the picture, a row beside it. */
function listCorners({ request, size, rtl }: PlaceRequestInput): readonly Corner[] {
  const { left, top, width, height } = request;
  const before = left - GAP - size.width;
  const after = left + width + GAP;
  const start = rtl ? left + width - size.width : left;
  const inset = rtl ? start - GAP : start + GAP;
  const level = Math.max(top, GAP);
  const beside = { left: rtl ? before : after, top: level };
  const onTop = { left: inset, top: top + GAP };
  return [
    ...(height < TILE_HEIGHT ? [beside, onTop] : [onTop, beside]),
    { left: start, top: top + height + GAP },
    { left: rtl ? after : before, top: level },
    { left: inset, top: top + height - size.height - GAP },
  ];
}

function contains(outer: Rect, inner: Rect): boolean {
  return (
    inner.left >= outer.left &&
    inner.top >= outer.top &&
    inner.left + inner.width <= outer.left + outer.width &&
    inner.top + inner.height <= outer.top + outer.height
  );
}
