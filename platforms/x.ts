// X's chat (XChat), which stands in an open shadow root. From captures by others of March to October 2026;
// what an item of the request list holds beside its id is a guess.
import { namesDiffer } from '../page/account-name';
import {
  type ContactFact,
  defineAdapter,
  type OpenConversation,
  type RequestCard,
  type RowReading,
} from '../page/adapter';
import { findBeside } from '../page/beside';
import { parseMonth } from '../page/calendar';
import { parseClock } from '../page/clock';
import { newAccount } from '../page/contact-facts';
import { readText } from '../page/read-text';
import { timeUnderDay } from '../page/row-runs';
import { lastRows } from '../page/rows';
import { openRoots } from '../page/shadow';

const HOSTS = ['x.com', 'twitter.com', 'mobile.x.com'];
const EMBED = '[data-testid="xchatEmbedRoute"]';
const ITEM = '[data-dm-item-key]';
const ROW = '[data-dm-message-row][data-testid^="message-"]';
/** The line of a day; other items are rows, the card of the profile and notes, which hold numbers and dates too. */
const DAY = '[data-dm-item-key^="date"]';
const TEXT = '[data-testid^="message-text-"]';
const WORDS = 'span[dir="auto"]';
const TIME = '[id$="-time"]';
const REQUEST = '[data-testid^="dm-message-request-item-"]';
/** Rows that are looked at to tell whether several people write. */
const GROUP_ROWS = 30;

const roots = (document: Document): ShadowRoot[] => openRoots(document, [EMBED]);
const rootOf = (document: Document): ParentNode => roots(document)[0] ?? document;

/** '/i/chat/11-22', '/i/chat/g123'; '' where no chat is open. */
function chatIn(path: string): string {
  const chat = /^\/i\/chat\/([^/]+)/.exec(path)?.[1] ?? '';
  return chat === 'requests' || chat === 'settings' ? '' : chat;
}

const senderOf = (row: Element): string => row.querySelector('[id$="-sender"]')?.textContent?.trim() ?? '';

/** Own rows stand at the end, the other's at the start: words of the layout, and the only sign there is. */
function speakerOf({ classList }: Element): RowReading['speaker'] {
  const [own, other] = [classList.contains('justify-end'), classList.contains('justify-start')];
  return own === other ? 'unknown' : own ? 'self' : 'other';
}

function open(document: Document, url: URL): OpenConversation | null {
  const peer = chatIn(url.pathname);
  const pane = rootOf(document).querySelector('[data-testid="dm-conversation-panel"]');
  const list = pane?.querySelector('[data-testid="dm-message-list"], [data-testid="dm-message-scroller"]');
  if (!pane || !list || peer === '') return null;
  const name = pane.querySelector('[data-testid="dm-conversation-username"]');
  const others = lastRows(list, ROW, GROUP_ROWS).filter((row) => speakerOf(row) === 'other');
  return {
    list,
    peer,
    weak: false,
    group: new Set(others.map(senderOf).filter((sender) => sender !== '')).size > 1,
    title: name ? readText(name) : '',
    composer: findBeside(pane, list, '[data-testid="dm-composer-textarea"]'),
    pane,
    request: findBeside(pane, list, '[data-testid="dm-message-request-prompt"]') !== null,
  };
}

/**
 * What holds a row's words. A quoted message has no test id of its own, so only the row's own text is taken. In a build where no
 * row has one it is what can be focused, unless something else stands in there: nobody can tell a quote from the words.
 */
function textElement(row: Element, list: OpenConversation['list']): Element | null {
  const named = row.querySelector(TEXT);
  if (named || list.querySelector(TEXT)) return named;
  const parts = [...(row.querySelector('[data-dm-message-focus-target]')?.children ?? [])];
  const [part = null, other] = parts.filter((each) => readText(each, TIME) !== '');
  return other ? null : part;
}

/** A link or a name may stand in a span of its own; the hour beside the words is in none of these. */
function textOf(row: Element, list: OpenConversation['list']): string {
  const text = textElement(row, list);
  const parts = [...(text?.querySelectorAll(WORDS) ?? [])]
    .filter((part) => !part.parentElement?.closest(WORDS))
    .map((part) => part.closest('a') ?? part);
  if (text && parts.length === 0) return withoutHour(text);
  return [...new Set(parts)].map((part) => readText(part, TIME)).join(' ');
}

