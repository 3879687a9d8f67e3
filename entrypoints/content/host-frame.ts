// Our one element in the page and its closed shadow root: put up when a card shows, taken away after it, and put back
// where a page removes it, a few times.
import { applyStyles, setAll } from './card-styles';
import { keepKeys } from './kept-keys';
import { isInPlace, watchHost } from './watch-host';

/** The place where cards are rendered. */
export type Mount = { readonly root: ShadowRoot; readonly surface: HTMLElement };

export type HostFrame = {
  /** Puts the element up, or returns the one that is there; null once the page has won. */
  open(): Mount | null;
  /** Takes the element away; a calm page keeps no trace of us. */
  close(): void;
  /** The mount while it is up. */
  readonly mount: Mount | null;
};

type FrameOptions = {
  readonly document: Document;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly signal: AbortSignal;
  /** Escape, pressed by a person inside a card. */
  readonly onEscape: () => void;
  /** The page has won: the owner takes down what it rendered and closes. */
  readonly onEvicted: () => void;
};

/** A page that re-renders its root may drop us once or twice; one that does so again and again means it. */
export const MOST_RETURNS = 5;

/**
 * Own box: no size and no paint, so that the page can measure nothing; our cards are fixed children of it. Set as
 * `!important` properties, since a page's own `!important` rules beat our sheet's `:host`.
 */
const HOST_STYLE: Readonly<Record<string, string>> = {
  all: 'initial',
  display: 'block',
  position: 'fixed',
  top: '0',
  left: '0',
  width: '0',
  height: '0',
  'z-index': '2147483647',
  'user-select': 'none',
};

/**
 * `window.find()` reaches into closed roots, and its answer alone tells a page which words stand there. Chromium skips
 * what is inside elements that have no end tag in HTML; of those, this one has neither looks nor meaning of its own.
 * Measured in Chromium 156, and held by tests/e2e/page-cannot-see.spec.ts; Firefox skips what can't be selected.
 */
const UNSEARCHED = 'keygen';

/** Finds the surface in a root of ours. */
export const SURFACE = 'keygen.surface';

/** A page's "click outside" must not see what is done on a card; for its shortcuts see kept-keys.ts. */
const KEPT_INSIDE = [
  'beforeinput',
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'contextmenu',
  'touchstart',
  'touchend',
  'focusin',
  'focusout',
] as const;

/** Nothing is put into the page before `open` is called. */
export function createHostFrame(options: FrameOptions): HostFrame {
  let up: { readonly host: HTMLElement; readonly mount: Mount; readonly end: AbortController } | null = null;
  let returns = 0;

  const close = () => {
    up?.end.abort();
    up?.host.remove();
    up = null;
  };
  const { document } = options;
  const putBack = (host: HTMLElement, root: ShadowRoot, sheets: CSSStyleSheet[]) => {
    returns += 1;
    if (returns > MOST_RETURNS) return options.onEvicted();
    for (const name of ['hidden', 'inert', 'style']) host.removeAttribute(name);
    setAll(host, HOST_STYLE, 'important');
    if (!isInPlace(host, document)) document.documentElement.append(host);
    root.adoptedStyleSheets = sheets; // taken from it in another document
  };
  const open = () => {
    if (up !== null) return up.mount;
    if (options.signal.aborted || returns > MOST_RETURNS) return null;
    const end = new AbortController();
    const { host, mount } = build(options, end.signal);
    const { root } = mount;
    const sheets = [...root.adoptedStyleSheets];
    up = { host, mount, end };
    watchHost(host, root, end.signal, () => putBack(host, root, sheets));
    return mount;
  };
  return {
    open,
    close,
    get mount() {
      return up?.mount ?? null;
    },
  };
}

function build({ document, language, direction, onEscape }: FrameOptions, signal: AbortSignal) {
  const host = document.createElement('div');
  setAll(host, HOST_STYLE, 'important');
  const root = host.attachShadow({ mode: 'closed' });
  const surface = document.createElement(UNSEARCHED);
  surface.className = 'surface';
  surface.lang = language;
  surface.dir = direction;
  const sentinel = document.createElement('span');
  sentinel.className = 'sheet-sentinel';
  root.append(sentinel, surface);
  document.documentElement.append(host);
  applyStyles(root, sentinel, signal);
  sentinel.remove();
  const onKey = ({ type, key, isTrusted }: KeyboardEvent) => {
    if (isTrusted && type === 'keydown' && key === 'Escape') onEscape();
  };
  keepKeys(root, onKey, signal);
  for (const type of KEPT_INSIDE) root.addEventListener(type, (event) => event.stopPropagation());
  return { host, mount: { root, surface } };
}
