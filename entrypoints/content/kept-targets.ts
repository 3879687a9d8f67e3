// Keeps from the page what is done with the pointer and the focus inside a card, in Firefox alone: there each event tells every
// listener where in a closed root it began (`originalTarget` and two more). A page had the whole card by that as soon as the
// pointer moved over it: to read, and to write another number into. The card itself is handed what it needs.
import { passOn } from '../../components/trusted';

type Telling = {
  readonly originalTarget?: unknown;
  readonly explicitOriginalTarget?: unknown;
  /** Of what lies under the pointer, also where the event is one of the page's own elements. */
  readonly rangeParent?: unknown;
};

/** The events that leave a closed root, but for keys. */
export const TELLING: readonly string[] = [
  ...[
    'pointerover',
    'pointerenter',
    'pointerdown',
    'pointermove',
    'pointerrawupdate',
    'pointerup',
    'pointercancel',
    'pointerout',
    'pointerleave',
  ],
  ...['mouseover', 'mouseenter', 'mousedown', 'mousemove', 'mouseup', 'mouseout', 'mouseleave'],
  ...['touchstart', 'touchmove', 'touchend', 'touchcancel'],
  ...['drag', 'dragstart', 'dragenter', 'dragover', 'dragleave', 'dragexit', 'dragend'],
  ...['gotpointercapture', 'lostpointercapture', 'click', 'auxclick', 'dblclick', 'contextmenu', 'drop'],
  ...['wheel', 'DOMMouseScroll', 'MozMousePixelScroll', 'DOMActivate'],
  ...['focus', 'blur', 'focusin', 'focusout', 'DOMFocusIn', 'DOMFocusOut'],
  ...['selectstart', 'beforeinput', 'input', 'copy', 'cut', 'paste'],
];

/** Ends an event that would tell of something in `root`, and does there what a person did. To be called before the page hears it. */
export function keepTarget(event: Event, root: ShadowRoot): void {
  const { originalTarget, explicitOriginalTarget, rangeParent } = event as Telling;
  if (![originalTarget, explicitOriginalTarget, rangeParent].some((one) => isIn(one, root))) return;
  event.stopImmediatePropagation();
  if (!event.isTrusted || !isIn(originalTarget, root)) return;
  const { type, detail } = event as UIEvent;
  const { relatedTarget } = event as FocusEvent;
  // Neither is composed: they end at the root.
  if (type === 'click') passOn(new MouseEvent(type, { bubbles: true, detail }), originalTarget);
  if (type === 'focusin') passOn(new FocusEvent(type, { bubbles: true, relatedTarget }), originalTarget);
}

function isIn(one: unknown, root: ShadowRoot): one is Node {
  return one instanceof Node && one.getRootNode() === root;
}
