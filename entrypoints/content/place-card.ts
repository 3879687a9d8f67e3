// Where a card may stand: at the conversation's outer edge, never over the composer or the newest message. Pure geometry
// in CSS px of the viewport; no element is touched here.

export type Rect = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};
export type Size = { readonly width: number; readonly height: number };

export type PlaceInput = {
  readonly viewport: Size;
  /** The conversation's pane; null where none is known: the whole window. */
  readonly pane: Rect | null;
  readonly composer: Rect | null;
  /** The pause before a picture, where it stands: as free as the composer. */
  readonly pause?: Rect | null;
  /** The newest message; null where there is none or it is scrolled away. */
  readonly newest: Rect | null;
  /** How tall the card would like to be. */
  readonly need: number;
  /** A full warning is tall: over the messages it would hide half of a talk, so it rather takes the list of chats. */
  readonly full?: boolean;
  readonly rtl: boolean;
};

export type Placement = {
  /** docked: a card at the edge; strip: over the pane's width, at its top. */
  readonly shape: 'docked' | 'strip';
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly maxHeight: number;
  /** False where there was no room: the card then covers the newest message, or as the last way the composer. */
  readonly clear: boolean;
};

export const CARD_MIN_WIDTH = 320;
export const CARD_MAX_WIDTH = 360;
/** At this width and less a card is a strip. */
export const STRIP_WIDTH = 480;
/** Distance from every edge, and from what must stay visible. */
export const GAP = 8;
/** A pane begins with the site's own bar: the name, and the menu where one can block. 56 on Telegram, 60 on Facebook. */
export const SITE_BAR = 64;
/** Less than this shows no sentence together with its button. */
export const MIN_HEIGHT = 120;

/** A card that gets so much of its height keeps its edge, and scrolls. */
const NEARLY = 0.8;

type Column = {
  readonly shape: Placement['shape'];
  readonly left: number;
  readonly width: number;
  readonly floor: number;
};
type Span = { readonly top: number; readonly bottom: number };

/** The best place for a card; always one, inside the window. */
export function placeCard(input: PlaceInput): Placement {
  const window: Rect = { left: 0, top: 0, ...input.viewport };
  const pane = intersect(input.pane ?? window, window) ?? window;
  const columns = listColumns(pane, input);
  const { composer, pause = null, newest } = input;
  const writing = [composer, pause].filter((rect) => rect !== null);
  const clear = choose(columns, pane, newest === null ? writing : [...writing, newest], input);
  if (clear !== null) return { ...clear, clear: true };
  const covering = choose(columns, pane, writing, input) ?? lastWay(pane, input.viewport);
  return { ...covering, clear: false };
}

/** Candidates from best to last: outside the pane, for a full warning the list of chats, its outer edge, its inner edge, across it. */
function listColumns(pane: Rect, { viewport, full, rtl }: PlaceInput): readonly Column[] {
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
  const overList = full ? listColumn(pane, viewport, rtl) : [];
  return [...outsideColumn(pane, viewport, rtl), ...overList, ...inside, strip];
}

/** Beside the conversation, over the list of chats and below its bar. */
function listColumn(pane: Rect, viewport: Size, rtl: boolean): readonly Column[] {
  const end = pane.left + pane.width;
  const room = (rtl ? viewport.width - end : pane.left) - 2 * GAP;
  if (room < CARD_MIN_WIDTH) return [];
  const width = Math.min(CARD_MAX_WIDTH, room);
  return [
    { shape: 'docked', left: rtl ? end + GAP : pane.left - GAP - width, width, floor: pane.top + SITE_BAR },
  ];
}

function outsideColumn(pane: Rect, viewport: Size, rtl: boolean): readonly Column[] {
  const end = pane.left + pane.width;
  const room = (rtl ? pane.left : viewport.width - end) - 2 * GAP;
  if (room < CARD_MIN_WIDTH) return [];
  const width = Math.min(CARD_MAX_WIDTH, room);
  return [{ shape: 'docked', left: rtl ? pane.left - GAP - width : end + GAP, width, floor: pane.top + GAP }];
}

/** The first column where the card fits, or nearly: it does not jump across the talk for its last lines. Else the one with most room, else null. */
function choose(
  columns: readonly Column[],
  pane: Rect,
  keepFree: readonly Rect[],
  { viewport, need }: PlaceInput,
) {
  const ceiling = Math.min(pane.top + pane.height, viewport.height) - GAP;
  const places = columns.map((column) => {
    const span = widestSpan(freeSpans(column, ceiling, keepFree), need);
    return { column, span, room: span.bottom - span.top };
  });
  const best =
    places.find(({ room }) => room >= NEARLY * need) ??
    places.reduce(
      (most, place) => (place.room > most.room ? place : most),
      places[0] as (typeof places)[number],
    );
  if (best.room < Math.min(need, MIN_HEIGHT)) return null;
  const { shape, left, width } = best.column;
  return { shape, left, width, top: best.span.top, maxHeight: best.room };
}

/** What of a column is free, from its top to the pane's foot. */
function freeSpans(
  { left, width, floor }: Column,
  ceiling: number,
  keepFree: readonly Rect[],
): readonly Span[] {
  const taken = keepFree
    .filter((rect) => rect.left < left + width + GAP && rect.left + rect.width > left - GAP)
    .map((rect) => ({ top: rect.top - GAP, bottom: rect.top + rect.height + GAP }))
    .toSorted((a, b) => a.top - b.top);
  const spans: Span[] = [];
  let top = Math.max(floor, GAP);
  for (const block of taken) {
    spans.push({ top, bottom: Math.min(block.top, ceiling) });
    top = Math.max(top, block.bottom);
  }
  spans.push({ top, bottom: ceiling });
  return spans;
}

/** The first span where the card fits, else the tallest; an empty one where there is none. */
function widestSpan(spans: readonly Span[], need: number): Span {
  const height = (span: Span) => span.bottom - span.top;
  const fits = spans.find((span) => height(span) >= need);
  return fits ?? spans.reduce((most, span) => (height(span) > height(most) ? span : most), spans[0] as Span);
}

/** A window too small for anything: the top of it, as a strip. */
function lastWay(pane: Rect, viewport: Size): Omit<Placement, 'clear'> {
  const width = Math.min(CARD_MAX_WIDTH, viewport.width - 2 * GAP);
  const left = Math.max(GAP, Math.min(pane.left + GAP, viewport.width - GAP - width));
  return {
    shape: 'strip',
    left,
    top: GAP,
    width,
    maxHeight: Math.max(viewport.height / 2, MIN_HEIGHT) - GAP,
  };
}

/** Where two rectangles meet, or null. */
export function intersect(a: Rect, b: Rect): Rect | null {
  const left = Math.max(a.left, b.left);
  const top = Math.max(a.top, b.top);
  const width = Math.min(a.left + a.width, b.left + b.width) - left;
  const height = Math.min(a.top + a.height, b.top + b.height) - top;
  return width > 0 && height > 0 ? { left, top, width, height } : null;
}

/** The smallest rectangle around both. */
export function union(a: Rect | null, b: Rect | null): Rect | null {
  if (a === null || b === null) return a ?? b;
  const [left, top] = [Math.min(a.left, b.left), Math.min(a.top, b.top)];
  const width = Math.max(a.left + a.width, b.left + b.width) - left;
  return { left, top, width, height: Math.max(a.top + a.height, b.top + b.height) - top };
}

/** True where two rectangles share any area. */
export function overlaps(a: Rect, b: Rect): boolean {
  return intersect(a, b) !== null;
}
