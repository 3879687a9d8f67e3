// @vitest-environment happy-dom
// Every site opens another chat without a reload, in a new list or in the same one, its address, its heading and its rows
// coming early or late: each message is told once, under the chat it belongs to, and none of the chat that was left again.
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { FixturePage } from './fixture-pages';
import { look, messages, SETTLED_MS, start, told } from './live-page';
import { elementOf } from './mutate';
import { moveTo, showPage } from './page';
import { twoChatsEach } from './second-chat';
import { type Log, pass } from './site';

/** As seen on real clients; and an answer that is slow. */
const LAG_MS = 45;
const SLOW_MS = 1_000;

let log: Log;

afterEach(() => {
  log.stop();
  vi.useRealTimers();
});

/** What a site changes when a chat is opened; `around` is all but the rows. A number is a wait, in milliseconds. */
type Step = 'address' | 'around' | 'no rows' | 'rows' | number;

const ORDERS: Readonly<Record<string, readonly Step[]>> = {
  'all at once': ['address', 'around', 'rows'],
  'the address late': ['around', 'rows', LAG_MS, 'address'],
  'the address early': ['address', LAG_MS, 'around', 'rows'],
  'the page late': ['address', SLOW_MS, 'around', 'rows'],
  'the rows early': ['rows', LAG_MS, 'around', 'address'],
  'the rows late': ['address', 'around', SLOW_MS, 'rows'],
  'the rows late, and none until then': ['address', 'no rows', 'around', SLOW_MS, 'rows'],
};

const listOn = ({ expected }: FixturePage) => look(expected.url).conversation.list;

/** The steps that lead from the chat `first`, which is open, to `next`, whose rows are `rows`. */
function stepsTo(first: FixturePage, next: FixturePage, rows: readonly Node[], keepsList: boolean) {
  let list = listOn(first);
  return {
    address: () => moveTo(next.expected.url),
    'no rows': () => list.replaceChildren(),
    rows: () => list.replaceChildren(...rows),
    around() {
      const shown = [...list.childNodes];
      const before = elementOf({ list });
      showPage(next.html);
      const fresh = listOn(next);
      if (!keepsList) list = fresh;
      else {
        for (const { name, value } of elementOf({ list: fresh }).attributes) before.setAttribute(name, value);
        elementOf({ list: fresh }).replaceWith(before);
      }
      list.replaceChildren(...shown);
    },
  };
}

const textsOf = ({ expected }: FixturePage) => (expected.messages ?? []).map(({ text }) => text);

describe.each(twoChatsEach())('$site', ({ first, second }) => {
  const ways = Object.entries(ORDERS).flatMap(([order, steps]) =>
    ['a new list', 'the same list'].map((list) => [order, list, steps] as const),
  );
  test.each(ways)('another chat: %s, in %s', async (_, list, steps) => {
    showPage(second.html);
    const rows = [...listOn(second).childNodes];
    log = await start(first);
    const before = log.said.length;
    const to = stepsTo(first, second, rows, list === 'the same list');
    for (const step of steps) await (typeof step === 'number' ? pass(step) : to[step]());
    await pass(SETTLED_MS);
    const since = log.said.slice(before);
    const opened = since.indexOf(`open ${second.expected.conversation?.peer}`);
    expect(opened).toBeGreaterThanOrEqual(0);
    expect(messages(since.slice(0, opened))).toEqual([]);
    expect(told(log, before)).toEqual(textsOf(second));
    expect(log.errors).toEqual([]);
  });

  test('the first chat, opened again, tells nothing twice', async () => {
    log = await start(first);
    const open = async ({ html, expected }: FixturePage) => {
      const before = log.said.length;
      moveTo(expected.url);
      showPage(html);
      await pass(SETTLED_MS);
      return log.said.slice(before);
    };
    expect(messages(await open(second)).length).toBe(textsOf(second).length);
    const again = await open(first);
    expect(again).toContain(`open ${first.expected.conversation?.peer}`);
    expect(messages(again)).toEqual([]);
  });
});
