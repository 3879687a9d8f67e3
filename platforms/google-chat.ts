// Google Chat, in a tab of its own and in the frames that Gmail shows it in; no address of mail is ever matched. From one
// public excerpt of September 2025 and older code. Names and words stand under classes made by a
// tool, so they are found by place. The page does not say who oneself is: in a chat of two it is whoever is not the peer.
import { defineAdapter, type OpenConversation, type RowReading } from '../page/adapter';
import { readText } from '../page/read-text';
import { isAfter, lastRows } from '../page/rows';
import { holdsAny } from '../page/shadow';

const MATCHES = ['https://chat.google.com/*', 'https://mail.google.com/chat/*'];
const GROUP = 'c-wiz[data-group-id]';
const TOPIC = '[data-topic-id]';
const ROW = `${TOPIC} [data-id][data-user-id]`;
/** Rows that are looked at to tell who is who. */
const NEAR_ROWS = 30;
const COMPOSER = '[role="textbox"][contenteditable="true"]';
const TIME = '[data-absolute-timestamp]';

/**
 * 'dm/abc' in '#chat/dm/abc', 'space/abc' in '/room/abc' too, since that is what the page calls it; '' where the address names
 * no chat, as in a frame.
 */
function chatIn(url: URL): string {
  const chat = /\b(?:dm|space|room)\/[\w-]+/.exec(`${url.pathname}${url.hash}`)?.[0] ?? '';
  return chat.replace(/^room\//, 'space/');
}

/** The name is the first text before the time; rows that follow at once may show neither. */
function nameOf(row: Element): string {
  const time = row.querySelector(TIME);
  const leaf = [...row.querySelectorAll('*')].find(
    (each) => !each.firstElementChild && readText(each) !== '',
  );
  return time && leaf && leaf !== time && isAfter(leaf, time) ? readText(leaf) : '';
}

/** The title as the page heads it, where a row may have headings of its own, or as the tab does: 'Robin Fielder - Chat'. */
function titleOf(pane: Element): string {
  const headings = [...pane.querySelectorAll('h1, h2, [role="heading"]')];
  const heading = headings.find((each) => !each.closest(TOPIC));
  return heading ? readText(heading) : pane.ownerDocument.title.replace(/ [-–] [^-–]*$/, '').trim();
}

function open(document: Document, url: URL): OpenConversation | null {
  const address = chatIn(url);
  const panes = [...document.querySelectorAll(GROUP)];
  const idOf = (pane: Element): string => pane.getAttribute('data-group-id') ?? '';
  const pane = address === '' ? panes[0] : panes.find((each) => idOf(each) === address);
  if (!pane || idOf(pane) === '') return null;
  return {
    list: pane,
    peer: idOf(pane),
    weak: false,
    group: !idOf(pane).startsWith('dm/'),
    title: titleOf(pane),
    composer: pane.querySelector(COMPOSER),
    pane,
    request: false,
  };
}

/** Whose id the peer's is, once a chat has shown it: rows are many, and their names are costly to find. */
const found = new WeakMap<Node, { readonly chat: string; readonly user: string }>();

/** The id of the one whose name is the chat's title, or null. */
function peerId({ list, peer, title }: OpenConversation): string | null {
  const known = found.get(list);
  if (known?.chat === peer) return known.user;
  const rows = lastRows(list, ROW, NEAR_ROWS);
  const ids = new Set(rows.map((row) => row.getAttribute('data-user-id')));
  const named = rows.filter((row) => title !== '' && nameOf(row) === title);
  const [user, ...namesakes] = new Set(named.map((row) => row.getAttribute('data-user-id')));
  if (!user || ids.size > 2 || namesakes.length > 0) return null; // two of one name: nobody can tell which is oneself
  found.set(list, { chat: peer, user });
  return user;
}

function speakerOf(user: string, conversation: OpenConversation): RowReading['speaker'] {
  if (conversation.group) return 'unknown';
  const peer = peerId(conversation);
  if (peer === null) return 'unknown';
  return user === peer ? 'other' : 'self';
}

/** The words stand behind the time, or alone where a row follows another at once. */
function textOf(row: Element): string {
  const time = row.querySelector(TIME);
  if (!time) return readText(row);
  for (let element: Element = time; element !== row; element = element.parentElement ?? row) {
    const next = element.nextElementSibling;
    const text = next ? readText(next) : '';
    if (text !== '') return text;
  }
  return '';
}

function read(row: Element, conversation: OpenConversation): RowReading | null {
  const text = textOf(row);
  if (text === '') return null;
  const user = row.getAttribute('data-user-id') ?? '';
  const speaker = speakerOf(user, conversation);
  const author = speaker === 'self' ? 'self' : conversation.group ? user : conversation.peer;
  const time = Number(row.querySelector(TIME)?.getAttribute('data-absolute-timestamp'));
  return { id: row.getAttribute('data-id') ?? '', author, speaker, text, at: time > 0 ? time : null };
}

export default defineAdapter({
  id: 'google-chat',
  service: 'google-chat',
  name: 'Google Chat',
  matches: MATCHES,
  frames: MATCHES,
  evidence: { from: 'captures', seenLive: null },
  experimental: true,
  reads: ['threads'],
  covers: (url) =>
    url.hostname === 'chat.google.com' ||
    (url.hostname === 'mail.google.com' && url.pathname.startsWith('/chat')),
  // The address of the page around says which chat is open; the frame in it shows that chat.
  expectsConversation: (url, document) =>
    holdsAny(document, [ROW, COMPOSER]) || (chatIn(url) !== '' && document.querySelector('iframe') === null),
  open,
  row: ROW,
  rowAttributes: ['data-id', 'data-user-id'],
  read,
});
