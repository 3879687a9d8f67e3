// Messenger in the main pane of facebook.com/messages, message requests included. From captures by others, the newest of
// July and August 2026. Docked chats: messenger-docked.ts.
import {
  type ContactFact,
  defineAdapter,
  type OpenConversation,
  type RequestCard,
  type RowReading,
} from '../page/adapter';
import { findBeside } from '../page/beside';
import { parseClock } from '../page/clock';
import { PERSON_UNSEEN } from '../page/contact-facts';
import { layoutSpeaker } from '../page/direction';
import { hashText } from '../page/hash';
import { type MessageLabel, parseLabel, timeOfLabel } from '../page/message-label';
import { isOwnWord, plainName } from '../page/own-words';
import { readText } from '../page/read-text';
import { lastRows } from '../page/rows';

export const HOSTS = ['www.facebook.com', 'web.facebook.com'];
const MESSAGE = '[data-scope="messages_table"][aria-label]';
/** Rows that are looked at to tell whether several people write. */
const GROUP_ROWS = 30;

/** Thread id of '/messages/t/1', '/messages/e2ee/t/1', '/messages/requests/t/1'; '' where no thread is open. */
export function threadIn(url: URL): string {
  return /^\/messages\/(?:.*\/)?t\/([^/]+)/.exec(url.pathname)?.[1] ?? '';
}

const languageOf = (element: Element): string => element.ownerDocument.documentElement.lang;

/** Nearly always the first main part of the page, and then its rows need not be looked through for another. */
function paneIn(document: Document): Element | undefined {
  const holdsList = (main: Element) => main.querySelector('[role="log"], [role="grid"][aria-label]') !== null;
  const first = document.querySelector('[role="main"]');
  if (first && holdsList(first)) return first;
  return [...document.querySelectorAll('[role="main"]')].find(holdsList);
}

function open(document: Document, url: URL): OpenConversation | null {
  const peer = threadIn(url);
  const pane = paneIn(document);
  const list = pane?.querySelector('[role="log"]') ?? pane?.querySelector('[role="grid"][aria-label]');
  if (!pane || !list || peer === '') return null;
  const current = document
    .querySelector('[role="navigation"] a[aria-current="page"][href*="/t/"]')
    ?.getAttribute('href');
  if (current && threadIn(new URL(current, url)) !== peer) return null; // the page still shows the chat that was left
  const heading = pane.querySelector('h2, h3, h1');
  const title = (heading && readText(heading)) || pane.getAttribute('aria-label') || '';
  const composer = findBeside(pane, list, '[role="textbox"][contenteditable="true"]');
  return {
    list,
    peer,
    weak: !/^\d+$/.test(peer), // an old address may hold a name
    group: hasSeveralAuthors(list, title),
    title,
    composer,
    pane,
    request: composer === null && url.pathname.includes('/requests/'), // the address stays once it is accepted
  };
}

/** The outermost message of a row: the attribute may sit on several levels. */
function messageOf(row: Element): Element | null {
  return row.matches(MESSAGE) ? row : row.querySelector(MESSAGE);
}

/** Names beside one's own: a second one means a group. An unknown word on one's own side of the page is no second person. */
export function hasSeveralAuthors(list: Element, title: string): boolean {
  const names = new Set<string>();
  for (const message of lastRows(list, MESSAGE, GROUP_ROWS)) {
    const sender = parseLabel(message.getAttribute('aria-label') ?? '')?.sender ?? '';
    const name = isPeer(sender, title) ? title : sender; // one person may be named in two ways
    if (name === '' || names.has(name) || isOwnWord(sender, languageOf(list))) continue;
    if (name === title || layoutSpeaker(textElement(message) ?? message, message) === 'other')
      names.add(name);
  }
  return names.size > 1;
}

/** Labels name the peer by the first name or by the whole title. */
function isPeer(sender: string, title: string): boolean {
  const name = plainName(sender);
  const whole = plainName(title);
  return name !== '' && (whole === name || whole.startsWith(`${name} `));
}

/** Whether some words stand in a title as words of their own, whatever stands around them: "10:30, You:" holds "you". */
function holdsWords(title: string, words: string): boolean {
  const apart = (text: string) =>
    ` ${plainName(text)
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .join(' ')} `;
  return apart(title).includes(apart(words));
}

