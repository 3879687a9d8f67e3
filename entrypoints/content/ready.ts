// Builds the detector without holding up the page, and keeps what happens meanwhile in order.
import { type Detector, startDetector } from '../../engine/detector';
import { reportError } from '../../utils/report-error';
import { askUntilAnswered, type Link } from './background-link';
import { createResting } from './rest';
import type { Status } from './status';

export type Ready = {
  /** True once a conversation was seen: before that a page costs nothing but a look. */
  isBegun(): boolean;
  /** True where nothing can be read now, whatever the page shows: no pack can be used, or the background does not answer. */
  isStuck(): boolean;
  /** Runs at once where the detector is built, else in order as soon as it is. */
  later<Args extends readonly unknown[]>(
    run: (detector: Detector, ...args: Args) => void,
  ): (...args: Args) => void;
};

/**
 * The detector, built in slices from the first conversation on; the packs are asked for only then, and let go once it is
 * built. Where no pack can be used or none comes, the status says so; `onBack` once they come after all.
 */
export function createReady(
  { status, link, now }: { readonly status: Status; readonly link: Link; readonly now: () => number },
  signal: AbortSignal,
  onBack: () => void,
): Ready {
  let detector: Detector | null = null;
  let isAway = false;
  let hasFailed = false;
  let waiting: ((built: Detector) => void)[] | null = null;

  function take(built: Detector): void {
    status.set({ failedPacks: built.failures });
    for (const language of built.failures) reportError(`pack: ${language}`, new Error('came damaged'));
    if (built.isEmpty) fail();
    else detector = built;
    for (const run of hasFailed ? [] : (waiting ?? [])) run(built);
    waiting = [];
  }

  function fail(): void {
    hasFailed = true;
    waiting = [];
    status.set({ state: 'broken', why: 'no-packs' });
  }

  async function build(): Promise<void> {
    const packs = await askUntilAnswered(link, { type: 'packs' }, signal, () => {
      isAway = true;
      status.set({ state: 'broken', why: 'no-background' });
    });
    if (packs === null || signal.aborted) return;
    if (isAway) {
      isAway = false;
      onBack();
    }
    const work = startDetector(packs, now);
    const resting = createResting();
    let built = work();
    while (built === null && !signal.aborted) {
      await resting.rest();
      built = work();
    }
    resting.close();
    if (built && !signal.aborted) take(built);
  }

  return {
    isBegun: () => waiting !== null,
    isStuck: () => hasFailed || isAway,
    later:
      (run) =>
      (...args) => {
        if (waiting === null) {
          waiting = [];
          build().catch((error) => {
            reportError('packs', error);
            fail();
          });
        }
        if (detector) run(detector, ...args);
        else if (!hasFailed) waiting.push((built) => run(built, ...args));
      },
  };
}
