// The columns of a window in which a card may stand, from best to last. Pure geometry in CSS px of the viewport.
import { CARD_MAX_WIDTH, CARD_MIN_WIDTH, GAP, SITE_BAR, STRIP_WIDTH } from './card-sizes';
import type { Rect, Size } from './rect';

export type Column = {
  /** docked: a card at the edge; strip: over the pane's width, at its top. */
  readonly shape: 'docked' | 'strip';
  readonly left: number;
  readonly width: number;
  /** Its top: no card stands higher. */
  readonly floor: number;
};

type Window = {
  readonly viewport: Size;
  /** A full warning is tall: over the messages it would hide half of a talk, so it rather takes the list of chats. */
  readonly full?: boolean;
  readonly rtl: boolean;
};

/** Candidates from best to last: outside the pane, for a full warning the list of chats, its outer edge, its inner edge, across it. */
export function cardColumns(pane: Rect, { viewport, full, rtl }: Window): readonly Column[] {
  const strip: Column = {
    shape: 'strip',
    left: pane.left + GAP,
    width: pane.width - 2 * GAP,
    floor: pane.top + SITE_BAR,
  };
  if (viewport.width <= STRIP_WIDTH || pane.width < CARD_MIN_WIDTH + 2 * GAP) return [strip];
  const width = Math.min(CARD_MAX_WIDTH, pane.width - 2 * GAP);
  const right = pane.left + pane.width - GAP - width;
  const left = pane.left + GAP;
  const inside = (rtl ? [left, right] : [right, left]).map(
    (at): Column => ({ shape: 'docked', left: at, width, floor: pane.top + SITE_BAR }),
  );
  // The list of chats has a bar of the site's own at its top, as the pane has.
  const overList = full ? besideColumn(pane, viewport, rtl, SITE_BAR) : [];
  return [...besideColumn(pane, viewport, !rtl, GAP), ...overList, ...inside, strip];
}

/** Beside the pane, where there is room. @param below how far below the pane's top it may begin */
function besideColumn(pane: Rect, viewport: Size, onRight: boolean, below: number): readonly Column[] {
  const end = pane.left + pane.width;
  const room = (onRight ? viewport.width - end : pane.left) - 2 * GAP;
  if (room < CARD_MIN_WIDTH) return [];
  const width = Math.min(CARD_MAX_WIDTH, room);
  return [
    { shape: 'docked', left: onRight ? end + GAP : pane.left - GAP - width, width, floor: pane.top + below },
  ];
}
