// Says beside a control what became of the last thing a person did there: saved, or not. For eyes and for ears.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Translate } from '../utils/i18n';

export type Outcome = 'done' | 'failed' | null;

/** Runs an action that resolves to false where it failed, and keeps what became of it. */
export function useOutcome(): readonly [Outcome, (action: () => Promise<boolean>) => Promise<boolean>] {
  const [outcome, setOutcome] = useState<Outcome>(null);
  const run = async (action: () => Promise<boolean>) => {
    setOutcome(null);
    const done = await action().catch(() => false);
    setOutcome(done ? 'done' : 'failed');
    return done;
  };
  return [outcome, run];
}

/** What says the same once more must have been empty in between, or it is not read out. In milliseconds. */
const EMPTY_FOR = 100;

/** For an action that takes no time: its outcome is told only after such a gap. */
export async function afterGap(done: boolean): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, EMPTY_FOR));
  return done;
}

export type OutcomeLineProps = {
  readonly outcome: Outcome;
  readonly t: Translate;
  /** What to say where it worked; "Saved" without it, and where it failed "not saved" instead of "did not work". */
  readonly children?: ComponentChildren;
};

/** Stands in the page from the start: a live region that comes with its text is not read out. */
export function OutcomeLine({ outcome, t, children }: OutcomeLineProps) {
  return (
    <p class={outcome === 'failed' ? 'failed' : 'saved'} role="status">
      {outcome === 'done' && (children ?? t('page.saved'))}
      {outcome === 'failed' && t(children === undefined ? 'page.not-saved' : 'page.not-done')}
    </p>
  );
}
