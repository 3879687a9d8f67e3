// Where a control that has the focus goes away, as a button that has done its one thing, the focus would fall back to the
// whole page: a screen reader says nothing then, and Tab may begin anew. It goes to the heading of that place instead. A
// control that only changes its place, as help does in the popup once a chat turns grave, loses the focus too: it gets it back.
import { useEffect } from 'preact/hooks';

/** For as long as the page stands. Whoever puts the focus somewhere better comes first. */
export function useKeptFocus(): void {
  useEffect(() => keepFocus(document), []);
}

function keepFocus(document: Document): () => void {
  const end = new AbortController();
  /** What has the focus, and all that it stands in. */
  let path: readonly Element[] = [];
  const lost = () => path[0]?.isConnected === false;
  const look = () => {
    if (end.signal.aborted || !lost() || document.activeElement !== document.body) return;
    const heading = headingOf(path, document);
    path = [];
    if (heading === null) return;
    if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1;
    heading.focus();
  };
  const changed = (changes: readonly MutationRecord[]) => {
    if (lost()) return afterEffects(look);
    const [last] = path;
    if (last instanceof HTMLElement && document.activeElement === document.body && wasMoved(last, changes))
      last.focus();
  };
  const observer = new MutationObserver(changed);
  observer.observe(document.body, { childList: true, subtree: true });
  const noted = ({ target }: Event) => {
    path = pathOf(target);
  };
  // A press beside it, or another window: nothing went away.
  const left = () =>
    queueMicrotask(() => {
      changed(observer.takeRecords()); // of a move too it is told first that the focus went
      if (!lost() && document.activeElement !== path[0]) path = [];
    });
  document.addEventListener('focusin', noted, { signal: end.signal });
  document.addEventListener('focusout', left, { signal: end.signal });
  return () => {
    observer.disconnect();
    end.abort();
  };
}

const wasMoved = (element: Element, changes: readonly MutationRecord[]) =>
  changes.some(({ removedNodes }) => [...removedNodes].some((node) => node.contains(element)));

function pathOf(target: EventTarget | null): readonly Element[] {
  const path: Element[] = [];
  for (let at = target instanceof Element ? target : null; at !== null; at = at.parentElement) path.push(at);
  return path;
}

/** The heading of the section in which it stood, else the last one before it, else the page's. */
function headingOf(path: readonly Element[], document: Document): HTMLElement | null {
  const around = path.find(({ isConnected }) => isConnected);
  const shown = [...document.querySelectorAll<HTMLElement>('h1, h2, h3, h4')].filter((heading) =>
    heading.checkVisibility(),
  );
  const label = around?.closest('section[aria-labelledby]')?.getAttribute('aria-labelledby');
  const before = shown.filter(
    (heading) =>
      (heading.compareDocumentPosition(around ?? heading) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  return shown.find(({ id }) => id !== '' && id === label) ?? before.at(-1) ?? shown[0] ?? null;
}

/** Effects, which may put the focus somewhere themselves, run behind the next frame. */
function afterEffects(then: () => void): void {
  requestAnimationFrame(() => setTimeout(() => setTimeout(then)));
}
