// @vitest-environment happy-dom
// A page that stays open over midnight, whose "Today" is not written anew: its messages stay the same ones on every site, and
// none is of a time to come.
import { afterEach, expect, test, vi } from 'vitest';
import type { Adapter, OpenConversation } from '../../page/adapter';
import { adapters } from '../../platforms/index';
import { chatPages } from './fixture-pages';
import { readRows } from './mutate';
import { showPage } from './page';

const DAY_MS = 24 * 3_600_000;
/** A clock may be somewhat ahead of ours (page/clock.ts). */
const AHEAD_MS = 10 * 60_000;

afterEach(() => vi.useRealTimers());

test.each(chatPages())('$title', ({ html, expected }) => {
  const url = new URL(expected.url);
  showPage(html.replaceAll('November 2<', 'Today<'));
  const adapter = adapters.find((each) => each.covers(url)) as Adapter;
  const readAt = (now: number) => {
    vi.useFakeTimers({ now, toFake: ['Date'] });
    const { readings } = readRows(adapter, adapter.open(document, url) as OpenConversation);
    return readings;
  };
  const idsAt = (now: number) => readAt(now).map(({ id }) => id);
  const now = new Date(expected.now).getTime();
  expect(idsAt(now + DAY_MS)).toEqual(idsAt(now));
  const afterMidnight = new Date(now + DAY_MS).setHours(0, 5);
  for (const { at } of readAt(afterMidnight)) expect(at ?? 0).toBeLessThanOrEqual(afterMidnight + AHEAD_MS);
});
