// Puts the pause beside the composer: where it covers nothing, else right above it, and lower than it would like where a
// window leaves it little room: then it scrolls.

import { GAP, MIN_HEIGHT } from './card-sizes';
import { isRightToLeft, moveTo, rectOf, viewportOf, within } from './measure';
import { placeRequest } from './place-request';
import { rectsBeside, type Surroundings } from './position-card';
import type { Rect } from './rect';

/** In px: two short lines and three buttons. */
const WIDEST = 360;
/** It is no wider than a chat that docks in a corner, down to so many px: beside that, other chats or its card stand. */
const NARROWEST = 280;

/** The place it took, or null where none is shown. */
export function positionPause(root: ShadowRoot, around: Surroundings): Rect | null {
  const pause = root.querySelector<HTMLElement>('.pause');
  if (pause === null) return null;
  const viewport = viewportOf(root.ownerDocument);
  const window: Rect = { left: 0, top: 0, ...viewport };
  const foot: Rect = { left: GAP, top: viewport.height - GAP, width: viewport.width - 2 * GAP, height: 1 };
  const composer = within(rectOf(around.composer), window) ?? within(rectOf(around.pane), window) ?? foot;
  const paneWidth = Math.max(NARROWEST, rectOf(around.pane)?.width ?? WIDEST);
  moveTo(pause, {
    'max-width': Math.min(WIDEST, paneWidth, viewport.width - 2 * GAP),
    'max-height': roomAbove(composer),
  });
  const size = { width: pause.offsetWidth, height: pause.offsetHeight };
  const rtl = isRightToLeft(around.pane ?? root.ownerDocument.documentElement);
  const newest = rectOf(around.newestRow);
  const keepFree = [composer, ...rectsBeside(around), ...(newest === null ? [] : [newest])];
  const free =
    around.composer === null ? null : placeRequest({ viewport, request: composer, keepFree, size, rtl });
  const start = rtl ? composer.left + composer.width - size.width : composer.left;
  const left = Math.max(GAP, Math.min(start, viewport.width - GAP - size.width));
  const at = free ?? { left, top: Math.max(GAP, composer.top - GAP - size.height) };
  moveTo(pause, at);
  return { ...at, ...size };
}

/** The height that is free above what a person writes in; never too little for a sentence and its button. */
export function roomAbove({ top }: Rect): number {
  return Math.max(top - 2 * GAP, MIN_HEIGHT - GAP);
}
