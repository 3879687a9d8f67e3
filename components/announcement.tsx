// A sentence for screen readers alone, said once and without taking the focus.
import { useEffect, useState } from 'preact/hooks';

/** A live region must stand in the page before its text changes, or it is not read out. In milliseconds. */
const ANNOUNCE_AFTER = 200;
/** Then it is emptied, silently: who reads on must not meet the sentence twice. In milliseconds. */
const ANNOUNCE_UNTIL = 5_000;

export type AnnouncementProps = {
  /** Nothing is said where it is empty. */
  readonly text: string;
  /** Breaks into what is being read. */
  readonly urgent?: boolean;
};

/** Says `text` when it comes and whenever it becomes another. Give it a `key` where the same words can be news. */
export function Announcement({ text, urgent = false }: AnnouncementProps) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timers = [
      setTimeout(() => setSaid(text), ANNOUNCE_AFTER),
      setTimeout(() => setSaid(''), ANNOUNCE_UNTIL),
    ];
    return () => timers.forEach(clearTimeout);
  }, [text]);
  return (
    <div class="announcement only-read" aria-live={urgent ? 'assertive' : 'polite'}>
      {said}
    </div>
  );
}
