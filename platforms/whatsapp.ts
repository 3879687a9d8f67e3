// WhatsApp Web. From public captures of December 2025 to October 2026, over which the markup changed:
// every step has a fallback. The card about unknown senders is known from the site's own scripts of 2026 alone;
// where it has no names for its parts, the number in the title says that a person is not among the contacts. Channels have
// other rows and are not read.
import { type ContactFact, defineAdapter, type OpenConversation, type RowReading } from '../page/adapter';
import { findBeside } from '../page/beside';
import { parseClock, timeOfDay } from '../page/clock';
import { plainDate } from '../page/date-names';
import { countryOfNumber } from '../page/dialling-codes';
import { layoutSpeaker } from '../page/direction';
import { type DayOrders, dayOrders, parseNumericDay } from '../page/numeric-date';
import { readText } from '../page/read-text';
import { lastRows } from '../page/rows';
import { holdsAny } from '../page/shadow';

const ROW = '[role="row"] [data-id]';
const LISTS = [
  '[data-testid="conversation-panel-messages"]',
  '[data-scrolltracepolicy="wa.web.conversation.messages"]',
  '[role="application"]',
];
const TITLES = [
  'header [data-testid="conversation-info-header-chat-title"]',
  'header [data-testid="conversation-info-header"] span[dir="auto"]',
];
const COMPOSER = 'footer [contenteditable="true"][role="textbox"]';
/** Builds without a test id name a quote in a label, in the language of the page, on what leads to the quoted message. */
const QUOTE = '[data-testid^="quoted"], .quoted-mention, [role="button"][aria-label]';
const TEXT = '[data-testid="selectable-text"], span.selectable-text';
const LABEL = '[data-pre-plain-text]';
/** Ticks beside the hour, and the clock before them, as an attribute or, since the summer of 2026, a title names them. */
const TICK = /^(?:msg-|wds-ic-(?:deliver|pend|read|sent))/;
const NUMBER = /^\+[\d\s()-]{7,}$/;
/** What the card above a stranger's first message says: country, a new account, no contact, groups, each in an element. */
const SIGNALS = '[data-testid="fmx-card-trust-signals"]';
/** Stands on that card where the person is not among the contacts, also where a name or a @name is in the title. */
const ADD_CONTACT = '[data-testid="fmx-card-add-contact-btn"]';
/** How the card says that an account is new, which has no name in the page. */
const NEW_ACCOUNT =
  /^(?:new account|គណនីថ្មី|tài khoản mới|บัญชีใหม่|akun baru|akaun baharu|bagong account|yeni hesap|حساب جديد|cuenta nueva|conta nova|nouveau compte|neues konto|новый аккаунт|新帐号|新账号|新账户|新帳號|新帳戶)$/u;
/** So many are all that the card can say: one of them is that the account is new. */
const ALL_SIGNALS = 4;
/** Up to build 2025: 'false_31600000000@c.us_3EB0', and in groups 'false_1203@g.us_3EB0_31600000000@c.us'. */
const OLD_ID = /^(true|false)_([^_]+@[a-z.]+)_([^_]+)(?:_(.+))?$/;
/** Chats of many: groups, channels and lists that are written to at once. */
const OF_MANY = /@(?:g\.us|newsletter|broadcast)$/;
/** Rows that are looked at to tell whether several people write, and how far back the first bubble of a block can stand. */
const NEAR_ROWS = 30;

type Find = (selector: string) => Element | null;

/** What the first of some selectors finds that finds anything. */
const first = (selectors: readonly string[], find: Find): Element | null =>
  selectors.map(find).find((found) => found !== null) ?? null;

/** Around the first row, nearly always: where a build lacks the name that is asked for first, all rows would be looked through for it. */
function listIn(pane: Element): Element | null {
  const row = pane.querySelector(ROW);
  const around = first(LISTS, (selector) => row?.closest(selector) ?? null);
  return around && pane.contains(around) ? around : first(LISTS, (selector) => pane.querySelector(selector));
}

