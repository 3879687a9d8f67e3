// The life of the content script: asks the background for what it needs, reads, starts anew when settings change,
// answers the popup, and ends when the extension is gone, with no trace but an open warning of danger.
import { keyFromBase64 } from '../../utils/keys';
import type { Answers, FromPopup, PageStructure, TabReport, ToTab } from '../../utils/messages';
import { reportError } from '../../utils/report-error';
import { serviceOf } from '../../utils/service-of';
import { askUntilAnswered, type Link, pauseAfter, underKey } from './background-link';
import { type Reading, type ReadingOptions, startReading } from './reading';
import { createStatus, type Status } from './status';
import { structureOf } from './structure-of';

type Hello = Answers['hello'];

export type ContentOptions = Omit<ReadingOptions, 'status'> & {
  readonly link: Link;
  /** True in a frame of a page: it speaks only where a chat is open in it. */
  readonly inFrame?: boolean;
  /** Listens to the popup and the background; `answer` gives undefined for what is not for us. Answers how to stop. */
  onMessage(answer: (message: unknown) => Promise<TabReport | PageStructure | null> | undefined): () => void;
  readonly signal: AbortSignal;
};

/** Runs until `signal` aborts. Nothing is thrown into the page. */
export function runContent(options: ContentOptions): void {
  const { link, signal } = options;
  const { document, inFrame = false } = options;
  const service = serviceOf(options.adapters, new URL(document.location.href), inFrame);
  if (service === null) return;
  const status = createStatus(link, inFrame);
  let hello: Hello | null = null;
  let reading: Reading | null = null;
  let stopReading = new AbortController();
  let makeshifts = 0;
  let again: ReturnType<typeof setTimeout> | undefined;

  /** What was answered without storage holds until storage answers: that is asked for again. */
  const askAgainAfter = ({ makeshift }: Hello) => {
    clearTimeout(again);
    makeshifts = makeshift ? makeshifts + 1 : 0;
    if (makeshift) again = setTimeout(refreshSafely, pauseAfter(makeshifts - 1));
  };

  /** Takes what the background says now; reads anew only where that changes what is read or written. */
  const refresh = async () => {
    const next = await askUntilAnswered(link, { type: 'hello', service }, signal, () => {
      if (reading === null) status.set({ state: 'broken', why: 'no-background' });
    });
    if (next === null || signal.aborted) return;
    askAgainAfter(next);
    const before = hello;
    const now = known(before, next);
    hello = now;
    if (before !== null && reading !== null && !needsNewStart(before, now)) return reading.renew(now);
    const stood = reading?.cardState() ?? 'none';
    if (before !== null && before.key !== now.key) reading?.forget();
    stopReading.abort();
    stopReading = new AbortController();
    const unheard = before?.makeshift ? reading?.told() : undefined;
    reading = null;
    const memoryFailed = now.makeshift === true;
    status.set({ ...NOTHING_READ, memoryFailed, state: now.paused ? 'paused' : 'idle' });
    if (now.paused) return;
    const key = keyFromBase64(now.key);
    const own = {
      link: key === null ? link : underKey(link, key),
      status: untilEnd(status, stopReading.signal),
    };
    reading = startReading({ ...options, ...own }, now, { signal: stopReading.signal, stood, unheard });
  };
  const refreshSafely = () =>
    refresh().catch((error) => {
      reportError('content', error);
      status.set({ state: 'broken', why: 'adapter-error' });
    });

  const stopListening = options.onMessage((message) => {
    switch (typeOf(message)) {
      case 'report':
        return answerOf(status, document, inFrame, () => status.report());
      case 'structure':
        return answerOf(status, document, inFrame, () =>
          hello === null || hello.paused ? null : structureOf(document, options.adapters),
        );
      case 'unsnooze':
        reading?.chat()?.snooze(false);
        return Promise.resolve(null);
      case 'show-card':
        reading?.chat()?.showCard();
        return Promise.resolve(null);
      case 'settings-changed':
        return refreshSafely().then(() => null);
      default:
        return undefined;
    }
  });
  // A page that was left, kept by the browser and come back to heard nothing meanwhile (a site switched off, everything
  // forgotten), and its lamp went out.
  const onShown = (event: PageTransitionEvent) => {
    if (!event.isTrusted || !event.persisted) return; // a page can make one up
    // Once it is known whether the page is still read; the page around a frame speaks before it.
    void refreshSafely().then(() => setTimeout(status.tellAgain, inFrame ? FRAME_FIRST_MS : 0));
  };
  document.defaultView?.addEventListener('pageshow', onShown, { signal });
  signal.addEventListener('abort', () => {
    clearTimeout(again);
    stopListening();
    reading?.leave();
    stopReading.abort();
  });
  void refreshSafely();
}

/** A frame with a chat answers the popup before the page around it does, in milliseconds. */
const FRAME_FIRST_MS = 150;

/** The first answer of a tab's frames counts: one without a chat leaves it to the others, and the page around waits. */
function answerOf<T>(
  status: Status,
  document: Document,
  inFrame: boolean,
  answer: () => T,
): Promise<T> | undefined {
  const isIdle = status.report().state === 'idle';
  if (inFrame && isIdle) return undefined;
  if (!isIdle || document.querySelector('iframe') === null) return Promise.resolve().then(answer);
  return new Promise((resolve) => setTimeout(resolve, FRAME_FIRST_MS)).then(answer);
}

const NOTHING_READ = { why: null, requests: 0, failedPacks: [], chat: null } as const;

/**
 * What holds after an answer. One that was made without storage takes nothing away that is known: no settings of the
 * person, and no key, so that nothing is read that they switched off, and the same names hold until the true ones come.
 */
function known(before: Hello | null, next: Hello): Hello {
  if (before === null || !next.makeshift) return next;
  return before.makeshift ? { ...next, key: before.key } : before;
}

/** What is refused to a reading that has ended, whose key was made up or deleted, says nothing of memory in the next. */
function untilEnd(status: Status, signal: AbortSignal): Status {
  return {
    ...status,
    set(change) {
      if (!signal.aborted) status.set(change);
    },
  };
}

/**
 * A new language is written, a new key is stored under, and the sensitivity belongs to each engine from its start. What was
 * begun without storage is begun anew with it: memory was not there to be read.
 */
function needsNewStart(before: Hello, next: Hello): boolean {
  return (
    (before.makeshift === true && !next.makeshift) ||
    before.paused !== next.paused ||
    before.language !== next.language ||
    before.key !== next.key ||
    before.settings.sensitivity !== next.settings.sensitivity
  );
}

type Asked = (FromPopup | ToTab)['type'];
const ASKED: readonly string[] = [
  'report',
  'structure',
  'unsnooze',
  'show-card',
  'settings-changed',
] satisfies Asked[];

/** The type of a message that is for a tab, or null. */
function typeOf(message: unknown): Asked | null {
  const type = typeof message === 'object' && message !== null && 'type' in message ? message.type : null;
  return typeof type === 'string' && ASKED.includes(type) ? (type as Asked) : null;
}
