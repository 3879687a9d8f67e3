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
  /** True where the page has a part of its own at the pane's outer side, as the details of a contact. */
  readonly partBeside?: boolean;
  readonly rtl: boolean;
};

/** Candidates from best to last: outside the pane where that is empty, for a full warning the list of chats, its outer edge, its inner edge, across it. */
export function cardColumns(pane: Rect, { viewport, full, partBeside, rtl }: Window): readonly Column[] {
  const strip = stripAcross(pane, viewport);
  if (viewport.width <= STRIP_WIDTH) return [strip];
  const outer = besideColumn(pane, viewport, !rtl, GAP);
  // A chat that docks in a corner is no wider than a card, which would hide all of it: rather the page at its other side.
  if (pane.width < CARD_MAX_WIDTH + 2 * GAP) {
    const below = Math.max(GAP, SITE_BAR - pane.top);
    return [...outer, ...besideColumn(pane, viewport, rtl, below), strip];
  }
  const width = CARD_MAX_WIDTH;
  const right = pane.left + pane.width - GAP - width;
  const left = pane.left + GAP;
  const inside = (rtl ? [left, right] : [right, left]).map(
    (at): Column => ({ shape: 'docked', left: at, width, floor: pane.top + SITE_BAR }),
  );
  // The list of chats has a bar of the site's own at its top, as the pane has.
  const overList = full ? besideColumn(pane, viewport, rtl, SITE_BAR) : [];
  return partBeside ? [...overList, ...inside, strip] : [...outer, ...overList, ...inside, strip];
}

/** Over the pane; of one that is narrower than a card, or mostly out of the window, over what is beside it as well. */
function stripAcross(pane: Rect, viewport: Size): Column {
  const width = Math.max(pane.width - 2 * GAP, Math.min(CARD_MIN_WIDTH, viewport.width - 2 * GAP));
  const left = Math.max(GAP, Math.min(pane.left + GAP, viewport.width - GAP - width));
  return { shape: 'strip', left, width, floor: pane.top + SITE_BAR };
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
