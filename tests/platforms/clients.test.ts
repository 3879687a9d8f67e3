// @vitest-environment happy-dom
// How the real clients behave on a switch and while sending, as it was seen on them, acted out.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { adapters } from '../../platforms/index';
import { moveTo, showPage } from './page';
import { type Log, pass, watch } from './site';

const FIXTURES = join(import.meta.dirname, '../fixtures');
let log: Log;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-24T12:00:00') });
});

afterEach(() => {
  log.stop();
  vi.useRealTimers();
});

/** Opens a fixture at an address of its site and lets it be read. */
async function start(name: string, url: string): Promise<void> {
  moveTo(url);
  showPage(readFileSync(join(FIXTURES, `${name}.html`), 'utf8'));
  log = watch(adapters);
  await pass(8_000);
}

function find(selector: string): HTMLElement {
  return document.querySelector(selector) as HTMLElement;
}

function aRow(id: string, text: string, own = false): HTMLElement {
  const element = document.createElement('div');
  element.className = `Message message-list-item${own ? ' own' : ''}`;
  element.setAttribute('data-message-id', id);
  const content = Object.assign(document.createElement('div'), {
    className: 'text-content',
    textContent: text,
  });
  element.append(content);
  return element;
}

function kRow(mid: string, peer: string, text: string, side = 'is-in'): HTMLElement {
  const element = document.createElement('div');
  element.className = `bubble ${side}`;
  element.setAttribute('data-mid', mid);
  element.setAttribute('data-peer-id', peer);
  element.setAttribute('data-timestamp', String(Date.now() / 1000));
  const content = Object.assign(document.createElement('div'), { className: 'bubble-content' });
  content.append(Object.assign(document.createElement('div'), { className: 'message', textContent: text }));
  element.append(content);
  return element;
}

const A = 'https://web.telegram.org/a/';
const K = 'https://web.telegram.org/k/';

test.each([30, 45, 120])(
  'Telegram A: the address follows the rows by %i ms, without an event',
  async (lag) => {
    await start('telegram-a/version-z', `${A}#5550001111`);
    expect(log.said).toEqual(['open 5550001111', '1: hello']);
    const slide = find('.MessageList .messages-container:has([data-message-id="1"])');
    slide.replaceChildren(aRow('1', 'from the next chat'), aRow('2', 'and more'));
    find('.Transition_slide-active .fullName').textContent = 'Next Chat';
    await pass(lag);
    moveTo(`${A}#42`);
    await pass(3_000);
    expect(log.said.slice(2)).toEqual(['open 42', 'found 1: from the next chat', 'found 2: and more']);
  },
);

test('Telegram A: a chat that fills up from below, and an own message that gets its id later', async () => {
  await start('telegram-a/nothing-open', A);
  showPage(readFileSync(join(FIXTURES, 'telegram-a/version-z.html'), 'utf8'));
  moveTo(`${A}#5550001111`);
  await pass(2_000);
  const first = find('.Transition_slide-active [data-message-id="1"]');
  first.before(aRow('0', 'older'));
  const own = aRow('2.000001', 'my words', true);
  first.after(own);
  await pass(1_000);
  own.setAttribute('data-message-id', '2');
  await pass(1_000);
  expect(log.said).toEqual(['open 5550001111', '1: hello', 'found 0: older', '2: my words']);
});

test('Telegram A: Escape closes the chat and empties the address', async () => {
  await start('telegram-a/version-z', `${A}#5550001111`);
  find('.MessageList .messages-container:has([data-message-id="1"])').remove();
  moveTo(A);
  await pass(2_000);
  expect(log.said.at(-1)).toBe('close');
  expect(log.health.at(-1)).toEqual({ state: 'idle' });
});

test('Telegram K: header first, then the rows in a new list, then the address', async () => {
  await start('telegram-k/username-in-address', `${K}#@robin`);
  expect(log.said).toEqual(['open 5550001111', '1: hello']);
  find('.chat.active .peer-title').setAttribute('data-peer-id', '42');
  await pass(12);
  const list = Object.assign(document.createElement('div'), { className: 'bubbles-inner' });
  list.append(kRow('1', '42', 'from the next chat'));
  find('.chat.active .bubbles-inner:not(.bubbles-remover)').replaceWith(list);
  await pass(41);
  location.hash = '@next';
  await pass(2_000);
  expect(log.said.slice(2)).toEqual(['open 42', '1: from the next chat']);
});

test('Telegram K: sending, an edit by replacement, a deletion through the remover', async () => {
  await start('telegram-k/username-in-address', `${K}#@robin`);
  const list = find('.chat.active .bubbles-inner:not(.bubbles-remover)');
  const own = kRow('279.0001', '5550001111', 'my words', 'is-out is-sending');
  list.append(own);
  await pass(500);
  own.className = 'bubble is-out';
  own.setAttribute('data-mid', '280');
  await pass(1_000);
  own.replaceWith(kRow('280', '5550001111', 'my better words', 'is-out'));
  await pass(1_000);
  const remover = find('.chat.active .bubbles-remover');
  remover.append(list.lastElementChild as Element);
  await pass(300);
  remover.replaceChildren();
  await pass(1_000);
  expect(log.said.slice(2)).toEqual(['280: my words', '280: my better words']);
});

test('Telegram K: the add/block bar comes one answer later', async () => {
  await start('telegram-k/username-in-address', `${K}#@robin`);
  const bar = Object.assign(document.createElement('div'), { className: 'pinned-container pinned-actions' });
  bar.append(Object.assign(document.createElement('button'), { className: 'pinned-actions-button primary' }));
  find('.chat.active').append(bar);
  await pass(1_000);
  expect(log.said.at(-1)).toBe('update');
  expect(log.facts.at(-1)).toContainEqual({ fact: 'not-a-contact' });
});

test('Messenger: rows drawn anew and a label that changes with the day are no new messages', async () => {
  await start('messenger/thread', 'https://www.facebook.com/messages/t/100000000000042/');
  const before = log.said.length;
  for (const row of document.querySelectorAll('[role="log"] [role="row"]'))
    row.replaceWith(row.cloneNode(true));
  const message = find('[aria-label^="At 12:09 PM"]');
  message.setAttribute('aria-label', 'At Yesterday 12:09 PM, Robin: ok, see you there');
  await pass(3_000);
  expect(before).toBe(11);
  expect(log.said.length).toBe(before);
});

test('Messenger: an accepted request is told as an update, with a composer', async () => {
  await start('messenger/request', 'https://www.facebook.com/messages/requests/t/100000000000042/');
  const composer = document.createElement('div');
  for (const [name, value] of [
    ['role', 'textbox'],
    ['contenteditable', 'true'],
  ] as const)
    composer.setAttribute(name, value);
  find('[role="main"]').append(composer);
  find('[role="navigation"] a').setAttribute('href', '/messages/t/100000000000042/');
  moveTo('https://www.facebook.com/messages/t/100000000000042/');
  await pass(2_000);
  expect(log.said.filter((line) => line === 'update' || line.startsWith('open'))).toEqual([
    'open 100000000000042',
    'update',
  ]);
  expect(log.facts.at(-1)).toEqual([]);
});

test('Facebook: friend requests are told although no conversation is there', async () => {
  await start('facebook-requests/list', 'https://www.facebook.com/friends/requests/');
  expect(log.requests).toEqual([
    'facebook-requests 61500000000011 61500000000012 61500000000013 61500000000014',
  ]);
  expect(log.said).toEqual([]);
  expect(log.health.at(-1)).toEqual({ state: 'idle' });
});
