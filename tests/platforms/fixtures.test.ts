// @vitest-environment happy-dom
// One runner over tests/fixtures/<platform>/<name>.html: what each adapter must read from it stands beside it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Adapter, ContactFact, OpenConversation, RowReading } from '../../page/adapter';
import { adapters } from '../../platforms/index';
import { showPage } from './page';

type Expected = {
  readonly adapter: string;
  readonly url: string;
  /** The time of the test, local. */
  readonly now: string;
  readonly conversation?: Record<string, unknown> | null;
  readonly messages?: readonly (Partial<Omit<RowReading, 'at'>> & {
    at?: { local: string } | number | null;
  })[];
  readonly facts?: readonly ContactFact[];
  readonly requests?: readonly unknown[];
};

const ROOT = join(import.meta.dirname, '../fixtures');

const pages = readdirSync(ROOT)
  .flatMap((folder) => readdirSync(join(ROOT, folder)).map((file) => join(ROOT, folder, file)))
  .filter((file) => file.endsWith('.html'))
  .map((file) => ({
    title: file.slice(ROOT.length + 1, -'.html'.length),
    html: readFileSync(file, 'utf8'),
    expected: JSON.parse(readFileSync(file.replace(/html$/, 'expected.json'), 'utf8')) as Expected,
  }));

function adapterFor(expected: Expected): Adapter {
  const [adapter, ...others] = adapters.filter((each) => each.covers(new URL(expected.url)));
  expect(adapter?.id).toBe(expected.adapter);
  expect(others).toEqual([]);
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
