// Microsoft Teams and Teams free, which took over Skype's users. From captures by others and from code that reads the same
// page, which agree on where a chat's id stands; the title and the quote are weaker. The bar that asks whether to accept a
// stranger was never seen by anyone whose notes we have.
import { defineAdapter, type OpenConversation, type RowReading } from '../page/adapter';
import { findBeside } from '../page/beside';
import { readText } from '../page/read-text';
import { fromAbove } from '../page/row-runs';
import { lastRows } from '../page/rows';
import { holdsAny } from '../page/shadow';

const HOSTS = ['teams.microsoft.com', 'teams.cloud.microsoft', 'teams.live.com'];
const MATCHES = HOSTS.map((host) => `https://${host}/*`);
const VIEWPORT = '[data-tid="message-pane-list-viewport"]';
const LISTS = ['#chat-pane-list', VIEWPORT];
const ROW = '[data-tid="chat-pane-item"]';
const COMPOSER = '[data-tid="ckeditor"][role="textbox"]';
const OWN = '.fui-ChatMyMessage';
const OTHER = '.fui-ChatMessage';
const AUTHOR = '[data-tid="message-author-name"], [id^="author-"]';
/** The card of a quoted reply has a name and an hour beside the quoted words, all within the text of the row. A quotation without a type is its author's own. */
const QUOTE = '[data-track-module-name="messageQuotedReply"], [data-tid*="quote"], blockquote[itemtype]';
/** Builds of 2026 mark the item by a name among others, and not by its state. */
const SELECTED = ['[role="treeitem"][aria-selected="true"]', '[data-tabster*="LeftRailSelectedItem"]'];
/** '<folder>/OneGQL_GroupChatConversation|19:…' on an item. */
const ITEM = 'data-fui-tree-item-value';
/** On the button that sends: where it would send to. */
const THREAD = 'data-track-thread-id';
/** The rest of an item is a preview of the newest message. */
const NAME_IN_LIST = '[id^="title-"]';
/** Rows that are looked at to tell whether several people write. */
const GROUP_ROWS = 30;

const selectedItem = (document: Document): Element | null =>
  SELECTED.map((selector) => document.querySelector(selector)).find((found) => found !== null) ?? null;

/** What the list of chats calls the chat of an item, '' where it does not say: its kind and its id, or the id alone. */
function chatCalled(item: Element | null): string {
  const names = item
    ? [item.getAttribute(ITEM) ?? '', ...[item, ...item.querySelectorAll('[id]')].map(({ id }) => id)]
    : [];
  return names.find((name) => idIn(name) !== '') ?? '';
}

/** '19:…' at its end. */
const idIn = (name: string): string => /(?<!\d)(?:19|28|48|8):[^\s|/]+$/.exec(name)?.[0] ?? '';

/** Whether a chat is a group by its kind, or by an id of which only one kind has such; null where neither says. */
function isGroup(name: string): boolean | null {
  if (/OneOnOneChat|@unq\.gbl\.spaces$/.test(name)) return false;
  return /GroupChat|MeetingChat|ChannelC|19:meeting_|@thread\.tacv2$/.test(name) ? true : null;
}

/** A quote in a row names whom it quotes. */
const nameIn = (row: Element): string => {
  const name = [...row.querySelectorAll(AUTHOR)].find((each) => !each.closest(QUOTE));
  return name && !row.querySelector(OWN) ? readText(name) : '';
};

/** Several people have written of late. */
function haveManyNames(list: OpenConversation['list']): boolean {
  const names = new Set(lastRows(list, ROW, GROUP_ROWS).map(nameIn));
  names.delete('');
  return names.size > 1;
}

/** The address is the same for every chat: the list of chats and the title tell whose rows these are. */
function open(document: Document): OpenConversation | null {
  const list = LISTS.map((selector) => document.querySelector(selector)).find((found) => found !== null);
  if (!list) return null;
  const pane = list.closest('main') ?? list.closest(VIEWPORT)?.parentElement ?? list;
  const heading =
    pane.querySelector('[data-tid="chat-title"]') ?? document.querySelector('[data-tid="chat-title"]');
  const item = selectedItem(document);
  const name = heading ?? item?.querySelector(NAME_IN_LIST);
  const title = name ? readText(name) : '';
  const selected = chatCalled(item);
  const thread = findBeside(pane, list, `[${THREAD}]`)?.getAttribute(THREAD) ?? '';
  const chat = thread || idIn(selected);
  if (chat === '' && title === '') return null;
  return {
    list,
    peer: chat || title,
    weak: chat === '',
    group: isGroup(idIn(selected) === chat ? selected : thread) ?? haveManyNames(list),
    title,
    composer: findBeside(pane, list, COMPOSER),
    pane,
    request: false,
  };
}

function speakerOf(row: Element): RowReading['speaker'] {
  if (row.querySelector(OWN)) return 'self';
  return row.querySelector(OTHER) ? 'other' : 'unknown';
}

/** The name stands once above a run of rows of one person. */
function authorOf(row: Element): string {
  return fromAbove(row, (each) => (each.querySelector(OWN) ? null : nameIn(each) || undefined)) ?? '';
}

function read(row: Element, { peer, group }: OpenConversation): RowReading | null {
  const message = row.querySelector('[data-tid="chat-pane-message"][data-mid]');
  const id = message?.getAttribute('data-mid') ?? '';
  const content = [...row.querySelectorAll('[id^="content-"]')].find((each) => each.id === `content-${id}`);
  const text = content ? readText(content, QUOTE) : '';
  if (id === '' || text === '' || row.querySelector('.fui-ChatControlMessage')) return null;
  const speaker = speakerOf(row);
  const time = /^\d{13}$/.test(id) ? Number(id) : Date.parse(row.querySelector('time')?.dateTime ?? '');
  return {
    id,
    author: speaker === 'self' ? 'self' : group ? authorOf(row) : peer,
    speaker,
    text,
    at: Number.isNaN(time) ? null : time,
  };
}

export default defineAdapter({
  id: 'teams',
  service: 'teams',
  name: 'Microsoft Teams and Teams free',
  matches: MATCHES,
  frames: MATCHES,
  evidence: { from: 'captures', seenLive: null },
  reads: ['threads', 'groups'],
  covers: (url) => HOSTS.includes(url.hostname),
  // Where a frame stands in the page, the chat that is selected may stand in it.
  expectsConversation: (_url, document) =>
    holdsAny(document, [ROW, COMPOSER]) ||
    (chatCalled(selectedItem(document)) !== '' && document.querySelector('iframe') === null),
  open,
  row: ROW,
  rowAttributes: ['data-mid'],
  read,
});
