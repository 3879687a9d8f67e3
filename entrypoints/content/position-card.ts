// Puts the conversation's card, or the lamp it was folded to, where place-card.ts says.
import { isPartBeside } from './beside-pane';
import { isRightToLeft, isSet, moveTo, rectOf, viewportOf, within } from './measure';
import { type Placement, placeCard } from './place-card';
import { overlaps, type Rect } from './rect';
import { shownOf } from './shown-of';

/** What the card must not cover: parts of `OpenConversation`, and the newest row. */
export type Surroundings = {
  readonly pane: Element | null;
  readonly composer: Element | null;
  readonly newestRow: Element | null;
  /** The panes of the chats that stand side by side with it. */
  readonly others: readonly Element[];
};

/** Lower than this, a foot that stays in view would hide the heading. */
const TIGHT = 300;
/** Lower than this, its button alone would. */
const TINY = 180;

/**
 * Answers the place that was taken, or null where there is no card. `pause` is that of the pause before a picture: it is kept
 * as free as the composer.
 */
export function positionCard(root: ShadowRoot, around: Surroundings, pause: Rect | null = null): Rect | null {
  const dock = root.querySelector<HTMLElement>('.dock');
  if (dock === null) return null;
  const { ownerDocument: document } = root;
  const pane = rectOf(around.pane);
  const viewport = viewportOf(document);
  const rtl = isRightToLeft(around.pane ?? document.documentElement);
  const { host } = root;
  const shared = {
    viewport,
    pane,
    composer: rectOf(around.composer),
    pause,
    others: rectsBeside(around),
    newest: newestIn(around.newestRow, [pane, { left: 0, top: 0, ...viewport }]),
    full: dock.querySelector('.card-danger, .card-crisis') !== null,
    partBeside:
      around.pane !== null && pane !== null && isPartBeside(around.pane, pane, { viewport, rtl, host }),
    rtl,
  };
  const lamp = dock.querySelector<HTMLElement>('.folded');
  if (lamp === null) {
    const first = placeCard({ ...shared, need: 1 });
    if (!isSet(dock, 'width', first.width)) move(dock, first, 1); // its width decides how tall the card would like to be
    const need = naturalHeight(dock);
    return move(dock, placeCard({ ...shared, need }), need);
  }
  const { offsetWidth: width, offsetHeight: height } = lamp;
  const place = placeCard({ ...shared, need: height });
  const left = shared.rtl ? place.left : place.left + place.width - width;
  return move(dock, { ...place, left, width }, height);
}

/** Where the other chats stand; one that lies over this chat's own pane is none that could be kept free. */
export function rectsBeside({ pane, others }: Surroundings): readonly Rect[] {
  const own = rectOf(pane);
  const rects = others.map(rectOf).filter((rect) => rect !== null);
  return rects.filter((rect) => own === null || !overlaps(rect, own));
}

/** What a row shows within `places`; of one that is scrolled away nothing is measured but its box. */
function newestIn(row: Element | null, places: readonly (Rect | null)[]): Rect | null {
  const seen = (rect: Rect | null) => places.reduce(within, rect);
  return seen(rectOf(row)) === null ? null : seen(shownOf(row));
}

/** Answers the place of a card that would like to be `need` tall. */
function move(dock: HTMLElement, { left, top, width, maxHeight }: Placement, need: number): Rect {
  moveTo(dock, { left, top, width, 'max-height': maxHeight });
  dock.classList.toggle('is-tight', maxHeight < TIGHT);
  dock.classList.toggle('is-tiny', maxHeight < TINY);
  return { left, top, width, height: Math.min(need, maxHeight) };
}

/** How tall the card would be without a limit. */
function naturalHeight(dock: HTMLElement): number {
  const card = dock.querySelector<HTMLElement>('.card');
  return card === null ? 0 : card.scrollHeight + card.offsetHeight - card.clientHeight;
}
