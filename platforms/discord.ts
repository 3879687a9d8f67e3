// Discord: direct messages, groups and channels of servers, and the friend requests that wait. From public captures of
// January to July 2026. No row says whose it is: its author is compared with the user panel.
import {
  type ContactFact,
  defineAdapter,
  type OpenConversation,
  type RequestCard,
  type RowReading,
} from '../page/adapter';
import { allBeside, findBeside } from '../page/beside';
import { newAccount } from '../page/contact-facts';
import { readText } from '../page/read-text';
import { lastRows } from '../page/rows';

const HOSTS = ['discord.com', 'ptb.discord.com', 'canary.discord.com'];
const LIST = 'ol[data-list-id="chat-messages"]';
const ROW = 'li[id^="chat-messages-"]';
const NOT_TEXT = '[class*="edited"], time';
const NAME = '[class*="username"]';
const PICTURE = 'img[class*="avatar"]';
/** Parts of a row with pictures of people who did not write it: the answered message, and what hangs below the words. */
const OF_OTHERS = '[id^="message-reply-context-"], [id^="message-accessories-"]';
/** Discord's epoch: an id holds the milliseconds since then in its high bits. */
const EPOCH = 1_420_070_400_000;
const TIME_BITS = 22n;
const NEAR_ROWS = 30;

/** '/channels/@me/<chat>' or '/channels/<server>/<channel>'; `server` is '@me' for direct messages. */
function placeIn(url: URL): { readonly server: string; readonly channel: string } | null {
  const [, server, channel] = /^\/channels\/(@me|\d+)\/(\d+)/.exec(url.pathname) ?? [];
  return server && channel ? { server, channel } : null;
}

/** When the holder of an id was made, in milliseconds since 1970. */
const madeAt = (id: string): number => Number(BigInt(id) >> TIME_BITS) + EPOCH;

const idOf = (row: Element): string => /-(\d+)$/.exec(row.id)?.[1] ?? '';

/** The element with an id in `part`. The browser knows ids by heart; a selector made for each row it must read first. */
function withId(part: Element | null | undefined, id: string): Element | null {
  const found = part?.ownerDocument.getElementById(id) ?? null;
  if (!part || !found) return null;
  return part.contains(found) ? found : part.querySelector(`[id="${id}"]`);
}

/** The user's id in the address of a picture; Discord's own default pictures have none. */
function userIn(root: Element | null | undefined): string {
  const pictures = root ? [...root.querySelectorAll('img[src*="/avatars/"]')] : [];
  const source = pictures.find((picture) => !picture.closest(OF_OTHERS))?.getAttribute('src') ?? '';
  return /\/(?:users|avatars)\/(\d+)\//.exec(source)?.[1] ?? '';
}

type Self = {
  readonly id: string;
  readonly name: string;
  /** The panel shows a picture: where that one has no id, nobody with an id is oneself. */
  readonly hasPicture: boolean;
};
/** Looked up once a conversation, not once a row. */
const selves = new WeakMap<OpenConversation, Self>();

function selfOf(conversation: OpenConversation): Self {
  const own = selves.get(conversation) ?? self(conversation.pane.ownerDocument, conversation.list);
  if (own.id !== '' || own.name !== '') selves.set(conversation, own); // the panel may come after the rows
  return own;
}

/** Oneself, as the panel at the bottom says. */
function self(document: Document, list: OpenConversation['list']): Self {
  const panel = findBeside(document, list, 'section[class*="panels"]');
  const name = panel?.querySelector('[class*="nameTag"] > *, [class*="panelTitle"]');
  return {
    id: userIn(panel),
    name: name ? readText(name) : '',
    hasPicture: panel?.querySelector(PICTURE) != null,
  };
}

const isOf = (channel: string, row: Element): boolean => row.id.startsWith(`chat-messages-${channel}-`);

/** A thread that is open beside its channel has a list of its own, and either may stand first. */
function listOf(document: Document, channel: string): Element | null {
  const first = document.querySelector(LIST);
  const others = first ? allBeside(document, first, LIST) : [];
  if (!first || others.length === 0) return first; // nearly always, and asked at every look at the page
  const lists = [first, ...others];
  const own = lists.find((list) => lastRows(list, ROW, NEAR_ROWS).some((row) => isOf(channel, row)));
  return own ?? first;
}

function open(document: Document, url: URL): OpenConversation | null {
  const place = placeIn(url);
  const list = place && listOf(document, place.channel);
  const pane = list?.closest('main') ?? list?.parentElement;
  if (!place || !list || !pane) return null;
  const rows = lastRows(list, ROW, NEAR_ROWS);
  if (rows.length > 0 && !rows.some((row) => isOf(place.channel, row))) return null;
  const heading = findBeside(pane, list, 'section[aria-label] h1, h1');
  const title = heading ? readText(heading) : '';
  const { id: own, name } = self(document, list);
  const link = findBeside(document, list, `a[href="/channels/@me/${place.channel}"]`);
  const ids = rows.map((row) => userIn(row));
  const people = new Set(ids.filter((id) => id !== '' && id !== own));
  const isSelfKnown = own !== '' || name !== '';
  const nameless = isSelfKnown && place.server === '@me' ? rows.filter((_, index) => ids[index] === '') : [];
  const names = plainNames(nameless).filter((each) => own !== '' || each !== name); // who has a picture is none of them
  const others = new Set([...people, ...names]);
  const several = isSelfKnown ? 2 : 3; // before the panel is there, one of two authors may be oneself
  const isDirect = place.server === '@me' && others.size < several;
  const person = userIn(link) || (own === '' ? '' : ([...people][0] ?? ''));
  return {
    list,
    peer: place.channel,
    ...(isDirect && person !== '' ? { person } : {}),
    weak: false,
    group: !isDirect,
    title,
    composer: findBeside(pane, list, '[role="textbox"][data-slate-editor="true"]'),
    pane,
    request: false,
  };
}

