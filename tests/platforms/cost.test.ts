// @vitest-environment happy-dom
// What a page costs that is looked at all day: chats hold thousands of rows, and what is known is not looked for anew.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Adapter } from '../../page/adapter';
import { LOOK_MS } from '../../page/pulse';
import discord from '../../platforms/discord';
import googleChat from '../../platforms/google-chat';
import instagram from '../../platforms/instagram';
import reddit from '../../platforms/reddit-chat';
import snapchat from '../../platforms/snapchat';
import teams from '../../platforms/teams';
import telegramA from '../../platforms/telegram-a';
import telegramK from '../../platforms/telegram-k';
import tiktok from '../../platforms/tiktok';
import whatsapp from '../../platforms/whatsapp';
import { readRows } from './mutate';
import { showPage } from './page';
import { createSite, list, row, showSite, watch } from './site';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const FIXTURES = join(import.meta.dirname, '../fixtures');

/** Shows a fixture page, and gives its address. */
function show(adapter: Adapter, name: string): URL {
  const file = join(FIXTURES, adapter.id, name);
  showPage(readFileSync(`${file}.html`, 'utf8'));
  return new URL(JSON.parse(readFileSync(`${file}.expected.json`, 'utf8')).url);
}

function opened(adapter: Adapter, name: string) {
  const url = show(adapter, name);
  const chat = adapter.open(document, url);
  if (!chat) throw new Error('no chat is open');
  return { url, chat };
}

