// The quick way out for hands that are on the keyboard: Escape, pressed twice.

/** Between the two presses at most, in milliseconds: time for a slow hand, too short for two unrelated presses. */
const BETWEEN_MS = 2_000;

/** Calls `leave` at the second press. `now` in milliseconds. Gives how to stop listening. */
export function onEscapeTwice(
  target: EventTarget,
  leave: () => void,
  now: () => number = Date.now,
): () => void {
  let last = Number.NEGATIVE_INFINITY;
  const onKey = (event: Event) => {
    const { key, repeat } = event as KeyboardEvent;
    if (repeat) return; // a key held down is one press
    if (key !== 'Escape') {
      last = Number.NEGATIVE_INFINITY;
      return;
    }
    if (now() - last <= BETWEEN_MS) leave();
    last = now();
  };
  const early = { capture: true };
  target.addEventListener('keydown', onKey, early);
  return () => target.removeEventListener('keydown', onKey, early);
}
