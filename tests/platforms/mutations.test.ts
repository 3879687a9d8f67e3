// @vitest-environment happy-dom
// Every adapter's pages, changed in every way that sites change them: afterwards each adapter reads exactly what is
// there, or says that it can't. It may say "unknown" of a side that it knew before; it may never say a wrong one.
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Adapter, OpenConversation, RowReading } from '../../page/adapter';
import { createTally } from '../../page/tally';
import { adapters } from '../../platforms/index';
import { chatPages, type FixturePage } from './fixture-pages';
import { mutations, readRows, type World } from './mutate';
import { showPage } from './page';

/** Rows that a page has once somebody talks: a page that gives nothing from so many is called unreadable. */
const ENOUGH_ROWS = 10;

function show({ html, expected }: FixturePage): World {
  vi.useFakeTimers({ now: new Date(expected.now), toFake: ['Date'] });
  const url = new URL(expected.url);
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(expected.url);
  showPage(html);
  const adapter = adapters.find((each) => each.covers(url)) as Adapter;
  const conversation = adapter.open(document, url) as OpenConversation;
  return { adapter, url, conversation, ...readRows(adapter, conversation) };
}

/** What the watcher would call a failure to read: no list where one is due, or rows that give nothing. */
function saysItCant(world: World, now: OpenConversation | null, after: readonly RowReading[]): boolean {
  const { adapter, url } = world;
  if (!now) return true;
  if (after.length > 0) return false;
  const tally = createTally();
  const rows = [...now.list.querySelectorAll(adapter.row)];
  for (let count = 0; rows.length > 0 && count < ENOUGH_ROWS; count += rows.length)
    for (const row of rows) tally.nothing(Math.max(row.textContent?.length ?? 0, 20));
  const rowless = rows.length === 0 && (now.list.textContent?.length ?? 0) > 0;
  return url !== null && (rowless || tally.problem(now.list, adapter.row) !== null);
}

/** The same chat after the change; where several stand side by side, the others are no answer. */
function reopened({ adapter, url, conversation }: World): OpenConversation | null {
  if (!adapter.openAll) return adapter.open(document, url);
  return adapter.openAll(document, url).find(({ peer }) => peer === conversation.peer) ?? null;
}

/** Words and sides, for comparison; a side that is no longer known is not a wrong one. */
function sayings(readings: readonly RowReading[], known: readonly RowReading[]): string[] {
  return readings.map(({ speaker, text }, index) => {
    const lost = speaker === 'unknown' && known[index]?.text === text;
    return `${lost ? known[index]?.speaker : speaker}: ${text}`;
  });
}

afterEach(() => vi.useRealTimers());

describe.each(chatPages())('$title', (page) => {
  test.each(Object.entries(mutations))('%s', (_name, mutate) => {
    const world = show(page);
    expect(world.readings.length).toBeGreaterThan(0);
    const wanted = mutate(world);
    if (wanted === null) return; // nothing on this page to change in this way
    const now = reopened(world);
    const after = now ? readRows(world.adapter, now).readings : [];
    if (saysItCant(world, now, after)) return;
    expect(sayings(after, wanted)).toEqual(sayings(wanted, wanted));
    expect(now?.peer).toBe(world.conversation.peer);
  });
});
