// Telegram Web A, and the legacy Z with the same markup. From its own source and a run of its real client offline.
import { type ContactFact, defineAdapter, type OpenConversation, type RowReading } from '../page/adapter';
import { allBeside, findBeside } from '../page/beside';
import { parseDay } from '../page/calendar';
import { parseClock, timeOn } from '../page/clock';
import { cardFacts } from '../page/contact-facts';
import { allInside } from '../page/inside';
import { readText } from '../page/read-text';
import { fromAbove } from '../page/row-runs';

const LIST = '.MessageList .messages-container';
const ROW = '.Message.message-list-item[data-message-id]';
/** Parts of a row that are no words of its author, and those that stand there twice while a translation is on its way. */
const NOT_TEXT =
  '.MessageMeta, [data-ignore-on-paste], .EmbeddedMessage, .message-subheader, .Reactions, .WebPage, .translation-animation';

/** The chat in the hash, '5550001111' or '-100123'; a thread's number after `_` is left out. */
function chatInAddress(url: URL): string {
  return /^#(-?\d+)(?:_|$|\?)/.exec(url.hash)?.[1] ?? '';
}

/** In saved messages the part from one person stands at one's own number, then `_` and theirs; the header shows theirs. */
function threadInAddress(url: URL): string {
  return /^#-?\d+_(-?\d+)/.exec(url.hash)?.[1] ?? '';
}

/** During a switch the slide of the chat that is left stays mounted. */
function inActiveSlide(element: Element): boolean {
  return element.closest('.Transition_slide')?.classList.contains('Transition_slide-active') ?? true;
}

/** Pictures beside runs of rows; those within a row are of people who reacted or are shown in it. */
const picturesIn = (root: Element): Element[] =>
  [...root.querySelectorAll('.sender-group-container .Avatar[data-peer-id]')].filter(
    (picture) => !picture.closest(ROW),
  );

/**
 * Pictures stand beside runs where several people write: in groups, and where a person keeps or is sent what others wrote
 * (saved messages, replies from elsewhere), whose own number is that of no author.
 */
const hasPictures = (list: Element, peer: string): boolean =>
  picturesIn(list).some((picture) => picture.getAttribute('data-peer-id') !== peer);

/** Nearly always the first or the one beside it, and then the rows in these need not be looked through for another. */
function listIn(pane: Element): Element | undefined {
  const first = pane.querySelector(LIST);
  const found = first && !inActiveSlide(first) ? findBeside(pane, first, LIST) : first;
  if (found && inActiveSlide(found)) return found;
  return [...pane.querySelectorAll(LIST)].find(inActiveSlide);
}

/** The address follows the rows by 30 to 45 ms without an event; the header's avatar knows whose rows they are. */
function open(document: Document, url: URL): OpenConversation | null {
  const peer = chatInAddress(url);
  const pane = document.querySelector('#MiddleColumn');
  if (!pane || peer === '') return null;
  const list = listIn(pane);
  if (!list) return null;
  const header = allBeside(pane, list, '.MiddleHeader .ChatInfo').find(inActiveSlide);
  const avatar = header?.querySelector('.Avatar[data-peer-id]')?.getAttribute('data-peer-id');
  if (avatar && /^-?\d+$/.test(avatar) && avatar !== peer && avatar !== threadInAddress(url)) return null;
  const title = header?.querySelector('.fullName');
  return {
    list,
    peer,
    weak: false,
    group: peer.startsWith('-') || hasPictures(list, peer),
    title: title ? readText(title) : '',
    composer: findBeside(pane, list, '#editable-message-text[contenteditable="true"]'),
    pane,
    request: false,
  };
}

/** What a person said in a voice message stands outside of the text, once it was asked to be written down. */
function textOf(row: Element): string {
  const spoken = row.querySelector('.transcription:not(.transcription-error)');
  const written = row.querySelector('.text-content');
  const parts = [spoken, written].map((part) => (part ? readText(part, NOT_TEXT) : ''));
  if (spoken || written) return parts.filter((part) => part !== '').join('\n');
  const emoji = row.querySelector('.message-content.emoji-only, .emoji-only');
  return emoji ? readText(emoji, NOT_TEXT) : '';
}

