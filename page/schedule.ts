// Timers of the watcher: later, and when the page has nothing better to do. All stop with the signal.

import type { Guard } from './guard';

/** A page that is never idle (or hidden) still gets its slice after this long, in milliseconds. */
const IDLE_TIMEOUT_MS = 500;

export type Schedule = {
  after(ms: number, task: () => void): void;
  idle(task: () => void): void;
};

export function createSchedule(signal: AbortSignal, guard: Guard): Schedule {
  const guarded = (task: () => void) => () => {
    if (!signal.aborted) guard.tell('scheduled', task);
  };
  return {
    after(ms, task) {
      setTimeout(guarded(task), ms);
    },
    idle(task) {
      // Safari has no requestIdleCallback.
      if (typeof requestIdleCallback === 'function') {
        requestIdleCallback(guarded(task), { timeout: IDLE_TIMEOUT_MS });
      } else setTimeout(guarded(task), 1);
    },
  };
}
