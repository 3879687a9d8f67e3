// The quick way out for hands that are on the keyboard: Escape, pressed twice.

/** Between the two presses at most, in milliseconds: time for a slow hand, too short for two unrelated presses. */
const BETWEEN_MS = 2_000;
/** After a press that took back a question: as quick as somebody is who must be gone, quicker than who meant the question alone. */
const BETWEEN_AFTER_ANSWER_MS = 700;

/**
 * Calls `leave` at the second press. A press that something in the page answers says so by `preventDefault`. A press of the
 * pointer in between is another deed, as any other key is. `now` in milliseconds. Gives how to stop listening.
 */
export function onEscapeTwice(
  target: EventTarget,
  leave: () => void,
  now: () => number = Date.now,
): () => void {
  let last: { readonly at: number; readonly event: Event } | null = null;
  const forget = () => {
    last = null;
  };
  const onKey = (event: Event) => {
    const { key, repeat, isComposing } = event as KeyboardEvent;
    if (repeat || isComposing) return; // a key held down is one press; and this one is the keyboard's own, for a word
    if (key !== 'Escape') return forget();
    // Heard before the page answers it: only by the next press is it known whether something did.
    const between = last?.event.defaultPrevented ? BETWEEN_AFTER_ANSWER_MS : BETWEEN_MS;
    if (last !== null && now() - last.at <= between) leave();
    last = { at: now(), event };
  };
  const early = { capture: true };
  target.addEventListener('keydown', onKey, early);
  target.addEventListener('pointerdown', forget, early);
  return () => {
    target.removeEventListener('keydown', onKey, early);
    target.removeEventListener('pointerdown', forget, early);
  };
}
