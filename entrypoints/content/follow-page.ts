// Tells when a shown card may have to move: the window or the composer changed its size, a card its content, or (for
// request lines) the page scrolled. At most once a frame; nothing runs while nothing is shown.

export type PageFollower = {
  /** Replaces the elements whose size is followed. */
  watch(elements: readonly (Element | null)[]): void;
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
  const resize = oncePerFrame(document, onResize, end.signal);
  const scroll = oncePerFrame(document, onScroll, end.signal);
  view?.addEventListener('resize', resize, { signal: end.signal });
  document.addEventListener('scroll', scroll, { capture: true, passive: true, signal: end.signal });
  const sizes = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(resize);
  const content = new MutationObserver(resize);
  content.observe(surface, { childList: true, subtree: true, characterData: true });
  return {
    watch(elements) {
      sizes?.disconnect();
      for (const element of elements) if (element !== null) sizes?.observe(element);
    },
    stop() {
      end.abort();
      sizes?.disconnect();
      content.disconnect();
    },
  };
}

function oncePerFrame(document: Document, run: () => void, signal: AbortSignal): () => void {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    document.defaultView?.requestAnimationFrame(() => {
      asked = false;
      if (!signal.aborted) run();
    });
  };
}
