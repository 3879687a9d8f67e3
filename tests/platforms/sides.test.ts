// @vitest-environment happy-dom
// Pages on which a mark of a side is none: two people of one name, and classes beside another's picture.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Adapter } from '../../page/adapter';
import googleChat from '../../platforms/google-chat';
import messenger from '../../platforms/messenger';
import redditChat from '../../platforms/reddit-chat';
import snapchat from '../../platforms/snapchat';
import tiktok from '../../platforms/tiktok';
import whatsapp from '../../platforms/whatsapp';
import { readRows } from './mutate';
import { showPage } from './page';

function sidesOf(adapter: Adapter, page: string, change: (html: string) => string): string[] {
  const fixture = join(import.meta.dirname, '../fixtures', adapter.id, page);
  showPage(change(readFileSync(`${fixture}.html`, 'utf8')));
  const { url } = JSON.parse(readFileSync(`${fixture}.expected.json`, 'utf8')) as { url: string };
  const chat = adapter.open(document, new URL(change(url)));
  if (!chat) throw new Error('no chat is open');
  return [...new Set(readRows(adapter, chat).readings.map(({ speaker }) => speaker))];
}

test('Google Chat: where both have one name, nobody is taken for the other', () => {
  const sides = sidesOf(googleChat, 'thread', (html) => html.replaceAll('Sam Tester', 'Robin Fielder'));
  expect(sides).toEqual(['unknown']);
});

test('Google Chat: a name that heads a row is no title of the chat', () => {
  const change = (html: string) =>
    html
      .replace('<header aria-label="Robin Fielder"></header>', '')
      .replaceAll('>Sam Tester<', '><b role="heading">Sam Tester</b><');
  document.title = 'Robin Fielder - Chat';
  const sides = sidesOf(googleChat, 'thread', change);
  document.title = '';
  expect(sides).toEqual(['other', 'self']);
});

test('Google Chat: whoever calls the peer by name is not the peer', () => {
  const change = (html: string) =>
    html
      .replaceAll('data-name', 'data-other')
      .replace('almost, ', '<b data-name="Robin Fielder">@Robin Fielder</b> ');
  expect(sidesOf(googleChat, 'thread', change)).toEqual(['unknown']);
});

test('TikTok: a class with "Right" beside another’s picture is no side of one’s own', () => {
  const change = (html: string) =>
    html
      .replace('data-e2e="nav-profile"', '')
      .replace('<a href="/@robin.fixture"><p', '<a><p')
      .replaceAll('<div class="css-2cd-', '<i class="css-9-DivRightActions"></i><div class="css-2cd-');
  expect(sidesOf(tiktok, 'thread', change)).toEqual(['other', 'self']);
});

test('TikTok: such a class on the other side of the page, beside no picture, is no side either', () => {
  const change = (html: string) =>
    html
      .replace(/<div data-e2e="chat-avatar">.*?<\/div>/g, '')
      .replaceAll('<div class="css-2cd-', '<i class="css-9-DivRightActions"></i><div class="css-2cd-');
  expect(sidesOf(tiktok, 'thread', change)).toEqual(['unknown', 'self']);
});

test('Google Chat: in a chat of many, nobody is taken for oneself or for the one in the title', () => {
  const ofMany = (html: string) => html.replaceAll('dm/fixture01', 'space/fixture01');
  expect(sidesOf(googleChat, 'thread', ofMany)).toEqual(['unknown']);
});

test('TikTok: whose picture stands beside a row tells its side, where layout and classes say nothing', () => {
  const change = (html: string) => html.replace(/justify-content:flex-(start|end)|Self|Right/g, '');
  expect(sidesOf(tiktok, 'thread', change)).toEqual(['other', 'self']);
});

test('Reddit: a row without a name is not of the one who wrote on the other side above it', () => {
  const named =
    'robin_fixture said which one is question 7?"><span class="room-message-author user-name">robin_fixture';
  const change = (html: string) => html.replace(named, named.replace(/robin_fixture$/, ''));
  expect(sidesOf(redditChat, 'thread', change)).toEqual(['other', 'self', 'unknown']);
});