/**
 * Words of the label first, unless the word for oneself stands in the peer's name or the layout says otherwise; then the layout. Names on Messenger are what
 * anybody in the chat likes: one made of an hour and that word would turn all that the peer writes into one's own.
 */
function speakerOf(message: Element, label: MessageLabel | null, title: string): RowReading['speaker'] {
  const sender = label?.sender ?? '';
  const own = isOwnWord(sender, languageOf(message));
  const peer = isPeer(sender, title);
  if (peer && !own) return 'other';
  const side = layoutSpeaker(textElement(message) ?? message, message);
  if (!own || holdsWords(title, sender)) return side;
  return side === 'other' ? 'unknown' : 'self'; // a label of another form may hold the word in the message: "5:30, You: ok"
}

/**
 * The element with the message's own words. A quoted reply stands before them in the same row: the label ends with the
 * words, so the longest text that it ends with is the one; without such, the first in the bubble.
 */
function textElement(message: Element): Element | null {
  const label = squeeze(message.getAttribute('aria-label') ?? '');
  const texts = [...message.querySelectorAll('[dir="auto"]')];
  let best: Element | null = null;
  let length = 0;
  for (const element of texts) {
    const text = squeeze(readText(element));
    if (text.length > length && label.endsWith(text)) {
      best = element;
      length = text.length;
    }
  }
  const leaves = texts.filter((element) => !element.querySelector('[dir="auto"]'));
  return best ?? leaves.find((element) => element.closest('[role="presentation"]')) ?? leaves.at(-1) ?? null;
}

const squeeze = (text: string): string => text.replace(/\s+/g, '');

function read(row: Element, conversation: OpenConversation): RowReading | null {
  const message = messageOf(row);
  const element = message && textElement(message);
  const text = element ? readText(element) : '';
  if (!message || text === '') return null;
  const label = parseLabel(message.getAttribute('aria-label') ?? '');
  const speaker = speakerOf(message, label, conversation.title);
  const sender = label?.sender ?? '';
  const at = label ? timeOfLabel(label, languageOf(message), Date.now()) : null;
  // Where no id is in the page: thread, sender, hour and words. Two equal messages of one minute count as one.
  const clock = label ? parseClock(label.time, languageOf(message))?.minutes : '';
  const id =
    message.getAttribute('data-message-id') ?? hashText([conversation.peer, sender, clock, text].join('\n'));
  const author = speaker === 'self' ? 'self' : conversation.group ? sender : conversation.peer;
  return { id, author, speaker, text, at };
}

/** What the page itself shows of a request: that it is one. The card above the rows was never seen by us. */
function facts(_document: Document, { request, group }: OpenConversation): ContactFact[] {
  if (!request) return [];
  return [{ fact: 'message-request' }, ...(group ? [] : PERSON_UNSEEN)];
}

/** The list of message requests: its links lead to threads under the same address. */
function requests(document: Document, url: URL): RequestCard[] {
  if (!url.pathname.startsWith('/messages/requests')) return [];
  const links = document.querySelectorAll('[role="navigation"] a[href*="/requests/t/"]');
  return [...links].flatMap((element) => {
    const id = threadIn(new URL(element.getAttribute('href') ?? '', url));
    const name = element.querySelector('[dir="auto"]');
    if (id === '' || !name) return [];
    return [{ id, name: readText(name), element, facts: [{ fact: 'message-request' }, ...PERSON_UNSEEN] }];
  });
}

export default defineAdapter({
  id: 'messenger',
  service: 'messenger',
  name: 'Messenger on facebook.com',
  matches: HOSTS.map((host) => `https://${host}/*`),
  evidence: { from: 'captures', seenLive: null },
  reads: ['threads', 'groups', 'requests'],
  covers: (url) => HOSTS.includes(url.hostname) && /^\/messages(\/|$)/.test(url.pathname),
  expectsConversation: (url) => threadIn(url) !== '',
  open,
  row: '[role="row"], [role="article"]',
  rowAttributes: ['aria-label'],
  read,
  facts,
  requests,
});
