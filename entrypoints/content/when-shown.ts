// A page that the browser draws ahead, before anybody asked for it: it may never be shown, and it belongs to no tab yet.

/**
 * Calls `begin` now, or once the page is shown where it was drawn ahead. Before that the browser gives it the number of a
 * frame, so that the background would refuse it, and the tab's lamp and popup belong to the page in front of it.
 */
export function whenShown(document: Document, begin: () => void, signal: AbortSignal): void {
  if (!isAhead(document)) {
    begin();
    return;
  }
  const ended = new AbortController();
  const shown = () => {
    if (isAhead(document)) return; // a page can make up the event
    ended.abort();
    if (!signal.aborted) begin();
  };
  document.addEventListener('prerenderingchange', shown, { signal: ended.signal });
}

/** An element of the page with that name stands in the property's place, and is no `true`. */
function isAhead(document: Document): boolean {
  return (document as { readonly prerendering?: unknown }).prerendering === true;
}
