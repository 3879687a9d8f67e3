// Only what a person did may act on a card: a page can aim made-up events at our element, and they are not trusted.

/** Events of ours that pass on what a person did. */
const passedOn = new WeakSet<Event>();

/** Does to `target` what a person did, with an event that counts as theirs. */
export function passOn(event: Event, target: EventTarget): void {
  passedOn.add(event);
  target.dispatchEvent(event);
}

/** Wraps a handler so that events made by scripts do nothing. */
function trusted<E extends Event>(handler: (event: E) => void): (event: E) => void {
  return (event) => {
    if (event.isTrusted || passedOn.has(event)) handler(event);
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
