// Builds the detector without holding up the page, and keeps what happens meanwhile in order.
import { type Detector, startDetector } from '../../engine/detector';
import type { Answers } from '../../utils/messages';
import { reportError } from '../../utils/report-error';
import { createResting } from './rest';
import type { Status } from './status';

export type Ready = {
  /** True once a conversation was seen: before that a page costs nothing but a look. */
  isBegun(): boolean;
  /** True where no pack can be used. */
  hasFailed(): boolean;
  /** Runs at once where the detector is built, else in order as soon as it is. */
  later<Args extends readonly unknown[]>(
    run: (detector: Detector, ...args: Args) => void,
  ): (...args: Args) => void;
};

/** The same without the packs: what a page keeps for as long as it is open need not hold every phrase twice. */
export function withoutPacks(hello: Answers['hello']): Answers['hello'] {
  return { ...hello, rules: { ...hello.rules, packs: [] } };
}

/** The detector, built in slices from the first conversation on. Where no pack can be used, the status says so. */
export function createReady(
  hello: Answers['hello'],
  { status, now }: { readonly status: Status; readonly now: () => number },
  signal: AbortSignal,
): Ready {
  const count = hello.rules.packs.length;
  let source: Answers['hello'] | null = hello;
  let detector: Detector | null = null;
  let hasFailed = false;
  let waiting: ((built: Detector) => void)[] | null = null;

  function take(built: Detector): void {
    status.set({ failedPacks: built.failures.map(({ language }) => language) });
    for (const failure of built.failures) reportError(`pack: ${failure.language}`, failure);
    hasFailed = built.failures.length === count;
    if (hasFailed) status.set({ state: 'broken', why: 'no-packs' });
    else detector = built;
    for (const run of hasFailed ? [] : (waiting ?? [])) run(built);
    waiting = [];
  }

  async function workOn(work: () => Detector | null): Promise<void> {
    const resting = createResting();
    let built: Detector | null = null;
    while (built === null && !signal.aborted) {
      await resting.rest();
      built = work();
    }
    resting.close();
    if (built && !signal.aborted) take(built);
  }

  function begin({ rules }: Answers['hello']): void {
    source = null;
    waiting = [];
    const work = startDetector(rules.packs, rules.signals, now);
    const built = work();
    if (built) take(built);
    else workOn(work).catch((error) => reportError('packs', error));
  }

  return {
    isBegun: () => waiting !== null,
    hasFailed: () => hasFailed,
    later:
      (run) =>
      (...args) => {
        if (source !== null) begin(source);
        if (detector) run(detector, ...args);
        else if (!hasFailed) waiting?.push((built) => run(built, ...args));
      },
  };
}
