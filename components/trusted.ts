// Only what a person did may act on a card: a page can aim made-up events at our element, and they are not trusted.

/** Wraps a handler so that events made by scripts do nothing. */
function trusted<E extends Event>(handler: (event: E) => void): (event: E) => void {
  return (event) => {
    if (event.isTrusted) handler(event);
  };
}

/**
 * The same for a button. Of a quick double or triple click only the first counts: a page is opened once, and a panel that
 * was opened does not close again under the finger.
 */
export function pressed(handler: () => void): (event: MouseEvent) => void {
  return trusted((event) => {
    if (event.detail <= 1) handler();
  });
}
