// Where a card may stand: at the conversation's outer edge, never over the composer or the newest message. Pure geometry
// in CSS px of the viewport; no element is touched here.
import { type Column, cardColumns } from './card-columns';
import { CARD_MAX_WIDTH, GAP, MIN_HEIGHT } from './card-sizes';
import { intersect, type Rect, type Size } from './rect';

export type PlaceInput = {
  readonly viewport: Size;
  /** The conversation's pane; null where none is known: the whole window. */
  readonly pane: Rect | null;
  readonly composer: Rect | null;
  /** The pause before a picture, where it stands: as free as the composer. */
  readonly pause?: Rect | null;
  /** The other chats that stand side by side with it: somebody may be writing there. */
  readonly others?: readonly Rect[];
  /** The newest message; null where there is none or it is scrolled away. */
  readonly newest: Rect | null;
  /** How tall the card would like to be. */
  readonly need: number;
  /** True for a full warning, which rather takes the list of chats than the messages. */
  readonly full?: boolean;
  /** True where the page has a part of its own at the pane's outer side: one can block there, as a card advises. */
  readonly partBeside?: boolean;
  readonly rtl: boolean;
};

export type Placement = {
  readonly shape: Column['shape'];
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly maxHeight: number;
  /** False where there was no room: the card then covers the newest message, or as the last way the composer. */
  readonly clear: boolean;
};

/** A card that gets so much of its height keeps its edge, and scrolls. */
const NEARLY = 0.8;
/** Other chats are kept free where it gets so much: a warning must be read, even over a chat that it is not about. */
const WITH_OTHERS = 0.5;

type Span = { readonly top: number; readonly bottom: number };

/** The best place for a card; always one, inside the window. */
export function placeCard(input: PlaceInput): Placement {
  const window: Rect = { left: 0, top: 0, ...input.viewport };
  const pane = intersect(input.pane ?? window, window) ?? window;
  const columns = cardColumns(pane, input);
  const { composer, pause = null, others = [], newest } = input;
  const writing = [composer, pause].filter((rect) => rect !== null);
  const read = newest === null ? [] : [newest];
  const ways = others.length === 0 ? [] : [[...read, ...others], others];
  for (const free of ways) {
    const place = choose(columns, pane, [...writing, ...free], input, WITH_OTHERS);
    if (place !== null) return { ...place, clear: free !== others || read.length === 0 };
  }
  const clear = choose(columns, pane, [...writing, ...read], input);
  if (clear !== null) return { ...clear, clear: true };
  return { ...(choose(columns, pane, writing, input) ?? lastWay(pane, input.viewport)), clear: false };
}

/** The first column where the card fits, or nearly: it does not jump across the talk for its last lines. Else the one with most room, else null. @param share of its height that it must get */
function choose(
  columns: readonly Column[],
  pane: Rect,
  keepFree: readonly Rect[],
  { viewport, need }: PlaceInput,
  share = 0,
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
  if (best.room < Math.max(share * need, Math.min(need, MIN_HEIGHT))) return null;
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
