// Telegram Web K. From its own source and a run of its real client offline.
import { type ContactFact, defineAdapter, type OpenConversation, type RowReading } from '../page/adapter';
import { findBeside } from '../page/beside';
import { cardFacts } from '../page/contact-facts';
import { decoded } from '../page/decoded';
import { allInside, firstInside } from '../page/inside';
import { readText } from '../page/read-text';

const ROW = '.bubble[data-mid][data-peer-id]:not(.service):not(.is-sponsored)';
/**
 * Parts of a bubble's text that are no words of its author. The hour stands in it twice; the seconds of a voice message and
 * the size of a file count on while it is played or fetched.
 */
const NOT_TEXT =
  '.time, .time-inner, .reply, .name, reactions-element, .reactions, .webpage, .code-header, .bubble-call, ' +
  '.audio-time, .audio-description, .audio-transcribed-text.is-error, .document-ico, .document-size, ' +
  '.reply-markup-button-icon';
/** Buttons below a post that lead somewhere; those that answer a bot are no words of anybody. */
const LINK_BUTTON = '.reply-markup a.reply-markup-button[href]';

/** The chat in the hash: '5550001111', '-100123', '@robin', '' where none is open. */
function chatInAddress(url: URL): string {
  const hash = decoded(url.hash.slice(1));
  const named = /[?&]p=u?(@?-?\w+)/.exec(hash);
  return named?.[1] ?? /^(@\w+|-?\d+)/.exec(hash)?.[1] ?? '';
}

/** Live lists of the pictures beside rows: the browser looks through the thousands of a long chat once, until they change. */
const pictures = new WeakMap<Element, HTMLCollectionOf<Element>>();

/**
 * Pictures stand beside runs where several people write: in groups, and where a person keeps or is sent what others wrote
 * (saved messages, replies from elsewhere), whose own number is that of no author.
 */
function hasPictures(list: Element, peer: string): boolean {
  const beside = pictures.get(list) ?? list.getElementsByClassName('bubbles-group-avatar');
  pictures.set(list, beside);
  return [...beside].some((picture) => ![null, peer].includes(picture.getAttribute('data-peer-id')));
}

/** Rows, header and address change within 50 ms of one another; only when all agree is a chat open. */
function open(document: Document, url: URL): OpenConversation | null {
  const address = chatInAddress(url);
  const chat = document.querySelector('.chat.active');
  const list = chat?.querySelector('.bubbles-inner:not(.bubbles-remover)');
  const header = chat && list && findBeside(chat, list, '.chat-info .peer-title[data-peer-id]');
  const peer = header?.getAttribute('data-peer-id');
  // The header keeps its peer after the chat was closed, so the address must hold one too.
  if (!chat || !list || !peer || !/^-?\d+$/.test(peer) || address === '') return null;
  if (!address.startsWith('@') && address !== peer) return null;
  if (list.querySelector(ROW) && !list.querySelector(`${ROW}[data-peer-id="${peer}"]`)) return null;
  return {
    list,
    peer,
    weak: false,
    group: peer.startsWith('-') || hasPictures(list, peer),
    title: header ? readText(header) : '',
    composer: findBeside(
      chat,
      list,
      '.input-message-input[contenteditable="true"]:not(.input-field-input-fake)',
    ),
    pane: chat,
    request: false,
  };
}

function textOf(row: Element): string {
  const message = firstInside(row, '.bubble-content > .message');
  const text = message ? readText(message, NOT_TEXT) : '';
  if (text !== '') return text;
  // A row of emoji alone has no text node; photos without a caption have neither.
  const attachment = firstInside(row, '.bubble-content > .attachment');
  const emoji = attachment?.querySelector('img.emoji[alt], .emoji-native, custom-emoji-element');
  return attachment && emoji ? readText(attachment, NOT_TEXT) : '';
}

/** The post of a group or channel with the buttons below it: adverts keep their links there. */
function postOf(row: Element): string {
  const buttons = allInside(row, LINK_BUTTON).map((button) => readText(button, NOT_TEXT));
  return [textOf(row), ...buttons].filter((text) => text !== '').join('\n');
}

/** In a group the avatar stands once beside a run of bubbles; a forwarded bubble's `.name` is somebody else's. */
function authorOf(row: Element, conversation: OpenConversation): string {
  if (!conversation.group) return conversation.peer;
  const run = row.closest('.bubbles-group');
  const author =
    run?.querySelector('.bubbles-group-avatar[data-peer-id]') ??
    (run && firstInside(run, '.bubble:not(.forwarded) .name .peer-title[data-peer-id]'));
  return author?.getAttribute('data-peer-id') ?? '';
}

function read(row: Element, conversation: OpenConversation): RowReading | null {
  const id = row.getAttribute('data-mid') ?? '';
  // A fraction is the id of a message on its way; it gets its own once the server has it.
  if (!/^\d+$/.test(id) || row.classList.contains('call-message')) return null;
  if (row.getAttribute('data-peer-id') !== conversation.peer || row.closest('.bubbles-remover')) return null;
  const text = conversation.group ? postOf(row) : textOf(row);
  if (text === '') return null;
  const seconds = Number(row.getAttribute('data-timestamp'));
  const own = row.classList.contains('is-out');
  const speaker = own ? 'self' : row.classList.contains('is-in') ? 'other' : 'unknown';
  return {
    id,
    author: own ? 'self' : authorOf(row, conversation),
    speaker,
    text,
    at: seconds > 0 ? seconds * 1000 : null,
  };
}

/** The card of a stranger is a service bubble without an id (`data-mid` 0) that is no date. */
function facts(_document: Document, { pane, list, group }: OpenConversation): ContactFact[] {
  if (group) return [];
  const services = [...list.querySelectorAll('.bubble.service:not(.is-date)')].slice(0, 4);
  const card = services.find(
    (bubble) => Number(bubble.getAttribute('data-mid') ?? 0) === 0 && bubble.querySelector('.peer-title'),
  );
  // "Report spam" alone shows the red button too; only the offer to add a contact says that there is none.
  const bar = findBeside(pane, list, '.pinned-actions:not(.hide) .pinned-actions-button.primary');
  if (!card && !bar) return [];
  const language = pane.ownerDocument.documentElement.lang;
  return [{ fact: 'not-a-contact' }, ...cardFacts(card ?? null, '.peer-title', language, Date.now())];
}

export default defineAdapter({
  id: 'telegram-k',
  service: 'telegram',
  name: 'Telegram Web K',
  matches: ['https://web.telegram.org/*'],
  evidence: { from: 'source', seenLive: null },
  reads: ['threads', 'groups'],
  covers: (url) => url.hostname === 'web.telegram.org' && url.pathname.startsWith('/k'),
  expectsConversation: (url) => chatInAddress(url) !== '',
  open,
  row: ROW,
  rowAttributes: ['data-mid'],
  read,
  facts,
});
