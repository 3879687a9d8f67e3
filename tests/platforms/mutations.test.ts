// @vitest-environment happy-dom
// Every adapter's pages, changed in every way that sites change them: afterwards each adapter reads exactly what is
// there, or says that it can't. It may say "unknown" of a side that it knew before; it may never say a wrong one.
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Adapter, OpenConversation } from '../../page/adapter';
import { adapters } from '../../platforms/index';
import { EXCEPTIONS } from './exceptions';
import { chatPages, type FixturePage } from './fixture-pages';
import { mutations, readRows, type World } from './mutate';
import { moveTo, showPage } from './page';
import { misread } from './verdict';

function show({ html, expected }: FixturePage): World {
  vi.useFakeTimers({ now: new Date(expected.now), toFake: ['Date'] });
  const url = new URL(expected.url);
  moveTo(expected.url);
  showPage(html);
  const adapter = adapters.find((each) => each.covers(url)) as Adapter;
  const conversation = adapter.open(document, url) as OpenConversation;
  return { adapter, url, conversation, ...readRows(adapter, conversation) };
}

afterEach(() => vi.useRealTimers());

const sites = [...new Set(chatPages().map(({ expected }) => expected.adapter))];

describe.each(Object.entries(mutations))('%s', (name, mutate) => {
  test('can be made on a page of every site, or it is said why not', () => {
    const without = sites.filter((site) => {
      const pages = chatPages().filter(({ expected }) => expected.adapter === site);
      return pages.every((page) => mutate(show(page)) === null);
    });
    expect(without).toEqual(Object.keys(EXCEPTIONS[name] ?? {}));
  });
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
