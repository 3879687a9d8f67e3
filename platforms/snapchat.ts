// Snapchat on the web. From public code of 2024 to 2026: ids and structure alone, since the
// classes are made by a tool. Words vanish once they were seen, and most Snaps never show here. Requests: unknown.
import { defineAdapter, type OpenConversation, type RowReading } from '../page/adapter';
import { findBeside } from '../page/beside';
import { parseDay } from '../page/calendar';
import { hashText } from '../page/hash';
import { plainName } from '../page/own-words';
import { readText } from '../page/read-text';
import { rememberAbove } from '../page/row-runs';
import { lastRows } from '../page/rows';

/** Messages stand in a list within the list of groups, one group for each change of speaker; a day stands alone. */
const ROW = 'li:not(:has(li))';
/** How the site calls oneself; other languages are told by the peer's name, which stands in the list of friends. */
const ME = 'me';
/** Names that are looked at to tell who writes. */
const NEAR_NAMES = 30;

/** '/web/<uuid>', on web.snapchat.com without 'web'; '' where no chat is open. */
const chatIn = (url: URL): string => /\/([0-9a-f]{8}-[0-9a-f-]{27})(?:\/|$)/i.exec(url.pathname)?.[1] ?? '';

const withId = (document: Document, id: string): Element | null => document.getElementById(id);

const groupOf = (row: Element): Element => row.parentElement?.closest('li') ?? row;

const senderOf = (group: Element): string => {
  // In two steps: Chromium would look through the whole page for headers first (tests/platforms/cost.test.ts).
  const names = [...group.querySelectorAll('header')].map((header) => header.querySelector('span'));
  const name = names.find((each) => each !== null);
  return name ? readText(name) : '';
};

/** Names beside one's own word: with a second one several people write. */
function senders(list: OpenConversation['list']): Set<string> {
  const names = lastRows(list, 'li header span', NEAR_NAMES).map((name) => readText(name));
  return new Set(names.filter((name) => name !== ''));
}

/** The name in the list of friends, kept with the chat's own list: that of friends leaves it out where it is scrolled away. */
const titles = new WeakMap<Element, { readonly of: string; readonly title: string }>();

function titleOf(list: Element, peer: string): string {
  const name = withId(list.ownerDocument, `title-${peer}`);
  const title = name ? readText(name) : '';
  if (title !== '') titles.set(list, { of: peer, title });
  const known = titles.get(list);
  return known?.of === peer ? known.title : '';
}

function open(document: Document, url: URL): OpenConversation | null {
  const peer = chatIn(url);
  const list = peer === '' ? null : withId(document, `cv-${peer}`);
  if (!list) return null;
  const pane = list.closest('main') ?? list.parentElement ?? list;
  const others = [...senders(list)].filter((sender) => plainName(sender) !== ME);
  return {
    list,
    peer,
    weak: false,
    group: others.length > 2 || (others.length === 2 && senders(list).size === 3),
    title: titleOf(list, peer),
    composer: findBeside(pane, list, '[role="textbox"][contenteditable="true"]'),
    pane,
    request: false,
  };
}

/** In a chat of two, whoever has not the peer's name is oneself; elsewhere only a known word for oneself tells. */
function speakerOf(sender: string, { title, group, list }: OpenConversation): RowReading['speaker'] {
  const own = plainName(sender) === ME;
  const peer = title !== '' && sender === title;
  if (sender === '' || (own && peer)) return 'unknown';
  if (own || peer) return own ? 'self' : 'other';
  const names = senders(list);
  if (!group && names.has(title)) return 'self';
  return [...names].some((each) => plainName(each) === ME) ? 'other' : 'unknown';
}

const dayFromAbove = rememberAbove<number>();

/** Only the day is shown, once above its messages: its start. */
function dayOf(group: Element): number | null {
  return dayFromAbove(group, (each) => {
    const time = each.querySelector('time');
    if (!time) return undefined;
    const exact = Date.parse(time.dateTime);
    if (!Number.isNaN(exact)) return exact;
    return parseDay(readText(time), time.ownerDocument.documentElement.lang, Date.now());
  });
}

function read(row: Element, conversation: OpenConversation): RowReading | null {
  const group = groupOf(row);
  const words = [...row.querySelectorAll('span[dir="auto"]')].filter((span) => !span.closest('header'));
  const text = words.length > 0 ? readText(words.at(-1) as Element) : ''; // a quote stands before the words
  if (text === '') return null;
  const sender = senderOf(group);
  const speaker = speakerOf(sender, conversation);
  const author = speaker === 'self' ? 'self' : conversation.group ? sender : conversation.peer;
  // No id in the page. The day is none of it: "Today" that still stands there after midnight would make all of it new.
  const id = hashText([conversation.peer, sender, text].join('\n'));
  return { id, author, speaker, text, at: dayOf(group) };
}

export default defineAdapter({
  id: 'snapchat',
  service: 'snapchat',
  name: 'Snapchat on the web',
  matches: ['https://www.snapchat.com/web/*', 'https://web.snapchat.com/*'],
  evidence: { from: 'captures', seenLive: null },
  experimental: true,
  reads: ['threads', 'groups'],
  covers: (url) =>
    url.hostname === 'web.snapchat.com' ||
    (url.hostname === 'www.snapchat.com' && url.pathname.startsWith('/web')),
  expectsConversation: (url) => chatIn(url) !== '',
  open,
  row: ROW,
  read,
});
