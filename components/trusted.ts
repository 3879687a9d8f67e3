// Only what a person did may act on a card: a page can aim made-up events at our element, and they are not trusted.

/** Wraps a handler so that events made by scripts do nothing. */
export function trusted<E extends Event>(handler: (event: E) => void): (event: E) => void {
  return (event) => {
    if (event.isTrusted) handler(event);
  };
}