test('a page whose chat is open is not asked whether one should be', async () => {
  const expectsConversation = vi.fn(() => true);
  showSite('ana', [row('1', 'hello')]);
  const log = watch([createSite({ expectsConversation })]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(log.health.at(-1)).toEqual({ state: 'reading', rows: 1 });
  expectsConversation.mockClear();
  for (let id = 2; id < 6; id += 1) {
    list().append(row(`${id}`, 'and more'));
    await vi.advanceTimersByTimeAsync(LOOK_MS * 2);
  }
  expect(log.health.at(-1)).toEqual({ state: 'reading', rows: 5 });
  expect(expectsConversation).not.toHaveBeenCalled();
  log.stop();
});

test('a change while a long chat is read has the page looked at until its address must have followed, and then now and then', async () => {
  const SLICE_MS = 10;
  vi.stubGlobal('requestIdleCallback', (task: () => void) => setTimeout(task, SLICE_MS));
  showSite(
    'ana',
    Array.from({ length: 5_000 }, (_, id) => row(`${id}`, `text ${id}`)),
  );
  const site = createSite();
  const open = vi.spyOn(site, 'open');
  const log = watch([site]);
  while (log.slices.length < 20) await vi.advanceTimersByTimeAsync(SLICE_MS);
  const slices = log.slices.length;
  open.mockClear();
  list().append(row('5000', 'and more'));
  await vi.advanceTimersByTimeAsync(200);
  expect(log.slices.length - slices).toBeGreaterThan(15);
  expect(open.mock.calls.length).toBeLessThan(10);
  log.stop();
  vi.unstubAllGlobals();
});

test('a chat of Instagram is not looked through for requests', () => {
  const { url } = opened(instagram, 'build-2026');
  const asked = vi.spyOn(document, 'querySelectorAll');
  expect(instagram.requests?.(document, url)).toEqual([]);
  expect(asked).not.toHaveBeenCalled();
});

test.each([
  [discord, 'direct'],
  [telegramA, 'kinds-of-rows'],
])('the rows of an open chat are not looked through for another: $id', (adapter, name) => {
  const { url, chat } = opened(adapter, name);
  const { querySelectorAll } = Element.prototype;
  const roots: unknown[] = [];
  const spy = function (this: ParentNode, selector: string) {
    roots.push(this);
    return querySelectorAll.call(this as Element, selector);
  };
  vi.spyOn(Element.prototype, 'querySelectorAll').mockImplementation(spy as typeof querySelectorAll);
  const all = vi.spyOn(document, 'querySelectorAll');
  expect(adapter.open(document, url)).toEqual(chat);
  expect(all).not.toHaveBeenCalled();
  expect(roots.filter((root) => root !== chat.list && (root as Node).contains(chat.list))).toEqual([]);
});

test('the rows of a chat of Telegram K are looked through for pictures by a list that the browser keeps', () => {
  const { url, chat } = opened(telegramK, 'username-in-address');
  const asked = vi.spyOn(Element.prototype, 'querySelector');
  const listed = vi.spyOn(Element.prototype, 'getElementsByClassName');
  for (let look = 0; look < 3; look += 1) expect(telegramK.open(document, url)?.group).toBe(false);
  expect(asked.mock.calls.filter(([selector]) => selector.includes('avatar'))).toEqual([]);
  expect(listed).not.toHaveBeenCalled(); // but when it was opened
  const picture = Object.assign(document.createElement('div'), { className: 'bubbles-group-avatar' });
  for (const [peer, isGroup] of [
    [chat.peer, false],
    ['77', true],
  ] as const) {
    picture.setAttribute('data-peer-id', peer);
    chat.list.append(picture);
    expect(telegramK.open(document, url)?.group).toBe(isGroup);
  }
});

test("the rows of a chat of Reddit are not looked through for one's own name again and again", () => {
  const { chat } = opened(reddit, 'thread');
  const before = readRows(reddit, chat).readings;
  const { querySelector } = ShadowRoot.prototype;
  const asked: string[] = [];
  vi.spyOn(ShadowRoot.prototype, 'querySelector').mockImplementation(function (
    this: ShadowRoot,
    selector: string,
  ) {
    asked.push(selector);
    return querySelector.call(this, selector);
  } as typeof querySelector);
  expect(readRows(reddit, chat).readings).toEqual(before);
  expect(asked.filter((selector) => selector.includes('rs-current-user'))).toEqual([]);
});

test('the day above a run of rows on Snapchat is looked for once', () => {
  const { chat } = opened(snapchat, 'thread');
  const last = [...chat.list.querySelectorAll('li:has(li)')].at(-1) as Element;
  for (let count = 0; count < 60; count += 1) last.after(last.cloneNode(true));
  const asked = vi.spyOn(Element.prototype, 'querySelector');
  const days = new Set(readRows(snapchat, chat).readings.map(({ at }) => at));
  expect([...days].every((day) => day !== null)).toBe(true);
  const times = asked.mock.calls.filter(([selector]) => selector === 'time').length;
  expect(times).toBeLessThan(150);
});

test('the time above a run of rows on Instagram is found once, however long the run is', () => {
  vi.setSystemTime(new Date().setHours(12, 0, 0, 0)); // before eleven it would be yesterday's
  const { chat } = opened(instagram, 'build-2025');
  const last = [...chat.list.querySelectorAll('[role="row"]')].at(-1) as Element;
  for (let count = 0; count < 60; count += 1) last.after(last.cloneNode(true));
  const asked = vi.spyOn(Element.prototype, 'querySelector');
  const { readings } = readRows(instagram, chat);
  const elevenToday = new Date().setHours(11, 0, 0, 0);
  expect(readings.length).toBeGreaterThan(60);
  expect(new Set(readings.map(({ at }) => at))).toEqual(new Set([elevenToday]));
  expect(asked.mock.calls.filter(([selector]) => selector === instagram.row).length).toBeLessThan(150);
});

/** Thirty rows at every look at the page: in Chromium 156 a list of those with a picture takes five times as long. */
test('no row of Instagram is asked for a list of links that have a picture', () => {
  const { chat } = opened(instagram, 'group');
  const asked = vi.spyOn(Element.prototype, 'querySelectorAll');
  const { readings } = readRows(instagram, chat);
  expect(new Set(readings.map(({ author }) => author)).size).toBeGreaterThan(2);
  expect(asked.mock.calls.filter(([selector]) => selector.includes(':has('))).toEqual([]);
});

/** Among 5,000 rows Chromium 156 takes 30 microseconds for 'header span' in one of them, and a third of one in two steps. */
test('no row of Snapchat is asked for what stands in a header in one step', () => {
  const { chat } = opened(snapchat, 'thread');
  const asked = vi.spyOn(Element.prototype, 'querySelector');
  const { readings } = readRows(snapchat, chat);
  expect(readings.length).toBeGreaterThan(5);
  expect(asked.mock.calls.filter(([selector]) => selector.startsWith('header '))).toEqual([]);
});

/** Pages that show a feed, or a list of chats, for hours. A browser takes several times as long for a list of selectors. */
test.each([
  [reddit, 'https://www.reddit.com/r/all/'],
  [googleChat, 'https://chat.google.com/u/0/'],
  [teams, 'https://teams.live.com/v2/'],
  [tiktok, 'https://www.tiktok.com/messages'],
  [whatsapp, 'https://web.whatsapp.com/'],
])('a page without a chat is asked for one selector at a time: $id', (adapter, address) => {
  showPage('<main><p>A long feed.</p></main>');
  const asked = [vi.spyOn(document, 'querySelector'), vi.spyOn(document, 'querySelectorAll')];
  const url = new URL(address);
  expect(adapter.open(document, url)).toBeNull();
  expect(adapter.expectsConversation(url, document)).toBe(false);
  adapter.roots?.(document);
  const selectors = asked.flatMap(({ mock }) => mock.calls.map(([selector]) => selector));
  expect(selectors).not.toEqual([]);
  expect(selectors.filter((selector) => selector.includes(','))).toEqual([]);
});

test('no row of Telegram K is asked a selector that has the browser look beside it', () => {
  const { chat } = opened(telegramK, 'kinds-of-rows');
  const asked = vi.spyOn(Element.prototype, 'querySelector');
  expect(readRows(telegramK, chat).readings.length).toBeGreaterThan(3);
  const selectors = asked.mock.calls.map(([selector]) => selector);
  expect(selectors.length).toBeGreaterThan(3);
  // A class before the last part, and no list: Chromium looks at all that stands beside the row (page/inside.ts).
  expect(selectors.filter((selector) => /\.\S+\s.*\S/.test(selector) && !selector.includes(','))).toEqual([]);
});

test('the rows of WhatsApp are not looked through for a list that has another name', () => {
  const { url, chat } = opened(whatsapp, 'build-2026');
  const asked = vi.spyOn(Element.prototype, 'querySelector');
  expect(whatsapp.open(document, url)?.list).toBe(chat.list);
  const pane = asked.mock.calls.filter((_, call) => asked.mock.contexts[call] === chat.pane);
  expect(pane.map(([selector]) => selector)).toEqual(['[role="row"] [data-id]']);
});
