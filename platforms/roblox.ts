// Roblox on the web: the chat in a corner of every page, and friend requests. From the site's old templates, which a
// browser extension of April 2026 still looks for. Most talk is inside the games, out of reach.
import { defineAdapter, type OpenConversation, type RequestCard, type RowReading } from '../page/adapter';
import { findBeside } from '../page/beside';
import { PERSON_UNSEEN } from '../page/contact-facts';
import { hashText } from '../page/hash';
import { readText } from '../page/read-text';

const DIALOG = '.dialog-container';
const ROW = 'li.dialog-message-container';
const INBOUND = 'message-inbound';
const TITLE = '.dialog-header-title';
const GROUP = '.group-dialog';
const USER = 'a[href*="/users/"]';

/** '4200000042' of a link to '/users/4200000042/profile', '' without one. */
const userOf = (link: Element | null): string =>
  /\/users\/(\d+)/.exec(link?.getAttribute('href') ?? '')?.[1] ?? '';

const isHidden = (element: Element): boolean => element.closest('[hidden], .ng-hide, .collapsed') !== null;

/** Chats stand side by side in the corner; the address says nothing of them. */
function openAll(document: Document): OpenConversation[] {
  return [...document.querySelectorAll(`#chat-container ${DIALOG}`)].flatMap((pane) => {
    const list = pane.querySelector('.dialog-messages');
    const heading = pane.querySelector(TITLE);
    if (!list || !heading || isHidden(pane)) return [];
    const composer = findBeside(pane, list, 'textarea.dialog-input');
    const user = userOf(heading.querySelector(USER));
    const title = readText(heading);

    const rest = { weak: user === '', group: pane.matches(GROUP), title, composer, pane, request: false };
    return user === '' && title === '' ? [] : [{ list, peer: user || title, ...rest }];
  });
}

/** Own rows are those without the mark of incoming ones; where no row has it, its name may have changed. */
function speakerOf(row: Element, list: ParentNode): RowReading['speaker'] {
  if (row.classList.contains(INBOUND)) return 'other';
  return list.querySelector(`.${INBOUND}`) ? 'self' : 'unknown';
}

/** Rows of a group lead to who wrote them, and name them. */
function memberOf(row: Element): string {
  const name = row.querySelector('.dialog-message-author');
  return userOf(row.querySelector(USER)) || (name ? readText(name) : '');
}

function read(row: Element, { list, peer, group }: OpenConversation): RowReading | null {
  const content = row.querySelector('.dialog-message-content');
  const text = content ? readText(content) : '';
  if (text === '' || row.classList.contains('system-message')) return null;
  const speaker = speakerOf(row, list);
  const author = speaker === 'self' ? 'self' : group ? memberOf(row) : peer;
  // Neither id nor time in the page: two equal messages of one person count as one.
  return { id: hashText([peer, speaker, author, text].join('\n')), author, speaker, text, at: null };
}

/** The same cards stand on the lists of friends and followers, without buttons to accept: the address tells. */
function requests(document: Document, url: URL): RequestCard[] {
  if (!/\/users\/friends/.test(url.pathname) || !url.hash.includes('friend-requests')) return [];
  return [...document.querySelectorAll('li.avatar-card')].flatMap((element) => {
    const id = userOf(element.querySelector(USER));
    const name = element.querySelector('.avatar-card-label');
    if (id === '' || element.querySelectorAll('.avatar-card-btns button').length < 2) return [];
    return [{ id, name: name ? readText(name) : '', element, facts: PERSON_UNSEEN }];
  });
}

export default defineAdapter({
  id: 'roblox',
  service: 'roblox',
  name: 'Roblox on the web',
  matches: ['https://www.roblox.com/*'],
  evidence: { from: 'captures', seenLive: null },
  experimental: true,
  reads: ['threads', 'groups', 'requests'],
  covers: (url) => url.hostname === 'www.roblox.com',
  expectsConversation: (_url, document) =>
    document.querySelector(`#chat-container ${DIALOG} ${ROW}`) !== null,
  open: (document) => openAll(document)[0] ?? null,
  openAll,
  row: ROW,
  rowAttributes: ['class'],
  read,
  requests,
});
