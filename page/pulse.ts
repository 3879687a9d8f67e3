// Says when to look at the page again: after it changed, after the address did, or after a set time.
import type { Schedule } from './schedule';

/** At most one look at the page in so many milliseconds, however much it changes. */
export const LOOK_MS = 250;

export type Pulse = {
  /** Looks again in `ms` milliseconds, or sooner where something else asks for it. */
  lookIn(ms: number): void;
};

type Options = {
  readonly document: Document;
  readonly schedule: Schedule;
  readonly signal: AbortSignal;
  readonly look: () => void;
  /** Open shadow roots to hear as well; asked after each look. */
  readonly roots: () => readonly ShadowRoot[];
};

/**
 * Changes of the document are heard once and then not again until the look is over, so that a page that changes a
 * thousand times a second costs as little as one that changes twice. Telegram Web A moves its address without any
 * event; the look after the change of its rows finds it.
 */
export function createPulse({ document, schedule, signal, look, roots }: Options): Pulse {
  let due = Number.POSITIVE_INFINITY;
  const observer = new MutationObserver(() => {
    observer.disconnect();
    lookIn(LOOK_MS);
  });
  const hear = (root: Node) => observer.observe(root, { childList: true, subtree: true });

  const lookIn = (ms: number): void => {
    const at = performance.now() + ms;
    if (at >= due) return;
    due = at;
    schedule.after(ms, () => {
      if (due !== at) return; // an earlier look was asked for meanwhile
      due = Number.POSITIVE_INFINITY;
      look();
      for (const root of [document, ...roots()]) hear(root);
    });
  };

  const soon = () => lookIn(0);
  const view = document.defaultView;
  for (const type of ['hashchange', 'popstate', 'pageshow']) view?.addEventListener(type, soon, { signal });
  document.addEventListener('visibilitychange', soon, { signal });
  // pushState fires no event of its own; the Navigation API (Chromium, Safari 26, Firefox 147) tells of it.
  (view as { navigation?: EventTarget } | null)?.navigation?.addEventListener('navigatesuccess', soon, {
    signal,
  });
  signal.addEventListener('abort', () => observer.disconnect());
  hear(document);
  return { lookIn };
}
