// Script time out of a trace of the browser. Its plain counter leaves out what runs after an `await`, and layout that script
// asks for; a trace has both.
import type { CDPSession } from '@playwright/test';

type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  /** Time of the thread in microseconds, which a busy machine does not change. */
  readonly tdur?: number;
  readonly dur?: number;
  readonly args?: { readonly name?: string; readonly data?: { readonly url?: string } };
};

/**
 * Milliseconds of a thread. `sum`: of script and layout together. A site's own layout may come within script of ours that asks
 * for a place, and not after it: it is there with us and without, and one less the other leaves what is added. `longest`: of
 * the longest piece of script; `longestOurs`: of the longest call of an extension. Both with the layout that they ask for.
 */
export type ScriptTime = { readonly sum: number; readonly longest: number; readonly longestOurs: number };

/** What a page's main thread does to compile and run script. */
const SCRIPT = new Set(['EvaluateScript', 'FunctionCall', 'RunMicrotasks', 'v8.compile', 'v8.run']);
const LAYOUT = new Set(['UpdateLayoutTree', 'Layout']);
const CATEGORIES = 'devtools.timeline,v8,v8.execute,disabled-by-default-v8.compile';

/** Script time of main threads in milliseconds while `run` runs. */
export async function traceScript(session: CDPSession, run: () => Promise<unknown>): Promise<ScriptTime> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { readonly value: readonly object[] }) => {
    for (const event of value) events.push(event as TraceEvent);
  };
  session.on('Tracing.dataCollected', collect);
  try {
    await session.send('Tracing.start', { categories: CATEGORIES, transferMode: 'ReportEvents' });
    await run();
    const complete = new Promise<boolean>((resolve) =>
      session.once('Tracing.tracingComplete', ({ dataLossOccurred }) => resolve(dataLossOccurred)),
    );
    await session.send('Tracing.end');
    if (await complete)
      throw new Error('the browser lost a part of the trace: what is left would look cheap');
    return scriptTimeOf(events);
  } finally {
    session.off('Tracing.dataCollected', collect);
  }
}

/** Each moment counts once, though calls stand inside one another. */
export function scriptTimeOf(events: readonly TraceEvent[]): ScriptTime {
  const threads = new Map<string, TraceEvent[]>();
  const main = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  for (const event of events) {
    const thread = `${event.pid} ${event.tid}`;
    if (!main.has(thread) || event.ph !== 'X') continue;
    if (!SCRIPT.has(event.name) && !LAYOUT.has(event.name)) continue;
    const own = threads.get(thread);
    if (own) own.push(event);
    else threads.set(thread, [event]);
  }
  const all = [...threads.values()];
  const scripts = all.map((own) => own.filter(({ name }) => SCRIPT.has(name)));
  const ours = scripts.flat().filter(({ args }) => args?.data?.url?.startsWith('chrome-extension:'));
  return {
    sum: all.flatMap(piecesOf).reduce((sum, piece) => sum + piece, 0) / 1_000,
    longest: longestOf(scripts.flatMap(piecesOf)),
    longestOurs: longestOf(ours.map(({ tdur = 0 }) => tdur)),
  };
}

/** Microseconds of the outermost events of one thread. */
function piecesOf(events: readonly TraceEvent[]): number[] {
  const pieces: number[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const { ts, dur = 0, tdur = dur } of events.toSorted(
    (a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0),
  )) {
    if (ts < end) continue;
    end = ts + dur;
    pieces.push(tdur);
  }
  return pieces;
}

const longestOf = (pieces: readonly number[]): number =>
  pieces.reduce((longest, piece) => Math.max(longest, piece), 0) / 1_000;
