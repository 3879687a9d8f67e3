// Whether the page shows a part of its own at the outer side of a chat's pane, as the details of a contact: one can block there.
import { ancestorsOf } from '../../page/rows';
import { GAP } from './card-sizes';
import type { Rect, Size } from './rect';

/** From the pane's edge into the place where a card would stand, in px. */
const DEEP = 160;
/** Of the pane's height. */
const HEIGHTS = [0.25, 0.5, 0.75];

/** False where there is nothing but what the pane itself stands in, as a page's margin. `host` is our own element. */
export function isPartBeside(
  pane: Element,
  rect: Rect,
  { viewport, rtl, host }: { readonly viewport: Size; readonly rtl: boolean; readonly host: Element },
): boolean {
  const x = rtl ? rect.left - GAP - DEEP : rect.left + rect.width + GAP + DEEP;
  if (x < 0 || x >= viewport.width) return false;
  const around = ancestorsOf(pane);
  return HEIGHTS.some((share) => {
    const y = rect.top + share * rect.height;
    const [front] = hitsAt(pane, x, y).filter((element) => element !== host);
    return front !== undefined && !around.has(front);
  });
}

/** From front to back, as the pane's own root sees it. A form may hide the document's functions by the names of its fields. */
function hitsAt(pane: Element, x: number, y: number): readonly Element[] {
  const root = pane.getRootNode();
  const { prototype } = root instanceof ShadowRoot ? ShadowRoot : Document;
  return prototype.elementsFromPoint?.call(root as Document & ShadowRoot, x, y) ?? [];
}
