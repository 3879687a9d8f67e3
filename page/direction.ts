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
  let element: Element | null = text;
  for (let level = 0; element && level < MAX_LEVELS; level += 1) {
    const style = view.getComputedStyle(element);
    const around = element === row ? null : element.parentElement;
    sides.add(contentSide(style));
    if (around) sides.add(ownSide(style, view.getComputedStyle(around)));
    if (element === row) break;
    element = element.parentElement;
  }
  sides.delete('unknown');
  const [side = 'unknown'] = sides;
  const place = placedSide(text, row, view.getComputedStyle(row).direction === 'rtl');
  if (sides.size !== 1) return place;
  return place === 'unknown' || place === side ? side : 'unknown';
}

const isFlex = ({ display }: CSSStyleDeclaration): boolean => display.includes('flex');
const isColumn = (style: CSSStyleDeclaration): boolean => style.flexDirection.startsWith('column');

function sideOf(value: string): Speaker {
  if (END.has(value)) return 'self';
  return START.has(value) ? 'other' : 'unknown';
}

/** In a row of a flex box `justify-content` is the line's direction, in a column `align-items` is. */
function contentSide(style: CSSStyleDeclaration): Speaker {
  if (!isFlex(style)) return 'unknown';
  if (isColumn(style)) return sideOf(style.alignItems);
  const side = sideOf(style.justifyContent);
  if (style.flexDirection !== 'row-reverse' || side === 'unknown') return side;
  return side === 'self' ? 'other' : 'self';
}

/** `align-self` is a side in a column alone; in a row it is the foot of the line. */
function ownSide(style: CSSStyleDeclaration, around: CSSStyleDeclaration): Speaker {
  return isFlex(around) && isColumn(around) ? sideOf(style.alignSelf) : 'unknown';
}

function placedSide(text: Element, row: Element, rtl: boolean): Speaker {
  const inner = text.getBoundingClientRect();
  const outer = row.getBoundingClientRect();
  if (outer.width <= 0 || inner.width <= 0) return 'unknown';
  const left = inner.left - outer.left;
  const right = outer.right - inner.right;
  const difference = rtl ? right - left : left - right;
  if (Math.abs(difference) < outer.width * MARGIN_SHARE) return 'unknown';
  return difference > 0 ? 'self' : 'other';
}
