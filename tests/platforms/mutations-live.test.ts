// @vitest-environment happy-dom
// Every adapter's pages under the watcher, while they change as chats do: each message is told exactly once, under the
// chat it belongs to, however the site moves its elements about.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { chatPages, type FixturePage } from './fixture-pages';
import { look, type Open, start, told } from './live-page';
import { cloneDeep, copyItem, elementOf, itemOf, readRows, rewrite, sampleOf, takeOver } from './mutate';
import { type Log, pass } from './site';

/** Until a change has rested and was read. */
const READ_MS = 1_500;
/** History that is scrolled in; five thousand rows of it are read in a real browser (tests/e2e/mutations.spec.ts). */
const HISTORY_ROWS = 300;
/** An imitation of a DOM looks up ids by walking all of it: on a busy machine that takes a while. */
const SLOW_MS = 60_000;
const BURST_ROWS = 200;

let log: Log;

afterEach(() => {
  log.stop();
  vi.useRealTimers();
});

async function open(page: FixturePage): Promise<Open> {
  log = await start(page);
  return look(page.expected.url);
}

/** One page a site for what is slow: of those whose rows are the site's usual ones, the one with the most messages. */
const byLength = chatPages()
  .filter(({ expected }) => expected.messages?.some(({ speaker }) => speaker === 'other'))
  .toSorted((a, b) => (a.expected.messages?.length ?? 0) - (b.expected.messages?.length ?? 0));
const onePageEach = [...new Map(byLength.map((page) => [page.expected.adapter, page])).values()];

describe.each(chatPages())('$title', (page) => {
  test('each message is told once, and a list that is replaced tells none of it again', async () => {
    const { adapter, conversation, readings } = await open(page);
    const beside = adapter.openAll?.(document, new URL(page.expected.url)).slice(1) ?? [];
    const others = beside.flatMap((each) => readRows(adapter, each).readings);
    const texts = [...readings, ...others].map(({ text }) => text);
    expect(told(log)).toEqual(texts);
    const list = elementOf(conversation);
    list.replaceWith(cloneDeep(list));
    await pass(READ_MS);
    expect(told(log)).toEqual(texts);
  });

  test('an edit is told once; a row emptied and filled again is not', async () => {
    const chat = await open(page);
    const found = sampleOf(chat);
    if (!found) return;
    const before = log.said.length;
    rewrite(found.row, found.reading.text, 'quite another thing');
    await pass(READ_MS);
    expect(told(log, before)).toEqual(['quite another thing']);
    const inside = found.row.shadowRoot ?? found.row;
    const content = [...inside.childNodes];
    inside.replaceChildren();
    await pass(READ_MS);
    inside.append(...content);
    await pass(READ_MS);
    expect(told(log, before)).toEqual(['quite another thing']);
  });

  test('an element recycled for another message tells that message', async () => {
    const chat = await open(page);
    const found = sampleOf(chat);
    if (!found) return;
    const next = copyItem(found.row, found.reading, 'a new message', 1);
    const before = log.said.length;
    takeOver(found.row, next);
    await pass(READ_MS);
    expect(told(log, before)).toEqual(['a new message']);
  });
});

describe.each(onePageEach)('$expected.adapter', { timeout: SLOW_MS }, (page) => {
  test('history scrolled in above is told once and as history', async () => {
    const chat = await open(page);
    const found = sampleOf(chat);
    if (!found) throw new Error('no row to copy');
    const before = log.said.length;
    const { row: selector } = chat.adapter;
    const item = itemOf(found.row, chat.conversation, selector);
    let first = itemOf(chat.rows[0] as Element, chat.conversation, selector);
    for (let count = HISTORY_ROWS; count > 0; count -= 1) {
      const older = copyItem(item, found.reading, `older ${count}`, -count);
      first.before(older);
      first = older;
    }
    await pass(READ_MS * 4);
    expect(new Set(told(log, before)).size).toBe(HISTORY_ROWS);
    expect(told(log, before).length).toBe(HISTORY_ROWS);
    expect(log.said.slice(before).filter((line) => !line.startsWith('history '))).toEqual([]);
  });

  test('200 messages in a second are each told once', async () => {
    const chat = await open(page);
    const found = sampleOf(chat);
    if (!found) throw new Error('no row to copy');
    const before = log.said.length;
    const { row: selector } = chat.adapter;
    const item = itemOf(found.row, chat.conversation, selector);
    let last = itemOf(chat.rows.at(-1) as Element, chat.conversation, selector);
    for (let count = 1; count <= BURST_ROWS; count += 1) {
      const row = copyItem(item, found.reading, `burst ${count}`, count);
      last.after(row);
      last = row;
      await pass(5);
    }
    await pass(READ_MS * 4);
    expect(told(log, before)).toEqual(Array.from({ length: BURST_ROWS }, (_, index) => `burst ${index + 1}`));
  });
});
