// Which panel of a card is open. It begins at its top; on the way back the card stands as it did, the focus on the button that
// opened the panel.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

export type PanelName = 'why' | 'what' | 'help' | 'know';

/** `open` is null while the card itself shows. Attach `body` to the element that holds the card's own buttons. */
export function usePanel() {
  const [open, setOpen] = useState<PanelName | null>(null);
  const last = useRef<PanelName | null>(null);
  const body = useRef<HTMLDivElement>(null);
  /** The card, and how far it was scrolled to the button. */
  const left = useRef<{ readonly card: Element; readonly scrolled: number } | null>(null);
  const show = (name: PanelName) => {
    const card = body.current?.closest('.card') ?? null;
    left.current = card && { card, scrolled: card.scrollTop };
    setOpen(name);
  };
  // At once, not behind the next frame: a key that is pressed meanwhile would be the page's.
  useLayoutEffect(() => {
    if (left.current !== null && open !== last.current)
      left.current.card.scrollTop = open === null ? left.current.scrolled : 0;
    if (open === null && last.current !== null) {
      body.current
        ?.querySelector<HTMLElement>(`[data-name="${last.current}"]`)
        ?.focus({ preventScroll: true });
    }
    last.current = open;
  }, [open]);
  return { open, show, back: () => setOpen(null), body };
}
