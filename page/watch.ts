// Watches a page: which conversations are open, their rows, the requests it shows, and whether it can be read at all.
// Knows no site and no `browser.*`: adapters say where to look, callbacks what to do (docs/architecture.md).
import { createGuard } from './guard';
import { createHealth } from './health';
import { createPageStates, type PageState } from './page-state';
import { assignPanes, createPane, type Pane } from './pane';
import { createPulse } from './pulse';
import { createRequests } from './requests';
import { createSchedule } from './schedule';
import { createSeenShelf } from './seen';
import { SETTLE_MS, type Sight } from './switches';
import type { WatchPage } from './watch-types';

/** Facebook docks three chats at a usual width; more than these side by side are not read. */
const MOST_PANES = 6;

/** Starts watching `document` with `adapters`. Everything stops when `signal` aborts; nothing throws into the page. */
export const watchPage: WatchPage = ({
  document,
  adapters,
  events,
  signal,
  now = Date.now,
  onError = () => {},
}) => {
  if (signal.aborted) return;
  const guard = createGuard(onError);
  const schedule = createSchedule(signal, guard);
  const shelf = createSeenShelf();
  const stateNow = createPageStates(document, adapters, guard);
  const health = createHealth((state, adapter) =>
    guard.tell('onHealth', () => events.onHealth(state, adapter)),
  );
  const requests = createRequests(document, guard, (cards, adapter) =>
    guard.tell('onRequests', () => events.onRequests(cards, adapter)),
  );
  const panes: Pane[] = [];
  /** One to begin with, and more where as many chats are seen side by side. */
  const growPanes = (count: number) => {
    while (panes.length < Math.min(count, MOST_PANES)) panes.push(createPaneOf(panes.length));
  };
  const createPaneOf = (index: number) =>
    createPane(index, {
      ...{ document, schedule, guard, events, now },
      seenOf: (sight) => shelf.of(keyOf(sight)),
      mayRead: () => look(false)[index] === 'steady',
      onSlice: () => judge(),
    });
  growPanes(1);
  const roots = () =>
    state.covering.flatMap((each) => guard.run(each, 'roots', () => each.roots?.(document) ?? [], []));
  const pulse = createPulse({ document, schedule, signal, look: () => look(true), roots });
  signal.addEventListener('abort', () => {
    for (const pane of panes) pane.close();
  });

  let state: PageState;

  /** Facts and requests are looked at only in `whole` looks, at most every 250 ms; between slices the chats alone are. */
  const look = (whole: boolean) => {
    state = stateNow();
    growPanes(state.sights.length);
    const sights = assignPanes(
      state.sights,
      panes.map(({ open }) => open),
    );
    const steps = panes.map((pane, index) => pane.look(sights[index] ?? null, whole).is);
    if (steps.includes('pending')) pulse.lookIn(SETTLE_MS);
    if (whole) requests.check(state.url, state.covering);
    judge();
    return steps;
  };

  const judge = (): void => {
    const open = panes.filter((pane) => pane.open !== null);
    const reading = open[0]?.open?.adapter ?? null;
    const again = health.look(
      {
        adapter: reading ?? state.adapter,
        open: open.length > 0,
        expected: open.length === 0 && state.expects(),
        rows: open.reduce((sum, { rows }) => sum + rows, 0),
        problem: open.map((pane) => pane.problem()).find((problem) => problem !== null) ?? null,
        broken: state.broken || (reading !== null && guard.isOff(reading)),
      },
      performance.now(),
    );
    if (again !== null) pulse.lookIn(again);
  };

  pulse.lookIn(0);
};

/** One conversation is one key, however often its list is drawn anew. */
function keyOf({ adapter, conversation }: NonNullable<Sight>): string {
  return `${adapter.service} ${conversation.peer} ${conversation.group}`;
}
