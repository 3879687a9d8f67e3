// Google Chat, in a tab of its own and in the frames that Gmail shows it in; no address of mail is ever matched. From programs
// by others of 2022 to October 2026 that read or change the page. Where a row does not say whether it is one's own, in a chat
// of two oneself is whoever is not the peer.
import { defineAdapter, type OpenConversation, type RowReading } from '../page/adapter';
import { readText } from '../page/read-text';
import { lastRows } from '../page/rows';
import { holdsAny } from '../page/shadow';

const MATCHES = ['https://chat.google.com/*', 'https://mail.google.com/chat/*'];
const GROUP = 'c-wiz[data-group-id]';
const TOPIC = '[data-topic-id]';
const ROW = `${TOPIC} [data-id][data-user-id]`;
/** Rows that are looked at to tell who is who. */
const NEAR_ROWS = 30;
const COMPOSER = '[role="textbox"][contenteditable="true"]';
const TIME = '[data-absolute-timestamp]';
/** The words alone: hours, hints to press a key, reactions and answers stand beside them. The name is the same in all builds that we know. */
const WORDS = '[jsname="bgckF"]';
const OWN = 'data-is-viewer-message-creator';

/**
 * 'dm/abc' in '#chat/dm/abc', 'space/abc' in '/room/abc' too, since that is what the page calls it; '' where the address names
 * no chat, as in a frame.
 */
function chatIn(url: URL): string {
  const chat = /\b(?:dm|space|room)\/[\w-]+/.exec(`${url.pathname}${url.hash}`)?.[0] ?? '';
  return chat.replace(/^room\//, 'space/');
}

/** As the label of the page's head says it, or the tab: 'Robin Fielder - Chat'. Headings may be names and days. */
const titleOf = (pane: Element): string =>
  pane.querySelector('header')?.getAttribute('aria-label') ??
  pane.ownerDocument.title.replace(/ [-–] [^-–]*$/, '').trim();

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

/** The id of the one whose name is the chat's title, or null. */
function peerId({ list, title }: OpenConversation): string | null {
  const rows = lastRows(list, ROW, NEAR_ROWS);
  const ids = new Set(rows.map((row) => row.getAttribute('data-user-id')));
  const named = rows.filter((row) => {
    const name = row.querySelector('[data-name]'); // rows that follow at once show none, and the words may name others
    return name?.getAttribute('data-name') === title && !name.closest(WORDS);
  });
  const [user, ...namesakes] = new Set(named.map((row) => row.getAttribute('data-user-id')));
  if (!user || ids.size > 2 || namesakes.length > 0) return null; // two of one name: nobody can tell which is oneself
  return user;
}

function speakerOf(row: Element, user: string, conversation: OpenConversation): RowReading['speaker'] {
  const mark = row.querySelector(`[${OWN}]`)?.getAttribute(OWN);
  if (mark) return mark === 'true' ? 'self' : 'other';
  if (conversation.group) return 'unknown';
  const peer = peerId(conversation);
  if (peer === null) return 'unknown';
  return user === peer ? 'other' : 'self';
}

function read(row: Element, conversation: OpenConversation): RowReading | null {
  const words = row.querySelector(WORDS);
  const text = words ? readText(words) : '';
  if (text === '') return null;
  const user = row.getAttribute('data-user-id') ?? '';
  const speaker = speakerOf(row, user, conversation);
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
  reads: ['threads', 'groups'],
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
