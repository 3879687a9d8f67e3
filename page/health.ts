// Says whether the page can be read, and why not: only after a grace period, and takes it back once it can.
import type { Adapter } from './adapter';
import type { Health } from './watch-types';

/** A chat that loads is not unreadable; after so many milliseconds it is. */
const GRACE_MS = 3_000;

export type Trouble = Extract<Health, { state: 'unreadable' }>['why'];

/** What the page looks like now. */
export type Look = {
  readonly adapter: Adapter | null;
  /** A conversation is open. */
  readonly open: boolean;
  /** The address says that one should be. */
  readonly expected: boolean;
  /** Rows that were read in it. */
  readonly rows: number;
  readonly problem: 'no-rows' | 'no-direction' | null;
  /** The adapter threw: no grace for a bug. */
  readonly broken: boolean;
};

export type HealthWatch = {
  /** Takes in a look; `at` in milliseconds. Returns how long until the same look would be judged otherwise, or null. */
  look(look: Look, at: number): number | null;
};

export function createHealth(report: (health: Health, adapter: Adapter | null) => void): HealthWatch {
  let said = '';
  let last: Health = { state: 'idle' };
  let troubledSince: number | null = null;
  const say = (health: Health, adapter: Adapter | null): void => {
    last = health;
    const saying = `${adapter?.id ?? ''} ${JSON.stringify(health)}`;
    if (saying === said) return;
    said = saying;
    report(health, adapter);
  };
  return {
    look(look, at) {
      const trouble = troubleOf(look);
      if (trouble === null) {
        troubledSince = null;
        say(look.open ? { state: 'reading', rows: look.rows } : { state: 'idle' }, look.adapter);
        return null;
      }
      troubledSince ??= at;
      const left = trouble === 'adapter-error' ? 0 : troubledSince + GRACE_MS - at;
      if (left > 0) {
        say(last.state === 'unreadable' ? last : { state: 'idle' }, look.adapter);
        return left;
      }
      say({ state: 'unreadable', why: trouble }, look.adapter);
      return null;
    },
  };
}

function troubleOf(look: Look): Trouble | null {
  if (look.broken) return 'adapter-error';
  if (!look.open) return look.expected ? 'no-list' : null;
  return look.problem;
}