/** All that is shown but an hour at the end, where that is not all there is. */
function withoutHour(element: Element): string {
  const text = readText(element, `${TIME}, [aria-hidden="true"]`);
  const leaf = [...element.querySelectorAll('*')].findLast((each) => !each.firstElementChild);
  const last = leaf ? readText(leaf) : '';
  const isHour = last !== text && parseClock(last, element.ownerDocument.documentElement.lang)?.rest === '';
  return isHour && text.endsWith(last) ? text.slice(0, -last.length).trim() : text;
}

function read(row: Element, { list, peer, group }: OpenConversation): RowReading | null {
  const text = textOf(row, list);
  const status = row.getAttribute('data-send-status');
  if (text === '' || status === 'pending' || status === 'failed') return null;
  const speaker = speakerOf(row);
  const clock = row.querySelector(TIME)?.textContent ?? '';
  return {
    id: row.getAttribute('data-dm-message-row') ?? '',
    author: speaker === 'self' ? 'self' : group ? senderOf(row) : peer,
    speaker,
    text,
    at: timeUnderDay(row.closest(ITEM) ?? row, DAY, clock),
  };
}

/** The month in which the account was made, as the card above the first message says it. */
function accountAge(pane: Element): ContactFact | null {
  const card = pane.querySelector('[data-testid="dm-conversation-header-item"]');
  const leaves = card
    ? [...card.querySelectorAll('*')].filter((each) => !each.firstElementChild && !each.closest('a'))
    : [];
  const language = pane.ownerDocument.documentElement.lang;
  const months = leaves.map((leaf) => parseMonth(readText(leaf), language)).filter((month) => month !== null);
  const [month] = months;
  if (!month || months.length > 1) return { fact: 'unseen', what: 'account-age' };
  return newAccount(month, Date.now());
}

/** 'robin' of the header's link to '/robin'; other links in it lead to pages of the site. */
function handleIn(pane: Element): string {
  const links = [...pane.querySelectorAll('[data-testid="dm-conversation-header"] a[href^="/"]')];
  const handles = links.map((link) => /^\/(\w+)\/?(?:[?#]|$)/.exec(link.getAttribute('href') ?? '')?.[1]);
  return handles.find((handle) => handle !== undefined) ?? '';
}

/** Another name of the account is a fact of strangers: friends may call themselves what they like. */
function strangerFacts(name: string, handle: string): ContactFact[] {
  return namesDiffer(name, handle) ? [{ fact: 'other-account-name' }] : [];
}

/** Told of strangers alone: a friend with a new account is nobody to be warned of. */
function facts(_document: Document, { pane, group, request, title }: OpenConversation): ContactFact[] {
  if (!request) return [];
  if (group) return [{ fact: 'message-request' }];
  const age = accountAge(pane);
  return [{ fact: 'message-request' }, ...(age ? [age] : []), ...strangerFacts(title, handleIn(pane))];
}

function requests(document: Document): RequestCard[] {
  return [...rootOf(document).querySelectorAll(REQUEST)].map((element) => {
    const link =
      element.getAttribute('href') ?? element.querySelector('a[href*="/i/chat/"]')?.getAttribute('href');
    const listed = element.getAttribute('data-testid')?.slice('dm-message-request-item-'.length) ?? '';
    const texts = [...element.querySelectorAll('*')]
      .filter((each) => !each.firstElementChild)
      .map((each) => readText(each));
    const name = texts.find((text) => text !== '') ?? '';
    const handle = texts.find((text) => /^@\w+$/.test(text))?.slice(1) ?? '';
    return {
      id: chatIn(link ?? '') || listed.replace(':', '-'),
      name,
      element,
      facts: [
        { fact: 'message-request' },
        ...strangerFacts(name, handle),
        { fact: 'unseen', what: 'account-age' },
      ],
    };
  });
}

export default defineAdapter({
  id: 'x',
  service: 'x',
  name: 'X',
  matches: HOSTS.map((host) => `https://${host}/*`),
  evidence: { from: 'captures', seenLive: null },
  reads: ['threads', 'groups', 'requests'],
  covers: (url) => HOSTS.includes(url.hostname) && url.pathname.startsWith('/i/chat'),
  expectsConversation: (url) => chatIn(url.pathname) !== '',
  open,
  roots,
  row: ROW,
  rowAttributes: ['data-send-status', 'data-dm-message-row'],
  read,
  facts,
  requests,
});
