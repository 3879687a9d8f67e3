// @vitest-environment happy-dom
// Every adapter's pages, changed in every way that sites change them: afterwards each adapter reads exactly what is
// there, or says that it can't. It may say "unknown" of a side that it knew before; it may never say a wrong one.
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Adapter, OpenConversation } from '../../page/adapter';
import { adapters } from '../../platforms/index';
import { chatPages, type FixturePage } from './fixture-pages';
import { mutations, readRows, type World } from './mutate';
import { showPage } from './page';
import { QUOTES, UNKNOWN_QUOTES } from './quotes';
import { misread } from './verdict';

function show({ html, expected }: FixturePage): World {
  vi.useFakeTimers({ now: new Date(expected.now), toFake: ['Date'] });
  const url = new URL(expected.url);
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(expected.url);
  showPage(html);
  const adapter = adapters.find((each) => each.covers(url)) as Adapter;
  const conversation = adapter.open(document, url) as OpenConversation;
  return { adapter, url, conversation, ...readRows(adapter, conversation) };
}

afterEach(() => vi.useRealTimers());

test('each site that shows chats has its way of quoting, or is known to have none that is known', () => {
  const chatting = new Set(chatPages().map(({ expected }) => expected.adapter));
  expect([...Object.keys(QUOTES), ...UNKNOWN_QUOTES].toSorted()).toEqual([...chatting].toSorted());
});

describe.each(chatPages())('$title', (page) => {
  test.each(Object.entries(mutations))('%s', (_name, mutate) => {
    const world = show(page);
    expect(world.readings.length).toBeGreaterThan(0);
    const wanted = mutate(world);
    if (wanted === null) return; // nothing on this page to change in this way
    expect(misread(world, wanted)).toBeNull();
  });
});
