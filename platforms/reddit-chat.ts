// Reddit's chat: components within components, each with an open shadow root. From public code;
// requests and the head of a chat were never seen.
import { defineAdapter, type OpenConversation, type RowReading } from '../page/adapter';
import { readText } from '../page/read-text';
import { fromAbove } from '../page/row-runs';
import { hostOf, lastRows } from '../page/rows';
import { findIn, openRoots } from '../page/shadow';

const HOSTS = ['www.reddit.com', 'chat.reddit.com'];
/** The chat lies over other pages too, in a root of their host for it or of a part of that. */
const COMPONENTS = [
  'reddit-chat-host',
  'reddit-chat-host div',
  'rs-app',
  'rs-room',
  'rs-timeline',
  'rs-virtual-scroll-dynamic',
];
const ROW = 'rs-timeline-event[data-id]';
const MESSAGE = '.room-message';
const AUTHOR = '.user-name';
const USER = 'rs-current-user[display-name]';
/** The message that a row answers, with the name of who wrote that one. */
const QUOTE = '[class*="reply-"], [class*="quote"]';
/** Rows that are looked at to tell whether several people write, and whether they can be read. */
const NEAR_ROWS = 30;

const roots = (document: Document): ShadowRoot[] => openRoots(document, COMPONENTS);

/** '!abc:reddit.com' of '/chat/room/!abc%3Areddit.com'; '' where the address names no chat. */
function roomIn(url: URL): string {
  const room = /^(?:\/chat)?\/room\/([^/]+)/.exec(url.pathname)?.[1] ?? '';
  return room.replace(/%3a/gi, ':').replace(/%21/g, '!');
}

const insideOf = (row: Element): ParentNode => row.shadowRoot ?? row;

/** The text of the first element that `selector` gives in a row and that is no part of what the row answers. */
function textIn(row: Element, selector: string): string {
  const found = [...insideOf(row).querySelectorAll(selector)].find((each) => !each.closest(QUOTE));
  return found ? readText(found) : '';
}

const authorIn = (row: Element): string => textIn(row, AUTHOR);

/** The name stands once above a run of rows of one person; a change of side ends the run. */
function authorOf(row: Element): string {
  const own = isReversed(row);
  return fromAbove(row, (each) => (isReversed(each) === own ? authorIn(each) || undefined : null)) ?? '';
}

const isReversed = (row: Element): boolean =>
  insideOf(row).querySelector(`${MESSAGE}.flex-row-reverse, .flex-row-reverse ${MESSAGE}`) !== null;

/** What says one's own name, by the root in which it is looked for; kept while it stands in the page. */
const users = new WeakMap<Node, Element>();

/** One's own name, from one of the components around `inner`. */
function ownName(inner: Element): string {
  const known = users.get(inner.getRootNode());
  const user = known?.isConnected && known.matches(USER) ? known : userAround(inner);
  if (user) users.set(inner.getRootNode(), user);
  return user?.getAttribute('display-name') ?? '';
}

/** Every row asks, and a root in which it is not found holds all of them. */
function userAround(inner: Element): Element | null {
  for (let host: Element | null = inner; host; host = hostOf(host.getRootNode())) {
    const user = (host.getRootNode() as ParentNode).querySelector?.(USER);
    if (user) return user;
  }
  return null;
}

/** The roots of the room around `row`, where it says that it stands in one: other rooms may be kept beside it. */
function roomAround(row: Element, all: readonly ShadowRoot[]): readonly ShadowRoot[] {
  let host: Element | null = row;
  while (host && host.localName !== 'rs-room') host = hostOf(host.getRootNode());
  const room = host?.shadowRoot;
  return room ? [room, ...openRoots(room, COMPONENTS)] : all;
}

function open(document: Document, url: URL): OpenConversation | null {
  const everywhere = roots(document);
  const row = findIn(everywhere, ROW);
  const all = row ? roomAround(row, everywhere) : everywhere;
  const list = row && (row.closest(COMPONENTS.join()) ?? (row.getRootNode() as ShadowRoot));
  const timeline = findIn(all, 'rs-timeline, rs-virtual-scroll-dynamic');
  const pane = timeline?.closest('main') ?? timeline;
  if (!list || !pane) return null;
  const near = lastRows(list, ROW, NEAR_ROWS);
  if (!near.some((each) => insideOf(each).querySelector(MESSAGE))) return null; // the components are not built yet
  const others = new Set(near.filter((each) => !isReversed(each)).map(authorIn));
  for (const name of ['', ownName(pane)]) others.delete(name);
  const heading = findIn(all, '.room-name');
  const title = heading ? readText(heading) : others.size === 1 ? ([...others][0] ?? '') : '';
  const peer = roomIn(url) || title;
  if (peer === '') return null;
  return {
    list,
    peer,
    weak: roomIn(url) === '', // the chat lies over another page of the site
    group: others.size > 1,
    title,
    composer: findIn(all, 'textarea[name="message"]'),
    pane,
    request: false,
  };
}

/** One's own rows are turned round; a name that is not one's own, or is the chat's, is another's. */
function speakerOf(row: Element, author: string, title: string): RowReading['speaker'] {
  const own = ownName(row);
  if (isReversed(row) || (author !== '' && author === own)) return 'self';
  return author !== '' && (own !== '' || author === title) ? 'other' : 'unknown';
}

function timeOf(row: Element): number | null {
  const stamp = insideOf(row).querySelector('rs-timestamp');
  const time = stamp && (stamp.shadowRoot ?? stamp).querySelector('faceplate-timeago[ts], time[datetime]');
  const at = Date.parse(time?.getAttribute('ts') ?? time?.getAttribute('datetime') ?? '');
  return Number.isNaN(at) ? null : at;
}

function read(row: Element, { peer, group, title }: OpenConversation): RowReading | null {
  const text = textIn(row, '.room-message-text');
  if (text === '') return null;
  const author = authorOf(row);
  const speaker = speakerOf(row, author, title);
  return {
    id: row.getAttribute('data-id') ?? '',
    author: speaker === 'self' ? 'self' : group ? author : peer,
    speaker,
    text,
    at: timeOf(row),
  };
}

export default defineAdapter({
  id: 'reddit-chat',
  service: 'reddit',
  name: 'Reddit chat',
  matches: HOSTS.map((host) => `https://${host}/*`),
  evidence: { from: 'captures', seenLive: null },
  experimental: true,
  reads: ['threads', 'groups'],
  covers: (url) => HOSTS.includes(url.hostname),
  expectsConversation: (url) => roomIn(url) !== '',
  open,
  roots,
  row: ROW,
  rowAttributes: ['data-id', 'ts', 'datetime'],
  read,
});