test('Snapchat: where the list of friends does not show the peer, the word for oneself tells', () => {
  expect(sidesOf(snapchat, 'thread', (html) => html.replace('id="title-', 'id="other-'))).toEqual([
    'other',
    'self',
  ]);
});

test('Snapchat: a peer whose row is scrolled out of the list of friends keeps their name', () => {
  const ofKhmer = (html: string) => html.replaceAll('>Me<', '>ខ្ញុំ<');
  expect(sidesOf(snapchat, 'thread', ofKhmer)).toEqual(['other', 'self']);
  document.querySelector('[id^="title-"]')?.remove();
  const { url } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../fixtures/snapchat/thread.expected.json'), 'utf8'),
  ) as { url: string };
  expect(snapchat.open(document, new URL(url))?.title).toBe('Robin Fielder');
});

/** A chat of Messenger with the rows that were given, each a label, words and a side of the layout. */
function openMessenger(
  title: string,
  rows: readonly (readonly [label: string, text: string, side: string])[],
) {
  const row = ([label, text, side]: (typeof rows)[number]) =>
    `<div role="row"><div data-scope="messages_table" aria-label="${label}"><div style="display:flex;justify-content:${side}"><div dir="auto">${text}</div></div></div></div>`;
  showPage(
    `<html lang="en"><body><div role="main"><h2>${title}</h2><div role="log">${rows.map(row).join('')}</div></div></body></html>`,
  );
  const chat = messenger.open(document, new URL('https://www.facebook.com/messages/t/100000000000042/'));
  if (!chat) throw new Error('no chat is open');
  return { chat, sides: readRows(messenger, chat).readings.map(({ speaker }) => speaker) };
}

test('Messenger: the first name and the whole name of one person are no group', () => {
  const { chat } = openMessenger('Robin Fielder', [
    ['At 12:00 PM, Robin: hi', 'hi', 'flex-start'],
    ['At 12:01 PM, Robin Fielder: there', 'there', 'flex-start'],
  ]);
  expect(chat.group).toBe(false);
});

test('Messenger: a message that names oneself as a label does is not taken for one’s own', () => {
  const { sides } = openMessenger('007', [
    ['At 12:00 PM, 007: 5:30, You: send it', '5:30, You: send it', 'flex-start'],
    ['Message sent 12:00 PM by 007: at 5:30, You: ok', 'at 5:30, You: ok', 'flex-start'],
    ['At 12:01 PM, You: no', 'no', 'flex-end'],
    ['At 12:02 PM, You: never', 'never', ''],
  ]);
  expect(sides).toEqual(['unknown', 'unknown', 'self', 'self']);
});

test.each([
  '<span data-icon="msg-check"></span>',
  '<svg><title>wds-ic-delivered</title></svg>', // since the summer of 2026
])('WhatsApp: what a peer of one’s own name writes after a picture is theirs: %s', (tick) => {
  const bubble = (id: string, inner: string, words = '') =>
    `<div role="row"><div data-id="${id}">${inner}${words && `<div data-pre-plain-text="[12:00, 24/11/2026] Alex: "><span data-testid="selectable-text">${words}</span></div>`}</div></div>`;
  const meta = (icon: string) => `<div data-testid="msg-meta">${icon}</div>`;
  showPage(
    `<html lang="en"><body><div id="main"><header><span data-testid="conversation-info-header-chat-title">Alex</span></header><div data-testid="conversation-panel-messages">${[
      bubble('A1', '<i data-icon="tail-in"></i>', 'hi'),
      bubble('A2', meta(tick), 'hello'),
      bubble('A3', '<i data-icon="tail-in"></i><img alt="">'),
      bubble('A4', meta('<svg><title>wds-ic-star</title></svg>'), 'look at this'),
    ].join('')}</div></div></body></html>`,
  );
  const chat = whatsapp.open(document, new URL('https://web.whatsapp.com/'));
  if (!chat) throw new Error('no chat is open');
  const sides = readRows(whatsapp, chat).readings.map(({ speaker }) => speaker);
  expect(sides).toEqual(['other', 'self', 'other']);
});