/**
 * The post of a group or channel with the words of the buttons below it: adverts lead on from there. Where to, the page does
 * not tell.
 */
function postOf(row: Element): string {
  const buttons = allInside(row, '.InlineButtons .inline-button-text').map((text) => readText(text));
  return [textOf(row), ...buttons].filter((text) => text !== '').join('\n');
}

/** A group's avatar or name stands once beside a run of rows. */
function authorOf(row: Element, conversation: OpenConversation): string {
  if (!conversation.group) return conversation.peer;
  const run = row.closest('.sender-group-container');
  const [avatar] = run ? picturesIn(run) : [];
  if (avatar) return avatar.getAttribute('data-peer-id') ?? '';
  const name = fromAbove(row, (each) => {
    if (!each.matches(ROW) || each.classList.contains('own')) return null;
    const title = each.querySelector('.message-title-name');
    if (title) return readText(title);
    return each.classList.contains('first-in-group') ? null : undefined;
  });
  return name ?? '';
}

/** The day comes from the group's date line, the hour from the row; the full date shows only under the mouse. */
function timeOf(row: Element): number | null {
  const date = row.closest('.message-date-group')?.querySelector('.sticky-date')?.textContent ?? '';
  const language = row.ownerDocument.documentElement.lang;
  const clock = parseClock(row.querySelector('.message-time')?.textContent ?? '', language);
  const day = parseDay(date, language, Date.now());
  return clock && day !== null ? timeOn(day, clock.minutes, Date.now()) : null;
}

/** No `.own` means the other person, so a row with a sending status and without `.own` is of unknown direction. */
function speakerOf(row: Element): RowReading['speaker'] {
  if (row.classList.contains('own')) return 'self';
  return row.querySelector('.MessageOutgoingStatus') ? 'unknown' : 'other';
}

function read(row: Element, conversation: OpenConversation): RowReading | null {
  const id = row.getAttribute('data-message-id') ?? '';
  if (!/^\d+$/.test(id) || row.classList.contains('is-dissolving')) return null; // a fraction: still on its way
  const text = conversation.group ? postOf(row) : textOf(row);
  if (text === '') return null;
  const speaker = speakerOf(row);
  return {
    id,
    author: speaker === 'self' ? 'self' : authorOf(row, conversation),
    speaker,
    text,
    at: timeOf(row),
  };
}

/** The card's classes are hashed; the source calls its root `empty`, and it stands in the list. */
function facts(document: Document, { pane, list, group }: OpenConversation): ContactFact[] {
  if (group) return [];
  const card = [...list.querySelectorAll('.empty')].find((element) => element.querySelector('h3')) ?? null;
  const bar = findBeside(pane, list, '.ChatReportPane .ChatReportPane--Button:not(.danger)');
  if (!card && !bar) return [];
  const name = 'h3, .local-action-message';
  return [{ fact: 'not-a-contact' }, ...cardFacts(card, name, document.documentElement.lang, Date.now())];
}

export default defineAdapter({
  id: 'telegram-a',
  service: 'telegram',
  name: 'Telegram Web A',
  matches: ['https://web.telegram.org/*'],
  evidence: { from: 'source', seenLive: null },
  reads: ['threads', 'groups'],
  covers: (url) => url.hostname === 'web.telegram.org' && /^\/[az](\/|$)/.test(url.pathname),
  expectsConversation: (url) => chatInAddress(url) !== '',
  open,
  row: ROW,
  rowAttributes: ['data-message-id'],
  // Its source shows a picture or film of one's own in an element of that kind, and any other file as a name with an icon.
  attaching: '.AttachmentModal :is(img[src^="blob:"], video)',
  read,
  facts,
});
