// Script time out of a trace of the browser. Its plain counter leaves out what runs after an `await`; a trace has it.
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

/** Milliseconds of a thread. `longest`: of the longest piece; `longestOurs`: of the longest call of an extension. */
export type ScriptTime = { readonly sum: number; readonly longest: number; readonly longestOurs: number };

/** What a page's main thread does to compile and run script. */
const SCRIPT = new Set(['EvaluateScript', 'FunctionCall', 'RunMicrotasks', 'v8.compile', 'v8.run']);
const CATEGORIES = 'devtools.timeline,v8,v8.execute,disabled-by-default-v8.compile';

/** Script time of main threads in milliseconds while `run` runs. */
export async function traceScript(session: CDPSession, run: () => Promise<unknown>): Promise<ScriptTime> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => void events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', { categories: CATEGORIES, transferMode: 'ReportEvents' });
  await run();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  return scriptTimeOf(events);
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
    if (!main.has(thread) || event.ph !== 'X' || !SCRIPT.has(event.name)) continue;
    const own = threads.get(thread);
    if (own) own.push(event);
    else threads.set(thread, [event]);
  }
  let sum = 0;
  let longest = 0;
  for (const own of threads.values()) {
    let end = Number.NEGATIVE_INFINITY;
    for (const { ts, dur = 0, tdur = dur } of own.toSorted(
      (a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0),
    )) {
      if (ts < end) continue;
      end = ts + dur;
      sum += tdur;
      longest = Math.max(longest, tdur);
    }
  }
  const ours = [...threads.values()]
    .flat()
    .filter(({ args }) => args?.data?.url?.startsWith('chrome-extension:'))
    .map(({ tdur = 0 }) => tdur);
  return { sum: sum / 1_000, longest: longest / 1_000, longestOurs: Math.max(0, ...ours) / 1_000 };
}