/** Of a row that was looked at, as long as it is of that message: the page is asked for its last rows all the time. */
const plainName = new WeakMap<Element, { readonly of: string; readonly name: string }>();

/** Names beside Discord's default pictures, which have no id; whose own picture is known is none of them. */
function plainNames(rows: readonly Element[]): string[] {
  return rows.map(plainNameIn).filter((name) => name !== '');
}

function plainNameIn(row: Element): string {
  const known = plainName.get(row);
  if (known?.of === row.id) return known.name;
  const pictures = [...row.querySelectorAll(PICTURE)];
  const isPlain = pictures.some((picture) => !picture.closest(OF_OTHERS));
  const name = isPlain ? authorOf(row).name : '';
  plainName.set(row, { of: row.id, name });
  return name;
}

/** The row with the author's name and picture: the first of a run; every row's label names it. */
function headOf(row: Element): Element | null {
  const article = row.querySelector('[aria-labelledby*="message-username-"]');
  const head = /message-username-(\d+)/.exec(article?.getAttribute('aria-labelledby') ?? '')?.[1] ?? '';
  if (head === '' || head === idOf(row)) return row;
  const name = withId(row.parentElement?.closest('ol'), `message-username-${head}`);
  return name?.closest(ROW) ?? null;
}

function authorOf(row: Element): {
  readonly id: string;
  readonly name: string;
  readonly hasPicture: boolean;
  /** One for this server alone: the panel may show another. */
  readonly hasServerPicture: boolean;
} {
  const head = headOf(row);
  const name = head && withId(head, `message-username-${idOf(head)}`);
  return {
    id: userIn(head),
    name: name ? readText(name.querySelector(NAME) ?? name) : '',
    hasPicture: head?.querySelector(PICTURE) != null,
    hasServerPicture: head?.querySelector('img[src*="/guilds/"]') != null,
  };
}

/** Ids where there are any. A name alone says "self" only in a chat of two of other names: anybody may take one. */
function speakerOf(
  author: ReturnType<typeof authorOf>,
  conversation: OpenConversation,
): RowReading['speaker'] {
  const own = selfOf(conversation);
  const isTold = own.id !== '' || (own.hasPicture && !author.hasServerPicture);
  if (author.id !== '' && isTold) return author.id === own.id ? 'self' : 'other';
  if (author.id !== '' && author.id === conversation.person) return 'other';
  if (author.id === '' && own.id !== '' && author.hasPicture) return 'other'; // a default picture, and one's own is none
  if (author.name === '' || own.name === '' || conversation.group) return 'unknown';
  if (author.name === own.name) return author.name === conversation.title ? 'unknown' : 'self';
  return author.name === conversation.title ? 'other' : 'unknown';
}

function read(row: Element, conversation: OpenConversation): RowReading | null {
  const id = idOf(row);
  if (id === '' || !isOf(conversation.peer, row)) return null;
  // A reply repeats the answered message with an id of the same form, so only this row's own counts.
  const content = withId(row, `message-content-${id}`);
  const text = content ? readText(content, NOT_TEXT) : '';
  if (text === '') return null;
  const author = authorOf(row);
  const speaker = speakerOf(author, conversation);
  const person = conversation.group ? author.id || author.name : conversation.peer;
  const time = withId(row, `message-timestamp-${id}`)?.getAttribute('datetime') ?? '';
  return {
    id,
    author: speaker === 'self' ? 'self' : person,
    speaker,
    text,
    at: Date.parse(time) || madeAt(id),
  };
}

/** An old account is no fact worth saying; one whose id the page does not show is unseen. */
function ageFacts(user: string | undefined): ContactFact[] {
  if (!user) return [{ fact: 'unseen', what: 'account-age' }];
  const made = new Date(madeAt(user));
  const fact = newAccount({ year: made.getFullYear(), month: made.getMonth() + 1 }, Date.now());
  return fact ? [fact] : [];
}

/** People who ask to be friends: a row with a button to accept. Requests that oneself sent have none. */
function requests(document: Document): RequestCard[] {
  const rows = allBeside(
    document,
    document.querySelector(LIST),
    '[data-list-id="people-list"] [data-list-item-id^="people-list___"]',
  );
  return rows.flatMap((element) => {
    const id = /___(\d+)$/.exec(element.getAttribute('data-list-item-id') ?? '')?.[1] ?? '';
    if (id === '' || !element.querySelector('[class*="actionAccept"]')) return [];
    const name = element.querySelector(NAME);
    const facts: ContactFact[] = [...ageFacts(id), { fact: 'unseen', what: 'mutual-friends' }];
    return [{ id, name: name ? readText(name) : '', element, facts }];
  });
}

export default defineAdapter({
  id: 'discord',
  service: 'discord',
  name: 'Discord',
  matches: HOSTS.map((host) => `https://${host}/*`),
  evidence: { from: 'captures', seenLive: null },
  reads: ['threads', 'groups', 'requests'],
  covers: (url) => HOSTS.includes(url.hostname) && url.pathname.startsWith('/channels/'),
  expectsConversation: (url) => placeIn(url) !== null,
  open,
  row: ROW,
  rowAttributes: ['id'],
  read,
  facts: (_document, { group, person }) => (group ? [] : ageFacts(person)),
  requests,
});