/** Numbers stand between marks of direction, with hyphens that do not break. */
const withoutMarks = (text: string): string =>
  text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').replace(/[\u2010\u2011]/g, '-');

const oldId = (row: Element): RegExpExecArray | null => OLD_ID.exec(row.getAttribute('data-id') ?? '');

/** The address is the same for every chat; header and rows are all there is. */
function open(document: Document): OpenConversation | null {
  const pane = document.querySelector('#main');
  const list = pane && listIn(pane);
  const heading = list && first(TITLES, (selector) => findBeside(pane, list, selector));
  const title = heading ? withoutMarks(readText(heading)) : '';
  if (!pane || !list || title === '') return null;
  const rows = lastRows(list, ROW, NEAR_ROWS);
  const chat = rows.map((row) => oldId(row)?.[2]).find((id) => id !== undefined);
  const peer = chat ?? (NUMBER.test(title) ? title.replace(/[^+\d]/g, '') : title);
  return {
    list,
    peer,
    weak: peer === title,
    group: OF_MANY.test(chat ?? '') || hasSeveralAuthors(rows),
    title,
    composer: findBeside(pane, list, COMPOSER),
    pane,
    request: false,
  };
}

function hasSeveralAuthors(rows: readonly Element[]): boolean {
  const names = rows.filter((row) => ownMarks(row) === 'other').map((row) => label(row).author);
  return new Set(names.filter((name) => name !== '')).size > 1;
}

/** "[22:54, 09/12/2025] Robin: ": hour and day as the country writes them, and who wrote. */
function label(row: Element): { readonly time: string; readonly author: string } {
  const text = row.querySelector(LABEL)?.getAttribute('data-pre-plain-text') ?? '';
  const [, time = '', author = ''] = /^\s*\[([^\]]*)\]\s*([\s\S]*?):?\s*$/.exec(text) ?? [];
  return { time, author: withoutMarks(author) };
}

/** What the row itself says of its side. Ticks stand beside one's own messages alone; tails at the first of a block. */
function ownMarks(row: Element): RowReading['speaker'] {
  const has = (selector: string) => row.matches(selector) || row.querySelector(selector) !== null;
  if (has('.message-out')) return 'self';
  if (has('.message-in')) return 'other';
  const own = oldId(row)?.[1];
  if (own) return own === 'true' ? 'self' : 'other';
  const icons = [...row.querySelectorAll('[data-testid="msg-meta"] :is([data-icon], title)')];
  const isTick = (icon: Element) => TICK.test(icon.getAttribute('data-icon') ?? icon.textContent);
  if (has('[data-icon="tail-out"]') || icons.some(isTick)) return 'self';
  return has('[data-icon="tail-in"]') ? 'other' : 'unknown';
}

/** The side of the nearest bubble above that is of the same author and shows it. */
function sideAbove(row: Element, author: string): RowReading['speaker'] {
  let element = row.closest('[role="row"]');
  for (let count = 0; count < NEAR_ROWS; count += 1) {
    element = element?.previousElementSibling ?? null;
    const bubble = element?.querySelector('[data-id]');
    const side = bubble && label(bubble).author === author ? ownMarks(bubble) : 'unknown';
    if (side !== 'unknown') return side;
  }
  return 'unknown';
}

/** Later bubbles of a block have no tail: the peer's name tells, which oneself may have too, since own ones have ticks; then those above. */
function speakerOf(row: Element, { title }: OpenConversation): RowReading['speaker'] {
  const marks = ownMarks(row);
  if (marks !== 'unknown') return marks;
  const { author } = label(row);
  if (author !== '') {
    if (author === title) return 'other';
    const side = sideAbove(row, author);
    if (side !== 'unknown') return side;
  }
  const text = textOf(row);
  return text ? layoutSpeaker(text, row) : 'unknown';
}

