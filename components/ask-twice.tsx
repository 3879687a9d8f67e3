// A button for what can't be undone: it asks once more, and the answer that changes nothing has the focus.
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';

export type AskTwiceProps = {
  readonly label: string;
  /** What will be gone, in one or two sentences. */
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
};

export function AskTwice({ label, question, yes, no, onYes }: AskTwiceProps) {
  const [asking, setAsking] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const keep = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  const id = useId();
  useLayoutEffect(() => {
    if (asking) keep.current?.focus();
    else if (asked.current) first.current?.focus();
    asked.current = asking;
  }, [asking]);
  /** Prevented, so that it does not count in full as the first of two that leave the page: see utils/escape-twice.ts. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    answer();
  };
  const answer = (then?: () => void) => {
    setAsking(false);
    then?.();
  };
  if (!asking) {
    return (
      <button type="button" class="button-danger" ref={first} onClick={() => setAsking(true)}>
        {label}
      </button>
    );
  }
  return (
    <fieldset class="note note-danger" onKeyDown={onKeyDown}>
      <legend class="only-read">{label}</legend>
      <p id={id}>{question}</p>
      <div class="actions">
        <button type="button" class="button-quiet" ref={keep} aria-describedby={id} onClick={() => answer()}>
          {no}
        </button>
        <button type="button" class="button-danger" onClick={() => answer(onYes)}>
          {yes}
        </button>
      </div>
    </fieldset>
  );
}
