// The focus around what is shown: it stays there while a person is using it, and is never taken from the page.
import type { HostFrame } from './host-frame';

export type CardFocus = {
  /** Notes from now on what of the page the focus comes from. */
  follow(root: ShadowRoot): void;
  /** Draws. Where what had the focus is gone then, another thing of ours has it, or the page has it back. */
  keep(draw: () => void): void;
  isInside(): boolean;
  /** Whether it is in a box of this class, as picture.tsx draws them. */
  isIn(box: 'dock' | 'request'): boolean;
  /** To the card or the lamp. */
  moveToDock(): void;
  /** The way back for whoever is inside and came from the page; it moves nobody else. */
  wayBack(): () => void;
};

export function createCardFocus(frame: HostFrame): CardFocus {
  /** What of the page had the focus before a card got it. */
  let cameFrom: HTMLElement | null = null;
  const isInside = () => frame.mount?.root.activeElement != null;
  const find = (selector: string) => frame.mount?.root.querySelector<HTMLElement>(selector);

  function note(event: Event): void {
    const { relatedTarget } = event as FocusEvent;
    if (relatedTarget instanceof HTMLElement && relatedTarget.getRootNode() !== frame.mount?.root)
      cameFrom = relatedTarget;
  }

  return {
    follow: (root) => root.addEventListener('focusin', note), // once for each root, however often it is asked for
    keep(draw) {
      const wasInside = isInside();
      draw();
      if (wasInside && !isInside()) giveTo(find('.dock .button-main') ?? find('button') ?? cameFrom);
      if (frame.mount === null) cameFrom = null;
    },
    isInside,
    isIn: (box) => Boolean(frame.mount?.root.activeElement?.closest(`.${box}`)),
    moveToDock: () => giveTo(find('.dock button')),
    wayBack() {
      const from = isInside() ? cameFrom : null;
      return () => giveTo(from);
    },
  };
}

/** Nothing scrolls for it. */
function giveTo(element: HTMLElement | null | undefined): void {
  element?.focus({ preventScroll: true });
}
