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
 * The side on which the text of `row` stands: the end of the line is one's own side, in right-to-left pages too.
 * `unknown` where neither style nor place tells.
 */
export function layoutSpeaker(text: Element, row: Element): Speaker {
  const view = text.ownerDocument.defaultView;
  if (!view) return 'unknown';
  let element: Element | null = text;
  for (let level = 0; element && level < MAX_LEVELS; level += 1) {
    const side = declaredSide(view.getComputedStyle(element));
    if (side !== 'unknown') return side;
    if (element === row) break;
    element = element.parentElement;
  }
  return placedSide(text, row, view.getComputedStyle(row).direction === 'rtl');
}

/** In a row of a flex box `justify-content` is the line's direction, in a column `align-items` is. */
function declaredSide(style: CSSStyleDeclaration): Speaker {
  if (style.alignSelf && END.has(style.alignSelf) && !style.display.includes('flex')) return 'self';
  if (!style.display.includes('flex')) return 'unknown';
  const column = style.flexDirection.startsWith('column');
  const value = column ? style.alignItems : style.justifyContent;
  const reversed = style.flexDirection === 'row-reverse';
  if (END.has(value)) return reversed ? 'other' : 'self';
  if (START.has(value)) return reversed ? 'self' : 'other';
  return 'unknown';
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
