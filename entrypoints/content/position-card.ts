// Puts the conversation's card, or the lamp it was folded to, where place-card.ts says.
import { isRightToLeft, isSet, moveTo, rectOf, viewportOf, within } from './measure';
import { type Placement, placeCard, type Rect, union } from './place-card';
import { shownOf } from './shown-of';

/** What the card must not cover: parts of `OpenConversation`, and the newest row. */
export type Surroundings = {
  readonly pane: Element | null;
  readonly composer: Element | null;
  readonly newestRow: Element | null;
};

/** Lower than this, a foot that stays in view would hide the heading. */
const TIGHT = 300;
/** Lower than this, its button alone would. */
const TINY = 180;

/** `pause` is the place that the pause before a picture has taken: it counts as a part of the composer. */
export function positionCard(root: ShadowRoot, around: Surroundings, pause: Rect | null = null): void {
  const dock = root.querySelector<HTMLElement>('.dock');
  if (dock === null) return;
  const { ownerDocument: document } = root;
  const pane = rectOf(around.pane);
  const shared = {
    viewport: viewportOf(document),
    pane,
    composer: union(rectOf(around.composer), pause),
    newest: within(shownOf(around.newestRow), pane),
    full: dock.querySelector('.card-danger, .card-crisis') !== null,
    rtl: isRightToLeft(around.pane ?? document.documentElement),
  };
  const lamp = dock.querySelector<HTMLElement>('.folded');
  if (lamp === null) {
    const first = placeCard({ ...shared, need: 1 });
    if (!isSet(dock, 'width', first.width)) move(dock, first); // its width decides how tall the card would like to be
    move(dock, placeCard({ ...shared, need: naturalHeight(dock) }));
  } else {
    const place = placeCard({ ...shared, need: lamp.offsetHeight });
    const left = shared.rtl ? place.left : place.left + place.width - lamp.offsetWidth;
    move(dock, { ...place, left, width: lamp.offsetWidth });
  }
}

function move(dock: HTMLElement, { left, top, width, maxHeight }: Placement): void {
  moveTo(dock, { left, top, width, 'max-height': maxHeight });
  dock.classList.toggle('is-tight', maxHeight < TIGHT);
  dock.classList.toggle('is-tiny', maxHeight < TINY);
}

/** How tall the card would be without a limit. */
function naturalHeight(dock: HTMLElement): number {
  const card = dock.querySelector<HTMLElement>('.card');
  return card === null ? 0 : card.scrollHeight + card.offsetHeight - card.clientHeight;
}
