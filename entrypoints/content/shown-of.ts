// What a row of a chat shows: the box around its words and pictures. On most sites a row is as wide as the pane and its
// bubble is not, so that a card can stand beside it.
import { rectOf, within } from './measure';
import { type Rect, union } from './rect';

const PICTURES = [HTMLImageElement, HTMLVideoElement, HTMLCanvasElement];
/** From the words to the edge of their bubble, in px. */
const PADDING = 8;
/** Words for screen readers alone stand in a box of so many px. */
const UNSEEN = 1;
/** Words and pictures that are measured; of a row with more its own box is taken. */
const MOST_PARTS = 200;

/** The part of a row that has something to see, or the whole row where nothing is found; null for what has no box. */
export function shownOf(row: Element | null): Rect | null {
  const box = rectOf(row);
  if (row === null || !row.isConnected) return box;
  const parts = partsOf(row.shadowRoot ?? row);
  if (parts.length > MOST_PARTS) return box;
  const range = document.createRange();
  const shown = parts.map((part) => rectOfPart(part, range)).reduce(union, null);
  return shown === null ? box : within(grown(shown), box);
}

/** Words and pictures below `root`, at most one more than are measured. A form hides properties by names of its fields. */
function partsOf(root: Node): readonly (Text | Element)[] {
  const parts: (Text | Element)[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node && parts.length <= MOST_PARTS; node = walker.nextNode())
    if (node instanceof Text ? node.data.trim() !== '' : isPicture(node)) parts.push(node as Text | Element);
  return parts;
}

function isPicture(node: Node): boolean {
  return PICTURES.some((kind) => node instanceof kind);
}

function rectOfPart(part: Text | Element, range: Range): Rect | null {
  if (!(part instanceof Text)) return rectOf(part);
  const around = rectOf(part.parentElement);
  if (around !== null && Math.min(around.width, around.height) <= UNSEEN) return null;
  range.selectNodeContents(part);
  const { left, top, width, height } = range.getBoundingClientRect();
  return width > 0 && height > 0 ? { left, top, width, height } : null;
}

function grown({ left, top, width, height }: Rect): Rect {
  return {
    left: left - PADDING,
    top: top - PADDING,
    width: width + 2 * PADDING,
    height: height + 2 * PADDING,
  };
}
