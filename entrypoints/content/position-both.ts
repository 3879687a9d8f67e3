// Puts the pause and the card where each belongs, and where a window has no room for both (one of 1280 px at 400 %) into one
// column that scrolls: the pause first, the card under it.

import { GAP } from './card-sizes';
import { setAll } from './card-styles';
import { moveTo, rectOf } from './measure';
import { positionCard, type Surroundings } from './position-card';
import { positionPause, roomAbove } from './position-pause';
import { overlaps, type Rect } from './rect';

/** Set on the surface while both share a column (card.css). */
const SHARED = 'is-shared';
/** Over what each was given for a place of its own; none of it is in px, so that the next place is written anew. */
const IN_COLUMN = { position: 'static', width: 'auto', 'max-width': 'none', 'max-height': 'none' };

/** `surface` is what holds both. Of chats side by side, the pause may stand in another than the card. */
export function positionBoth(
  root: ShadowRoot,
  surface: HTMLElement,
  around: Surroundings,
  pausedIn: Surroundings,
): void {
  const scrolled = part(surface); // each is measured by itself
  const pause = positionPause(root, pausedIn);
  const isSame = pausedIn.pane === around.pane;
  const card = positionCard(root, around, isSame ? pause : null);
  if (!isSame || pause === null || card === null || !overlaps(pause, card)) return;
  share(surface, rectOf(around.composer) ?? bottomOf(pause), card);
  surface.scrollTop = scrolled;
}

/** Answers how far the column was scrolled; where there is none, as nearly always, nothing is touched. */
function part(surface: HTMLElement): number {
  if (!surface.classList.contains(SHARED)) return 0;
  const { scrollTop } = surface;
  surface.classList.remove(SHARED);
  for (const name of ['position', 'left', 'top', 'width', 'max-height']) surface.style.removeProperty(name);
  return scrollTop;
}

/** Above the composer, as wide as the card. */
function share(surface: HTMLElement, composer: Rect, { left, width }: Rect): void {
  surface.classList.add(SHARED);
  for (const box of surface.querySelectorAll<HTMLElement>('.dock, .pause')) setAll(box, IN_COLUMN);
  moveTo(surface, { left, width, 'max-height': roomAbove(composer) });
  moveTo(surface, { top: Math.max(GAP, composer.top - GAP - surface.offsetHeight) });
}

function bottomOf({ left, top, width, height }: Rect): Rect {
  return { left, top: top + height + GAP, width, height: 0 };
}
