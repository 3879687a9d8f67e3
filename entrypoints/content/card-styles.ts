// Styles for our shadow root, by whatever way the page and browser let through: a constructed sheet, a <style>
// element, or properties set one by one (which no policy can stop, so a card is legible even with no sheet at all).
import tokens from '../../components/tokens.css?inline';
import card from './card.css?inline';

/** How the styles got in. `plain` is the last way and never fails. */
export type StyleWay = 'constructed' | 'element' | 'plain';

/** Set in card.css, in px; happens in no other way. */
const SENTINEL_WIDTH = '7px';

/** Tries the ways in turn and asks the sentinel after each whether it worked. Stops re-styling when `signal` aborts. */
export function applyStyles(root: ShadowRoot, sentinel: HTMLElement, signal: AbortSignal): StyleWay {
  const css = underOwnNames(`${tokens}\n${card}`);
  const view = root.ownerDocument.defaultView;
  const applies = () => view?.getComputedStyle(sentinel).width === SENTINEL_WIDTH;
  if (attempt(() => adoptSheet(root, css)) && applies()) return 'constructed';
  if (attempt(() => appendStyle(root, css)) && applies()) return 'element';
  keepPlain(root, signal);
  return 'plain';
}

/**
 * Custom properties under names that nobody can guess: a page may register those that it knows (`@property`), and so decides
 * what they mean in our root as well.
 */
export function underOwnNames(css: string): string {
  return css.replaceAll('--', `--${crypto.randomUUID()}`);
}

/** One for all cards of a page, parsed once: the browser holds the roots of past cards for a while, each with its sheet. */
const sheets = new WeakMap<Document, CSSStyleSheet>();

function adoptSheet(root: ShadowRoot, css: string): void {
  const { ownerDocument: document } = root;
  const sheet = sheets.get(document) ?? createSheet(document, css);
  sheets.set(document, sheet);
  root.adoptedStyleSheets = [sheet];
}

function createSheet({ defaultView }: Document, css: string): CSSStyleSheet {
  const view = defaultView as (Window & typeof globalThis) | null;
  const sheet = new (view?.CSSStyleSheet ?? CSSStyleSheet)();
  sheet.replaceSync(css);
  return sheet;
}

function appendStyle(root: ShadowRoot, css: string): void {
  const style = root.ownerDocument.createElement('style');
  style.textContent = css;
  root.append(style);
}

/** A refusal is expected here (an old browser, a page's policy), so the reason is of no use to anybody. */
function attempt(way: () => void): boolean {
  try {
    way();
    return true;
  } catch {
    return false;
  }
}

/** System colours alone: they follow light, dark and high contrast by themselves. */
const PLAIN: readonly (readonly [selector: string, properties: Readonly<Record<string, string>>])[] = [
  ['.surface', { font: '15px/1.6 system-ui, sans-serif', color: 'CanvasText', 'color-scheme': 'light dark' }],
  ['.surface *', { 'user-select': 'none', 'box-sizing': 'border-box' }],
  [
    '.card, .folded',
    {
      background: 'Canvas',
      color: 'CanvasText',
      border: '2px solid currentColor',
      'border-radius': '12px',
      padding: '12px',
      'max-height': 'inherit',
      overflow: 'auto',
    },
  ],
  ['.card-danger', { 'border-width': '5px' }],
  ['.heading', { 'font-size': '18px', margin: '4px 0' }],
  ['p', { margin: '6px 0' }],
  ['button', { font: 'inherit', 'min-height': '44px', 'min-width': '44px' }],
  ['.link-out', { color: 'LinkText' }],
  ['.number', { 'font-size': '20px', 'font-weight': '600' }],
  [
    '.only-read',
    { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', 'clip-path': 'inset(50%)' },
  ],
];

/** Styles what stands in the root now and whatever comes later. */
function keepPlain(root: ShadowRoot, signal: AbortSignal): void {
  const style = () => {
    for (const [selector, properties] of PLAIN) {
      for (const element of root.querySelectorAll<HTMLElement>(selector)) setAll(element, properties);
    }
  };
  style();
  const observer = new MutationObserver(style);
  observer.observe(root, { childList: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}

/** Sets properties one by one, as a page's policy allows even where it forbids style attributes. */
export function setAll(
  element: HTMLElement,
  properties: Readonly<Record<string, string>>,
  priority = '',
): void {
  for (const [name, value] of Object.entries(properties)) element.style.setProperty(name, value, priority);
}
