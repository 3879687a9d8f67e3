// @vitest-environment happy-dom
// Adverts for illegal content in groups and channels: the combination of one author alone warns, parts of several don't.
// Words are mild and invented; where a link leads is read from the page, and nothing is followed.
import { afterEach, expect, test, vi } from 'vitest';
import { createConversation } from '../../engine/conversation';
import type { Adapter, OpenConversation } from '../../page/adapter';
import { hashText } from '../../page/hash';
import { adapters } from '../../platforms/index';
import { shippedReader } from '../shipped-rules';
import { chatPages, type FixturePage } from './fixture-pages';
import { readRows } from './mutate';
import { showPage } from './page';

const pages = chatPages().filter(({ expected }) => expected.level !== undefined);

afterEach(() => vi.useRealTimers());

function levelOf({ html, expected }: FixturePage) {
  vi.useFakeTimers({ now: new Date(expected.now), toFake: ['Date'] });
  showPage(html);
  const url = new URL(expected.url);
  const adapter = adapters.find(({ id }) => id === expected.adapter) as Adapter;
  const open = adapter.open(document, url) as OpenConversation;
  const conversation = createConversation({
    ...shippedReader,
    ...{ group: open.group, memory: null },
    fingerprint: (text) => Number.parseInt(hashText(text).slice(0, 6), 36),
    now: Date.now,
  });
  for (const message of readRows(adapter, open).readings) conversation.add(message, { history: false });
  return conversation.assessment();
}

test('four services have groups with an advert', () => {
  expect(pages.filter(({ expected }) => expected.level === 'caution').length).toBeGreaterThanOrEqual(4);
});

test.each(pages)('$title', (page) => {
  const { level, because } = levelOf(page);
  expect({ level, because }).toEqual({
    level: page.expected.level,
    because: page.expected.level === 'calm' ? null : 'advert',
  });
});
