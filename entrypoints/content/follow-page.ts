// Tells when a shown card may have to move: the window or the composer changed its size, a card its content, or (for
// request lines) the page scrolled. At most once a frame, when the page is laid out anyway; nothing runs while nothing is
// shown.
import { afterLayout } from './after-layout';

export type PageFollower = {
  /** Replaces the elements whose size is followed. */
  watch(elements: readonly (Element | null)[]): void;
  /** Calls `onResize` in the next frame, as for a change of size. */
  placeSoon(): void;
  stop(): void;
};

type FollowOptions = {
  readonly document: Document;
  readonly surface: Element;
  /** Sizes or contents changed. */
  readonly onResize: () => void;
  /** Something scrolled: the conversation's card stays, lines beside requests move along. */
  readonly onScroll: () => void;
};

export function followPage({ document, surface, onResize, onScroll }: FollowOptions): PageFollower {
  const end = new AbortController();
  const view = document.defaultView;
  const placeSoon = afterLayout(document, onResize, end.signal);
  const scroll = afterLayout(document, onScroll, end.signal);
  view?.addEventListener('resize', placeSoon, { signal: end.signal });
  document.addEventListener('scroll', scroll, { capture: true, passive: true, signal: end.signal });
  // Heard when the page is laid out: a new observation from in here would be late, and the page told of it as an error.
  const sizes = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(() => onResize());
  const content = new MutationObserver(placeSoon);
  content.observe(surface, { childList: true, subtree: true, characterData: true });
  let followed: readonly (Element | null)[] = [];
  return {
    watch(elements) {
      // Each new observation is answered, changed or not: what is followed already is left alone.
      const isSame = elements.length === followed.length;
      if (isSame && elements.every((element, index) => element === followed[index])) return;
      followed = elements;
      sizes?.disconnect();
      for (const element of elements) if (element !== null) sizes?.observe(element);
    },
    placeSoon,
    stop() {
      end.abort();
      sizes?.disconnect();
      content.disconnect();
    },
  };
}
