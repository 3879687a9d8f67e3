// A page with the structure of Messenger on facebook.com: rows in a log, sender and time in a label, the side given by layout alone.
import { el, type Markup } from './markup';
import { type Chat, type ChatLine, type ChatSite, clock } from './site';

function row(line: ChatLine, chat: Pick<Chat, 'title'>) {
  const own = line.from === 'self';
  const sender = own ? 'You' : (chat.title.split(' ')[0] ?? chat.title);
  return el(
    'div',
    { role: 'row', class: 'x1n2onr6' },
    el(
      'div',
      { role: 'gridcell' },
      el(
        'div',
        {
          'data-scope': 'messages_table',
          'aria-roledescription': 'message',
          'aria-label': `At ${clock(line.at)}, ${sender}: ${line.text}`,
          tabindex: '-1',
          class: 'x78zum5 xdt5ytf',
        },
        el(
          'div',
          { class: 'x78zum5', style: `display:flex;justify-content:flex-${own ? 'end' : 'start'}` },
          el(
            'div',
            { class: 'x6prxxf', role: 'presentation' },
            el('div', { dir: 'auto', class: 'html-div' }, line.text),
          ),
        ),
      ),
    ),
  );
}

/** Rows of the log that are no message: who this is, and the note on encryption. */
function notes(chat: Chat): readonly Markup[] {
  const cell = (...words: readonly string[]) =>
    el(
      'div',
      { role: 'row', class: 'note' },
      el('div', { role: 'gridcell' }, el('div', {}, ...words.map((one) => el('span', { dir: 'auto' }, one)))),
    );
  return [
    ...(chat.stranger ? [cell(chat.title, 'You are not friends on Facebook')] : []),
    cell('Messages are secured with end-to-end encryption.'),
  ];
}

function composer(): Markup {
  return el(
    'div',
    { role: 'group', class: 'composer' },
    el(
      'div',
      {
        role: 'textbox',
        contenteditable: 'true',
        'data-lexical-editor': 'true',
        'aria-label': 'Message',
        'aria-placeholder': 'Aa',
      },
      el('p', {}, el('br')),
    ),
    el('div', { role: 'button', tabindex: '0', 'aria-label': 'Press Enter to send' }, '➤'),
  );
}

function body(chat: Chat): readonly Markup[] {
  const link = el(
    'a',
    { role: 'link', href: `/messages/t/${chat.peer}/`, 'aria-current': 'page' },
    el('span', { dir: 'auto' }, chat.title),
  );
  const log = el(
    'div',
    { role: 'log', 'aria-label': `Messages in conversation with ${chat.title}`, 'data-scroller': '' },
    el('div', { role: 'grid' }, ...notes(chat), ...chat.lines.map((line) => row(line, chat))),
  );
  return [
    el(
      'div',
      { role: 'navigation', class: 'side' },
      el('div', { role: 'grid' }, el('div', { role: 'row' }, el('div', { role: 'gridcell' }, link))),
    ),
    el(
      'div',
      { role: 'main', 'aria-label': chat.title, class: 'centre' },
      el('div', { class: 'header' }, el('h2', {}, el('span', { dir: 'auto' }, chat.title))),
      log,
      composer(),
    ),
  ];
}

export const messenger: ChatSite = {
  id: 'messenger',
  url: (peer) => `https://www.facebook.com/messages/t/${peer}/`,
  body,
  row,
  into: '[role="main"] [role="log"] [role="grid"]',
  composer: '[role="main"] [role="textbox"]',
  rows: '[role="main"] [data-scope="messages_table"]',
};
