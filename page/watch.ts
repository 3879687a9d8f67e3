// Watches a page: which conversation is open, its rows, the requests it shows, and whether it can be read at all.
// Knows no site and no `browser.*`: adapters say where to look, callbacks what to do (docs/architecture.md).
import { createGuard } from './guard';
import { createHealth } from './health';
import { createOpened } from './opened';
import { createPulse } from './pulse';
import { createReader } from './reader';
import { createRequests } from './requests';
import { createSchedule } from './schedule';
import { createSeenShelf, type Seen } from './seen';
import { type Sighting, sightPage } from './sighting';
import { createSwitches, SETTLE_MS, type Sight, type Step } from './switches';
import type { WatchPage } from './watch-types';

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
  const switches = createSwitches();
  const opened = createOpened(document, guard, events);
  const health = createHealth((state, adapter) =>
    guard.tell('onHealth', () => events.onHealth(state, adapter)),
  );
  const requests = createRequests(document, guard, (cards, adapter) =>
    guard.tell('onRequests', () => events.onRequests(cards, adapter)),
  );
  const reader = createReader({
    schedule,
    guard,
    now,
    mayRead: () => look(false).is === 'steady',
    onArrivals: (arrivals) => guard.tell('onMessages', () => events.onMessages(arrivals)),
    onSlice: () => judge(),
  });
  const roots = () =>
    sighting.covering.flatMap((each) => guard.run(each, 'roots', () => each.roots?.(document) ?? [], []));
  const pulse = createPulse({ document, schedule, signal, look: () => look(true), roots });
  signal.addEventListener('abort', () => reader.close());

  let paused = false;
  let open: { readonly sight: Sight; readonly seen: Seen | null } = { sight: null, seen: null };
  let sighting: Sighting;

  /** Facts and requests are looked at only in `whole` looks, at most every 250 ms; between slices the chat alone is. */
  const look = (whole: boolean): Step => {
    sighting = sightPage(document, adapters, guard);
    const step = switches.step(sighting.sight, performance.now(), reader.holdsOldRows);
    if (step.is === 'pending') {
      paused = true;
      pulse.lookIn(SETTLE_MS);
    } else follow(step, whole);
    if (whole) requests.check(sighting.url, sighting.covering);
    judge();
    return step;
  };

  const follow = (step: Exclude<Step, { is: 'pending' }>, whole: boolean): void => {
    const { current } = step;
    const seen = current ? shelf.of(keyOf(current)) : null;
    open = { sight: current, seen };
    if (step.is === 'switched') opened.switchTo(current);
    else if (current && (whole || step.is === 'moved')) opened.update(current);
    if (!current || !seen) reader.close();
    else if (step.is !== 'steady') reader.open({ ...current, seen });
    else if (paused) reader.resume();
    paused = false;
  };

  const judge = (): void => {
    const reading = open.sight?.adapter ?? null;
    const again = health.look(
      {
        adapter: reading ?? sighting.adapter,
        open: open.sight !== null,
        expected: sighting.expected,
        rows: open.seen?.size ?? 0,
        problem: reader.problem(),
        broken: sighting.broken || (reading !== null && guard.isOff(reading)),
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
