// Notices what a page does to our element in it: takes it out, moves it, or hides it where it stands.

/** By these a page's script could hide our element while it stands there; others, as an extension for dark pages sets, may change. */
const HIDING = [
  ...[
    'display',
    'position',
    'top',
    'left',
    'width',
    'height',
    'z-index',
    'opacity',
    'visibility',
    'transform',
  ],
  ...[
    'translate',
    'scale',
    'rotate',
    'clip-path',
    'filter',
    'pointer-events',
    'content-visibility',
    'mask-image',
  ],
] as const;

/** A page may put it into a box of its own that is not shown or into another document, or begin a new root element without it. */
export function isInPlace(host: HTMLElement, document: Document): boolean {
  return host.parentNode === document.documentElement;
}

/**
 * Calls back each time the page took the element out, moved or changed it, until `signal` aborts. Its root loses its sheets where
 * it comes into another document, also for a moment.
 */
export function watchHost(
  host: HTMLElement,
  root: ShadowRoot,
  signal: AbortSignal,
  onTouched: () => void,
): void {
  const { ownerDocument: document } = host;
  const look = () =>
    HIDING.map((name) => host.style.getPropertyValue(name)).join() + root.adoptedStyleSheets.length;
  const ownLook = look();
  const isWhole = () => isInPlace(host, document) && !host.hidden && !host.inert && look() === ownLook;
  const observer = new MutationObserver(() => {
    if (isWhole()) return;
    onTouched();
    if (!signal.aborted) watch(); // the root may be another one now
  });
  const watch = () => {
    observer.observe(document, { childList: true });
    observer.observe(document.documentElement, { childList: true });
    observer.observe(host, { attributes: true });
  };
  watch();
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
