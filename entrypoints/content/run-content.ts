// The life of the content script: asks the background for what it needs, reads, starts anew when settings change,
// answers the popup, and ends when the extension is gone, with no trace but an open warning of danger.
import { keyFromBase64 } from '../../utils/keys';
import type { Answers } from '../../utils/messages';
import { reportError } from '../../utils/report-error';
import { serviceOf } from '../../utils/service-of';
import { type Answering, answerTab, FRAME_FIRST_MS, type TabAnswer } from './answer-tab';
import { askUntilAnswered, type Link, pauseAfter, underKey } from './background-link';
import { knownHello, needsNewStart } from './known-hello';
import { type Reading, type ReadingOptions, startReading } from './reading';
import { createStatus, type Status } from './status';
import { structureOf } from './structure-of';

type Hello = Answers['hello'];

export type ContentOptions = Omit<ReadingOptions, 'status'> & {
  readonly link: Link;
  /** True in a frame of a page: it speaks only where a chat is open in it. */
  readonly inFrame?: boolean;
  /** Listens to the popup and the background; `answer` gives undefined for what is not for us. Answers how to stop. */
  onMessage(answer: (message: unknown) => TabAnswer): () => void;
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
    const now = knownHello(before, next);
    hello = now;
    if (before !== null && reading !== null && !needsNewStart(before, now)) reading.renew(now);
    else startAnew(before, now);
  };

  /** Ends the reading and begins another, where one may be. */
  const startAnew = (before: Hello | null, now: Hello) => {
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

  const answering: Answering = {
    ...{ document, inFrame, status },
    structure: (words) =>
      hello === null || hello.paused ? null : structureOf(document, options.adapters, words),
    chat: () => reading?.chat() ?? null,
    refresh: refreshSafely,
  };
  const stopListening = options.onMessage((message) => answerTab(message, answering));
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

const NOTHING_READ = { why: null, requests: 0, failedPacks: [], chat: null } as const;

/** What is refused to a reading that has ended, whose key was made up or deleted, says nothing of memory in the next. */
function untilEnd(status: Status, signal: AbortSignal): Status {
  return {
    ...status,
    set(change) {
      if (!signal.aborted) status.set(change);
    },
  };
}