/** The words of the bubble; a quoted reply stands before them. Words of a bubble in this one are its own to tell. */
function textOf(row: Element): Element | null {
  const isQuoted = (element: Element) => row.contains(element.closest(QUOTE));
  const words = [...row.querySelectorAll(TEXT)].find((element) => !isQuoted(element));
  return words?.closest('[data-id]') === row ? words : null;
}

const languageOf = ({ pane }: OpenConversation): string => pane.ownerDocument.documentElement.lang;

/** Looked up once a conversation, not once a row. */
const orders = new WeakMap<OpenConversation, DayOrders>();

/** Whether day or month stands first, as the dates tell that allow but one. */
function ordersIn(conversation: OpenConversation): DayOrders {
  const known = orders.get(conversation);
  if (known) return known;
  const rows = lastRows(conversation.list, ROW, NEAR_ROWS);
  const dates = rows.map((row) => parseClock(label(row).time, languageOf(conversation))?.rest ?? '');
  const found = dayOrders(dates);
  if (found.size > 0 || rows.length === NEAR_ROWS) orders.set(conversation, found); // a short list may fill up
  return found;
}

function timeOf(time: string, conversation: OpenConversation): number | null {
  const clock = parseClock(time, languageOf(conversation));
  const day = clock && parseNumericDay(clock.rest, Date.now(), ordersIn(conversation));
  return clock && day ? timeOfDay(day, clock.minutes) : null;
}

function read(row: Element, conversation: OpenConversation): RowReading | null {
  const element = textOf(row); // null for shells that were emptied, pictures and notices
  const text = element ? readText(element, QUOTE) : '';
  const id = row.getAttribute('data-id') ?? '';
  if (text === '' || id === '') return null;
  const { time, author } = label(row);
  const speaker = speakerOf(row, conversation);
  const person = conversation.group ? (oldId(row)?.[4] ?? author) : conversation.peer;
  return {
    id,
    author: speaker === 'self' ? 'self' : person,
    speaker,
    text,
    at: timeOf(time, conversation),
  };
}

/** What the card says, in the reader's language. The company of a representative is a further element, with a class. */
function signalsOf(list: OpenConversation['list']): readonly string[] {
  const card = list.querySelector(SIGNALS)?.firstElementChild;
  const parts = [...(card?.children ?? [])].filter((part) => !part.hasAttribute('class'));
  return parts.map((part) => plainDate(readText(part)).replace(/\s*•$/u, ''));
}

/** A saved contact has a name in the title; a number, or a name after `~`, says that this one is not saved. */
function facts(_document: Document, { title, group, list }: OpenConversation): ContactFact[] {
  const isNumber = NUMBER.test(title);
  if (group || (!isNumber && !title.startsWith('~') && !list.querySelector(ADD_CONTACT))) return [];
  const signals = signalsOf(list);
  const isNew = signals.length === ALL_SIGNALS || signals.some((signal) => NEW_ACCOUNT.test(signal));
  const country = isNumber ? countryOfNumber(title) : null;
  // The card names it in words that we don't read: it is shown, and not told.
  const isNamed = signals.length >= (isNew ? ALL_SIGNALS : ALL_SIGNALS - 1);
  return [
    { fact: 'not-a-contact' },
    ...(country ? [{ fact: 'country', country } as const] : []),
    ...(country || isNamed ? [] : [{ fact: 'unseen', what: 'country' } as const]),
    isNew ? { fact: 'new-account', month: null } : { fact: 'unseen', what: 'account-age' },
  ];
}

export default defineAdapter({
  id: 'whatsapp',
  service: 'whatsapp',
  name: 'WhatsApp Web',
  matches: ['https://web.whatsapp.com/*'],
  evidence: { from: 'captures', seenLive: null },
  reads: ['threads', 'groups'],
  covers: (url) => url.hostname === 'web.whatsapp.com',
  // Where only admins may write, there is nothing to write in.
  expectsConversation: (_url, document) => {
    const main = document.querySelector('#main');
    return main !== null && holdsAny(main, [COMPOSER, ROW]);
  },
  open,
  row: ROW,
  rowAttributes: ['data-id'],
  read,
  facts,
});
