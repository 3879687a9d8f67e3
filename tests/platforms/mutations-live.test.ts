// @vitest-environment happy-dom
// Every adapter's pages under the watcher, while they change as chats do: each message is told exactly once, under the
// chat it belongs to, however the site moves its elements about.
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Adapter, OpenConversation, RowReading } from '../../page/adapter';
import { adapters } from '../../platforms/index';
import { chatPages, type FixturePage } from './fixture-pages';
import { cloneDeep, copyItem, itemOf, readRows, rewrite, sampleOf, takeOver } from './mutate';
import { showPage } from './page';
import { type Log, pass, watch } from './site';

/** Until a chat is open and read; then until its opening is over. */
const SETTLED_MS = 8_000;
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

function moveTo(url: string): void {
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(url);
}

type Open = {
  readonly adapter: Adapter;
  readonly conversation: OpenConversation;
  readonly rows: readonly Element[];
  readonly readings: readonly RowReading[];
};

function look(url: string): Open {
  const adapter = adapters.find((each) => each.covers(new URL(url))) as Adapter;
  const conversation = adapter.open(document, new URL(url)) as OpenConversation;
  return { adapter, conversation, ...readRows(adapter, conversation) };
}

async function start({ html, expected }: FixturePage): Promise<Open> {
  vi.useFakeTimers({ now: new Date(expected.now) });
  moveTo(expected.url);
  showPage(html);
  log = watch(adapters);
  await pass(SETTLED_MS);
  return look(expected.url);
}

/** What was told since `from`, without ids and whether it is history. */
function told(from = 0): string[] {
  return log.said
    .slice(from)
    .filter((line) => /^(history |found )?[^ ]+: /s.test(line))
    .map((line) => line.replace(/^(history |found )?[^ ]+: /s, ''));
}

/** One page a site for what is slow: the one with the most messages, whose rows are the site's usual ones. */
const byLength = chatPages().toSorted(
  (a, b) => (a.expected.messages?.length ?? 0) - (b.expected.messages?.length ?? 0),
);
const onePageEach = [...new Map(byLength.map((page) => [page.expected.adapter, page])).values()];

describe.each(chatPages())('$title', (page) => {
  test('each message is told once, and a list that is replaced tells none of it again', async () => {
    const { adapter, conversation, readings } = await start(page);
    const beside = adapter.openAll?.(document, new URL(page.expected.url)).slice(1) ?? [];
    const others = beside.flatMap((each) => readRows(adapter, each).readings);
    const texts = [...readings, ...others].map(({ text }) => text);
    expect(told()).toEqual(texts);
    const { list } = conversation;
    if (list instanceof Element && list !== document.body) list.replaceWith(cloneDeep(list));
    await pass(READ_MS);
    expect(told()).toEqual(texts);
  });

  test('an edit is told once; a row emptied and filled again is not', async () => {
    const open = await start(page);
    const found = sampleOf(open);
    if (!found) return;
    const before = log.said.length;
    rewrite(found.row, found.reading.text, 'quite another thing');
    await pass(READ_MS);
    expect(told(before)).toEqual(['quite another thing']);
    const inside = found.row.shadowRoot ?? found.row;
    const content = [...inside.childNodes];
    inside.replaceChildren();
    await pass(READ_MS);
    inside.append(...content);
    await pass(READ_MS);
    expect(told(before)).toEqual(['quite another thing']);
  });

  test('an element recycled for another message tells that message', async () => {
    const open = await start(page);
    const found = sampleOf(open);
    if (!found) return;
    const next = copyItem(found.row, found.reading, 'a new message', 1);
    const before = log.said.length;
    takeOver(found.row, next);
    await pass(READ_MS);
    expect(told(before)).toEqual(['a new message']);
  });
});

describe.each(onePageEach)('$expected.adapter', { timeout: SLOW_MS }, (page) => {
  test('history scrolled in above is told once and as history', async () => {
    const open = await start(page);
    const found = sampleOf(open);
    if (!found) return;
    const before = log.said.length;
    const { row: selector } = open.adapter;
    const item = itemOf(found.row, open.conversation, selector);
    let first = itemOf(open.rows[0] as Element, open.conversation, selector);
    for (let count = HISTORY_ROWS; count > 0; count -= 1) {
      const older = copyItem(item, found.reading, `older ${count}`, -count);
      first.before(older);
      first = older;
    }
    await pass(READ_MS * 4);
    expect(new Set(told(before)).size).toBe(HISTORY_ROWS);
    expect(told(before).length).toBe(HISTORY_ROWS);
    expect(log.said.slice(before).filter((line) => !line.startsWith('history '))).toEqual([]);
  });

  test('200 messages in a second are each told once', async () => {
    const open = await start(page);
    const found = sampleOf(open);
    if (!found) return;
    const before = log.said.length;
    const { row: selector } = open.adapter;
    const item = itemOf(found.row, open.conversation, selector);
    let last = itemOf(open.rows.at(-1) as Element, open.conversation, selector);
    for (let count = 1; count <= BURST_ROWS; count += 1) {
      const row = copyItem(item, found.reading, `burst ${count}`, count);
      last.after(row);
      last = row;
      await pass(5);
    }
    await pass(READ_MS * 4);
    expect(told(before)).toEqual(Array.from({ length: BURST_ROWS }, (_, index) => `burst ${index + 1}`));
  });

  const others = chatPages().filter(
    ({ expected }) =>
      expected.adapter === page.expected.adapter &&
      expected.conversation?.peer !== undefined &&
      expected.conversation.peer !== page.expected.conversation?.peer,
  );
  const [next] = others;
  const orders = next ? ['together', 'page first', 'address first'] : [];
  test.for(orders)('another chat without a reload: %s', async (order) => {
    if (!next) return;
    await start(page);
    const before = log.said.length;
    if (order === 'address first') moveTo(next.expected.url);
    if (order === 'address first') await pass(45);
    showPage(next.html);
    if (order === 'page first') await pass(45);
    moveTo(next.expected.url);
    await pass(SETTLED_MS);
    const { conversation, readings } = look(next.expected.url);
    const since = log.said.slice(before);
    const opened = since.indexOf(`open ${conversation.peer}`);
    expect(opened).toBeGreaterThanOrEqual(0);
    expect(told(before)).toEqual(readings.map(({ text }) => text));
    expect(since.slice(0, opened).filter((line) => /^(history |found )?[^ ]+: /s.test(line))).toEqual([]);
  });
});
