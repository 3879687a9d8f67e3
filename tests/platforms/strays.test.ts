// @vitest-environment happy-dom
// Rows and people that stand in a chat's list and are no part of it, and lists of other chats beside it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Adapter } from '../../page/adapter';
import discord from '../../platforms/discord';
import { readRows } from './mutate';
import { showPage } from './page';

/** What is read of a page after a change: "author: text" of each row. */
function readAfter(adapter: Adapter, page: string, change: () => void): string[] {
  const fixture = join(import.meta.dirname, '../fixtures', adapter.id, page);
  showPage(readFileSync(`${fixture}.html`, 'utf8'));
  change();
  const { url } = JSON.parse(readFileSync(`${fixture}.expected.json`, 'utf8')) as { url: string };
  const chat = adapter.open(document, new URL(url));
  if (!chat) throw new Error('no chat is open');
  return readRows(adapter, chat).readings.map(({ author, text }) => `${author}: ${text}`);
}

const find = (selector: string): Element => document.querySelector(selector) as Element;

/** Gives ids of another channel to a list and all that is in it. */
function ofAnotherChannel(element: Element): void {
  for (const each of [element, ...element.querySelectorAll('[id]')])
    if (each.id) each.id = each.id.replace('1551597200998400003', '1551597200998400999');
}

test('Discord: a row that still stands there from another channel is not read', () => {
  const all = readAfter(discord, 'direct', () => {});
  const read = readAfter(discord, 'direct', () => ofAnotherChannel(find('li[id^="chat-messages-"]')));
  expect(read).toEqual(all.slice(1));
});

test('Discord: the list of a thread that is open beside its channel is another chat', () => {
  const all = readAfter(discord, 'direct', () => {});
  const read = readAfter(discord, 'direct', () => {
    const list = find('ol[data-list-id="chat-messages"]');
    const thread = list.cloneNode(true) as Element;
    ofAnotherChannel(thread);
    list.before(thread);
  });
  expect(read).toEqual(all);
});
