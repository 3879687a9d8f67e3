// One of the conversations that stand side by side on a page: follows its switches and reads its rows.
import type { Guard } from './guard';
import { createOpened } from './opened';
import { createReader } from './reader';
import type { Schedule } from './schedule';
import type { Seen } from './seen';
import { createSwitches, type Sight, type Step } from './switches';
import type { WatchEvents } from './watch-types';

export type Pane = {
  /** Takes in what this pane shows now. Facts are looked at only in `whole` looks. */
  look(sight: Sight, whole: boolean): Step;
  readonly open: Sight;
  /** Rows that were read in the open conversation. */
  readonly rows: number;
  problem(): 'no-rows' | 'no-direction' | null;
  close(): void;
};

type Options = {
  readonly document: Document;
  readonly schedule: Schedule;
  readonly guard: Guard;
  readonly events: WatchEvents;
  readonly now: () => number;
  readonly seenOf: (sight: NonNullable<Sight>) => Seen;
  /** Asked before each slice: do page and address still say the same conversation? */
  readonly mayRead: () => boolean;
  readonly onSlice: () => void;
};

export function createPane(index: number, options: Options): Pane {
  const { document, guard, events, seenOf, ...rest } = options;
  const switches = createSwitches();
  const opened = createOpened(document, guard, events, index);
  const reader = createReader({
    ...rest,
    guard,
    onArrivals: (arrivals) => guard.tell('onMessages', () => events.onMessages(arrivals, index)),
  });
  let paused = false;
  let open: Sight = null;
  let seen: Seen | null = null;

  const follow = (step: Exclude<Step, { is: 'pending' }>, whole: boolean): void => {
    const { current } = step;
    open = current;
    seen = current ? seenOf(current) : null;
    if (step.is === 'switched') opened.switchTo(current);
    else if (current && (whole || step.is === 'moved')) opened.update(current);
    if (!current || !seen) reader.close();
    else if (step.is !== 'steady') reader.open({ ...current, seen });
    else if (paused) reader.resume();
    paused = false;
  };

  return {
    look(sight, whole) {
      const step = switches.step(sight, performance.now(), reader.holdsOldRows);
      if (step.is === 'pending') paused = true;
      else follow(step, whole);
      return step;
    },
    get open() {
      return open;
    },
    get rows() {
      return seen?.size ?? 0;
    },
    problem: reader.problem,
    close: reader.close,
  };
}

/** Gives each pane what it shows now: the conversation that it showed before where that is still there, else a new one. */
export function assignPanes(found: readonly Sight[], before: readonly Sight[]): readonly Sight[] {
  const left = [...found];
  const kept = before.map((sight) => {
    const at = sight ? left.findIndex((each) => isSameChat(each, sight)) : -1;
    return at < 0 ? null : (left.splice(at, 1)[0] ?? null);
  });
  return kept.map((sight) => sight ?? left.shift() ?? null);
}

function isSameChat(a: Sight, b: Sight): boolean {
  return a?.adapter === b?.adapter && a?.conversation.peer === b?.conversation.peer;
}
