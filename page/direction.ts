// Who wrote a row, told by the layout alone: for sites that mark their own side with nothing but styles.
// Needs a real engine; where there is no layout (tests), only declared styles speak.
import type { Speaker } from '../engine/types';

/** How far up from the text the bubble's alignment is declared: within 8 levels on Messenger and Instagram. */
const MAX_LEVELS = 10;
/** By how much of the row's width the two margins must differ before the place of a bubble says anything. */
const MARGIN_SHARE = 0.15;

const END = new Set(['flex-end', 'end']);
const START = new Set(['flex-start', 'start']);

/**
 * The side on which the text of `row` stands: the end of the line is one's own side, in right-to-left pages too. Boxes within
 * a bubble declare sides of their own, so where two disagree the place alone tells. `unknown` where neither tells, or style and place disagree.
 */
export function layoutSpeaker(text: Element, row: Element): Speaker {
  const view = text.ownerDocument.defaultView;
  if (!view) return 'unknown';
  const sides = new Set<Speaker>();
  let element: Element = text;
  let style = view.getComputedStyle(text);
  let axis = axisOf(style);
  for (let level = 0; level < MAX_LEVELS; level += 1) {
    if (axis !== null) sides.add(contentSide(style, axis));
    const parent = element === row ? null : element.parentElement;
    if (!parent) break;
    const around = view.getComputedStyle(parent);
    const aroundAxis = axisOf(around);
    if (aroundAxis?.startsWith('column')) sides.add(sideOf(style.alignSelf)); // in a row it is the foot of the line
    [element, style, axis] = [parent, around, aroundAxis];
  }
  sides.delete('unknown');
  const [side = 'unknown'] = sides;
  const place = placedSide(text, row);
  if (sides.size !== 1) return place;
  return place === 'unknown' || place === side ? side : 'unknown';
}

/** The way a flex box lays out what is in it, null for any other box. Each measure is asked for once: they are many rows. */
function axisOf(style: CSSStyleDeclaration): string | null {
  return style.display.includes('flex') ? style.flexDirection : null;
}

function sideOf(value: string): Speaker {
  if (END.has(value)) return 'self';
  return START.has(value) ? 'other' : 'unknown';
}

/** In a row of a flex box `justify-content` is the line's direction, in a column `align-items` is. */
function contentSide(style: CSSStyleDeclaration, axis: string): Speaker {
  if (axis.startsWith('column')) return sideOf(style.alignItems);
  const side = sideOf(style.justifyContent);
  if (axis !== 'row-reverse' || side === 'unknown') return side;
  return side === 'self' ? 'other' : 'self';
}

function placedSide(text: Element, row: Element): Speaker {
  const inner = text.getBoundingClientRect();
  const outer = row.getBoundingClientRect();
  if (outer.width <= 0 || inner.width <= 0) return 'unknown';
  const left = inner.left - outer.left;
  const right = outer.right - inner.right;
  if (Math.abs(left - right) < outer.width * MARGIN_SHARE) return 'unknown';
  const rtl = row.ownerDocument.defaultView?.getComputedStyle(row).direction === 'rtl';
  return left > right === rtl ? 'other' : 'self';
}
