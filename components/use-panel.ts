// Which panel of a card is open; on the way back the focus returns to the button that opened it.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

export type PanelName = 'why' | 'what' | 'help' | 'know';

/** `open` is null while the card itself shows. Attach `body` to the element that holds the card's own buttons. */
export function usePanel() {
  const [open, setOpen] = useState<PanelName | null>(null);
  const last = useRef<PanelName | null>(null);
  const body = useRef<HTMLDivElement>(null);
  // At once, not behind the next frame: a key that is pressed meanwhile would be the page's.
  useLayoutEffect(() => {
    if (open === null && last.current !== null) {
      body.current
        ?.querySelector<HTMLElement>(`[data-name="${last.current}"]`)
        ?.focus({ preventScroll: true });
    }
    last.current = open;
  }, [open]);
  return { open, show: setOpen, back: () => setOpen(null), body };
}
