// TikTok's messages. From captures by others of January to September 2026: the names of the parts
// are well known, who wrote a row less so, and the box of a stranger's message is known by part of a class alone.
import { type ContactFact, defineAdapter, type OpenConversation, type RowReading } from '../page/adapter';
import { PERSON_UNSEEN } from '../page/contact-facts';
import { layoutSpeaker } from '../page/direction';
import { hashText } from '../page/hash';
import { readText } from '../page/read-text';
import { holdsAny } from '../page/shadow';

const MESSAGES = 'https://www.tiktok.com/messages*';
const ROW = '[data-e2e="dm-new-chat-item"]';
const SELECTED = '[data-e2e="dm-new-conversation-item"][aria-selected="true"]';
const CHAT = '[data-e2e="dm-new-chatbox"]';
/** By name, or in builds without one by part of a class; the first that stands in the row. */
const TEXTS = ['[data-e2e="dm-new-message-text"]', '[class*="DivTextContainer"]'];
const OWN = '[class*="Self"], [class*="Right"]';
const STRANGER = '[class*="DivStrangerBox"]';

const wordsIn = (row: Element): Element | null =>
  TEXTS.map((selector) => row.querySelector(selector)).find((found) => found !== null) ?? null;

const textOf = (root: ParentNode, selector: string): string => {
  const element = root.querySelector(selector);
  return element ? readText(element) : '';
};

/** 'robin' of a link to '/@robin', '' without one. */
const handleOf = (link: Element | null): string =>
  /\/@([^/?#]+)/.exec(link?.getAttribute('href') ?? '')?.[1] ?? '';

/** The link to one's own profile, kept while it stands in the page. */
const links = new WeakMap<Document, Element>();

function ownHandle(document: Document): string {
  const known = links.get(document);
  const link = known?.isConnected ? known : document.querySelector('[data-e2e="nav-profile"]');
  if (link) links.set(document, link);
  return handleOf(link);
}

/** '0:1:<one>:<other>' of two people, the digits of a group; both names were seen on the item, the shorter within it too. */
function idIn(item: Element | null): string {
  const short = item?.hasAttribute('data-conv-id') ? item : item?.querySelector('[data-conv-id]');
  return item?.getAttribute('data-conversation-id') || short?.getAttribute('data-conv-id') || '';
}

/** The address is the same for every chat; the list's selected row and the chat's own title must say the same. */
function open(document: Document): OpenConversation | null {
  const pane = document.querySelector(CHAT);
  if (!pane) return null;
  const selected = document.querySelector(SELECTED);
  const title = textOf(pane, '[data-e2e="dm-new-chat-nickname"]');
  const listed = selected ? textOf(selected, '[data-e2e="dm-new-conversation-nickname"]') : '';
  if (title === '' || (listed !== '' && listed !== title)) return null;
  const chat = idIn(selected);
  return {
    list: pane,
    peer: chat || textOf(pane, '[data-e2e="chat-uniqueid"]') || title,
    weak: chat === '',
    group: /^\d+$/.test(chat), // '0:1:<one>:<other>' is a chat of two
    title,
    composer: pane.querySelector('[data-e2e="dm-new-input-editor"] [contenteditable]'),
    pane,
    request: pane.querySelector(STRANGER) !== null,
  };
}

/** Whose picture stands beside the row; without one a part of a class that the layout does not deny, and last the layout. */
function speakerOf(row: Element, handle: string, pane: Element): RowReading['speaker'] {
  const own = ownHandle(row.ownerDocument);
  if (handle !== '' && own !== '') return handle === own ? 'self' : 'other';
  if (
    handle !== '' &&
    handle === handleOf(pane.querySelector(`[data-e2e="dm-new-chat-nickname"]`)?.closest('a') ?? null)
  )
    return 'other';
  const side = layoutSpeaker(wordsIn(row) ?? row, row);
  // Beside a picture such a class may be of anything.
  const isOwn = handle === '' && (row.matches(OWN) || row.querySelector(OWN) !== null);
  if (!isOwn) return side;
  return side === 'other' ? 'unknown' : 'self';
}

function read(row: Element, { peer, group, pane }: OpenConversation): RowReading | null {
  const words = wordsIn(row);
  const text = words ? readText(words) : '';
  if (text === '') return null;
  const handle = handleOf(row.querySelector('[data-e2e="chat-avatar"] a[href*="/@"]'));
  const speaker = speakerOf(row, handle, pane);
  const author = speaker === 'self' ? 'self' : group ? handle : peer;
  // No id in the page, and a row's number counts from whatever was loaded: two equal messages of one person are one.
  return { id: hashText([peer, speaker, author, text].join('\n')), author, speaker, text, at: null };
}

function facts(_document: Document, { request }: OpenConversation): ContactFact[] {
  if (!request) return [];
  return [{ fact: 'message-request' }, ...PERSON_UNSEEN];
}

export default defineAdapter({
  id: 'tiktok',
  service: 'tiktok',
  name: 'TikTok',
  matches: ['https://www.tiktok.com/*'],
  frames: [MESSAGES], // a business account's messages stand in a frame
  evidence: { from: 'captures', seenLive: null },
  reads: ['threads', 'groups'],
  covers: (url) => url.hostname === 'www.tiktok.com' && url.pathname.startsWith('/messages'),
  expectsConversation: (_url, document) => holdsAny(document, [SELECTED, ROW]),
  open,
  row: ROW,
  read,
  facts,
});
