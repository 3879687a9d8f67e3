// @vitest-environment happy-dom
// One runner over tests/fixtures/<platform>/<name>.html: what each adapter must read from it stands beside it.
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Adapter, OpenConversation, RowReading } from '../../page/adapter';
import { adapters } from '../../platforms/index';
import { type Expected, fixturePages } from './fixture-pages';
import { showPage } from './page';

const pages = fixturePages();

function adapterFor(expected: Expected): Adapter {
  const url = new URL(expected.url);
  const covering = adapters.filter((each) => each.covers(url));
  const adapter = covering.find(({ id }) => id === expected.adapter);
  expect(adapter).toBeDefined();
  // Chats that dock stand beside whatever else the page is for; of all others one alone covers an address.
  expect(covering.filter((each) => each !== adapter && !each.openAll)).toEqual([]);
  return adapter as Adapter;
}

function summary(conversation: OpenConversation | null): Record<string, unknown> | null {
  if (!conversation) return null;
  const { peer, title, group, request, weak, composer } = conversation;
  return { peer, title, group, request, weak, composer: composer !== null };
}

function readAll(adapter: Adapter, conversation: OpenConversation): RowReading[] {
  const rows = [...conversation.list.querySelectorAll(adapter.row)];
  return rows.map((row) => adapter.read(row, conversation)).filter((reading) => reading !== null);
}

/** Only the fields that the page's expectation names. */
function pick(reading: RowReading | undefined, fields: object): Record<string, unknown> {
  return Object.fromEntries(Object.keys(fields).map((key) => [key, reading?.[key as keyof RowReading]]));
}

afterEach(() => vi.useRealTimers());

describe.each(pages)('$title', ({ html, expected }) => {
  function openPage() {
    vi.useFakeTimers({ now: new Date(expected.now), toFake: ['Date'] });
    showPage(html);
    const adapter = adapterFor(expected);
    return {
      adapter,
      url: new URL(expected.url),
      conversation: adapter.open(document, new URL(expected.url)),
    };
  }

  if ('conversation' in expected)
    test('opens the conversation, or none', () => {
      const { conversation } = openPage();
      expect(summary(conversation)).toEqual(expected.conversation);
    });

  if (expected.conversation)
    test('is where a conversation should be open: if its list is not found, the person is told', () => {
      const { adapter, url } = openPage();
      // Chats that dock stand on pages of which most have none.
      expect(adapter.expectsConversation(url, document)).toBe(adapter.id !== 'messenger-docked');
    });

  if (expected.panes)
    test('opens all conversations that stand side by side', () => {
      const { adapter, url } = openPage();
      expect(adapter.openAll?.(document, url).map(({ peer }) => peer)).toEqual(expected.panes);
    });

  if (expected.messages)
    test('reads its messages in the order of the page', () => {
      const { adapter, conversation } = openPage();
      const readings = readAll(adapter, conversation as OpenConversation);
      const wanted = (expected.messages ?? []).map((message) => ({
        ...message,
        ...(message.at && typeof message.at === 'object' ? { at: new Date(message.at.local).getTime() } : {}),
      }));
      expect(readings.map((reading, index) => pick(reading, wanted[index] ?? { text: '' }))).toEqual(wanted);
      expect(new Set(readings.map((reading) => reading.id)).size).toBe(readings.length);
    });

  if (expected.facts)
    test('tells the facts that the page shows', () => {
      const { adapter, conversation } = openPage();
      expect(adapter.facts?.(document, conversation as OpenConversation)).toEqual(expected.facts);
    });

  if (expected.requests)
    test('finds the requests', () => {
      const { adapter, url } = openPage();
      const cards = adapter.requests?.(document, url) ?? [];
      expect(cards.map(({ id, name, facts }) => ({ id, name, facts }))).toEqual(expected.requests);
      for (const { element } of cards)
        expect(element.matches('a') || element.querySelector('button, [role="button"]') !== null).toBe(true);
    });
});
