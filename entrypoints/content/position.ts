// Puts the rendered cards where place-card.ts and place-request.ts say: reads rectangles, sets properties.
import { setAll } from './card-styles';
import {
  CARD_MAX_WIDTH,
  GAP,
  intersect,
  type Placement,
  placeCard,
  type Rect,
  type Size,
} from './place-card';
import { placeRequest } from './place-request';

export type Surroundings = {
  readonly pane: Element | null;
  readonly composer: Element | null;
  readonly newestRow: Element | null;
};

type Direction = 'ltr' | 'rtl';

/** Moves the conversation's card, or the lamp it was folded to. */
export function positionDock(root: ShadowRoot, around: Surroundings, direction: Direction): void {
  const dock = root.querySelector<HTMLElement>('.dock');
  if (dock === null) return;
  const viewport = viewportOf(root);
  const pane = rectOf(around.pane);
  const shared = {
    viewport,
    pane,
    composer: rectOf(around.composer),
    newest: within(rectOf(around.newestRow), pane),
    rtl: direction === 'rtl',
  };
  const lamp = dock.querySelector<HTMLElement>('.folded');
  if (lamp !== null) {
    moveTo(dock, corner(placeCard({ ...shared, need: lamp.offsetHeight }), lamp, direction));
    return;
  }
  moveTo(dock, placeCard({ ...shared, need: 1 })); // its width decides how tall the card would like to be
  moveTo(dock, placeCard({ ...shared, need: naturalHeight(dock) }));
}

/** Moves each request's line; lines of requests that are scrolled away are hidden, those without room are stacked. */
export function positionRequests(
  root: ShadowRoot,
  requests: readonly { readonly id: string; readonly element: Element }[],
  direction: Direction,
): void {
  const viewport = viewportOf(root);
  const rects = new Map(requests.map(({ id, element }) => [id, rectOf(element)]));
  const placed: Rect[] = [...root.querySelectorAll('.dock')].map((dock) => dock.getBoundingClientRect());
  let stacked = 0;
  for (const { id, element } of requests) {
    const line = root.querySelector<HTMLElement>(`[data-request="${CSS.escape(id)}"]`);
    const request = within(rects.get(id) ?? null, { left: 0, top: 0, ...viewport });
    if (line === null) continue;
    setAll(line, { position: 'fixed', display: request === null ? 'none' : 'block' });
    if (request === null) continue;
    const others = [...rects]
      .filter(([other, rect]) => other !== id && rect !== null)
      .map(([, rect]) => rect as Rect);
    const keepFree = [...others, ...buttonRects(element), ...placed];
    const size = { width: line.offsetWidth, height: line.offsetHeight };
    const closed = {
      width: size.width,
      height: line.querySelector<HTMLElement>('.notice-line')?.offsetHeight ?? size.height,
    };
    const ask = { viewport, request, keepFree, rtl: direction === 'rtl' };
    const place = placeRequest({ ...ask, size }) ?? placeRequest({ ...ask, size: closed });
    const at = place ?? stackedPlace(viewport, size, stacked++, direction);
    setAll(line, { left: px(at.left), top: px(at.top) });
    placed.push({ ...at, ...size });
  }
}

function corner(placement: Placement, lamp: HTMLElement, direction: Direction): Placement {
  const width = lamp.offsetWidth;
  const left = direction === 'rtl' ? placement.left : placement.left + placement.width - width;
  return { ...placement, left, width };
}

function moveTo(dock: HTMLElement, { left, top, width, maxHeight }: Placement): void {
  setAll(dock, {
    position: 'fixed',
    left: px(left),
    top: px(top),
    width: px(width),
    'max-height': px(maxHeight),
  });
}

/** How tall the card would be without a limit. */
function naturalHeight(dock: HTMLElement): number {
  const card = dock.querySelector<HTMLElement>('.card');
  return card === null ? 0 : card.scrollHeight + card.offsetHeight - card.clientHeight;
}

/** Lines that fit nowhere by their request stand at the window's foot, one above the other. */
function stackedPlace(
  viewport: Size,
  size: Size,
  index: number,
  direction: Direction,
): { left: number; top: number } {
  const left = direction === 'rtl' ? GAP : viewport.width - Math.min(size.width, CARD_MAX_WIDTH) - GAP;
  return { left: Math.max(left, 0), top: Math.max(viewport.height - (size.height + GAP) * (index + 1), GAP) };
}

function buttonRects(request: Element): Rect[] {
  const buttons = request.querySelectorAll('button, [role="button"], input, select');
  return [...buttons].map((button) => button.getBoundingClientRect());
}

function viewportOf(root: ShadowRoot): Size {
  const { clientWidth, clientHeight } = root.ownerDocument.documentElement;
  const view = root.ownerDocument.defaultView;
  return { width: clientWidth || (view?.innerWidth ?? 0), height: view?.innerHeight ?? clientHeight };
}

/** Null for what is not on screen. */
function rectOf(element: Element | null): Rect | null {
  if (element === null || !element.isConnected) return null;
  const { left, top, width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 ? { left, top, width, height } : null;
}

function within(rect: Rect | null, outer: Rect | null): Rect | null {
  return rect === null || outer === null ? rect : intersect(rect, outer);
}

function px(value: number): string {
  return `${Math.round(value)}px`;
}
