// A page with the structure of Telegram Web A: two slides mounted, bottom markers, times inside the text, a composer and its clone.
import { el, type Markup } from './markup';
import { type Chat, type ChatLine, type ChatSite, clock, daysOf } from './site';

function row(line: ChatLine) {
  const id = String(line.id);
  const meta = el(
    'span',
    { class: 'MessageMeta', dir: 'ltr', 'data-ignore-on-paste': 'true' },
    el('span', { class: 'message-time' }, clock(line.at)),
  );
  return el(
    'div',
    {
      id: `message-${id}`,
      class: `Message message-list-item ${line.from === 'self' ? 'own ' : ''}first-in-group last-in-group`,
      'data-message-id': id,
    },
    el('div', { class: 'bottom-marker', 'data-message-id': id }),
    el(
      'div',
      { class: 'message-content-wrapper' },
      el(
        'div',
        { class: 'message-content text' },
        el(
          'div',
          { class: 'content-inner', dir: 'auto' },
          el('div', { class: 'text-content with-meta', dir: 'auto' }, line.text, meta),
        ),
      ),
    ),
  );
}

function header(chat: Chat): Markup {
  const info = (name: string) =>
    el(
      'div',
      { class: 'ChatInfo' },
      el(
        'div',
        { class: 'info' },
        el('div', { class: 'title' }, el('h3', { class: 'fullName', dir: 'auto' }, name)),
      ),
    );
  return el(
    'div',
    { class: 'MiddleHeader' },
    el(
      'div',
      { class: 'Transition' },
      el('div', { class: 'Transition_slide' }, info('A chat that was left')),
      el('div', { class: 'Transition_slide Transition_slide-active' }, info(chat.title)),
    ),
  );
}

function reportPane(): Markup {
  const button = (kind: string, words: string) =>
    el('button', { class: `Button ChatReportPane--Button ${kind}` }, words);
  return el(
    'div',
    { class: 'ChatReportPane' },
    button('primary', 'Add to contacts'),
    button('danger', 'Block user'),
  );
}

function composer(): Markup {
  return el(
    'div',
    { class: 'middle-column-footer' },
    el(
      'div',
      { class: 'Composer' },
      el(
        'div',
        { id: 'message-input-text' },
        el('div', {
          id: 'editable-message-text',
          class: 'form-control',
          contenteditable: 'true',
          role: 'textbox',
          dir: 'auto',
          'aria-label': 'Message',
        }),
        el('div', { class: 'form-control clone', contenteditable: 'true', dir: 'auto', tabindex: '-1' }),
      ),
      el('button', { class: 'Button send main-button', 'aria-label': 'Send' }, '➤'),
    ),
  );
}

function body(chat: Chat): readonly Markup[] {
  const days = daysOf(chat).map((day, index) =>
    el(
      'div',
      { class: `message-date-group ${index === 0 ? 'first-message-date-group' : ''}` },
      el('div', { class: 'sticky-date interactive' }, el('span', { dir: 'auto' }, day.label)),
      ...day.lines.map((line) => row(line)),
    ),
  );
  const list = el(
    'div',
    { class: 'MessageList custom-scroll', 'data-scroller': '' },
    el('div', { class: 'messages-container' }, ...days),
  );
  return [
    el(
      'div',
      { id: 'LeftColumn', class: 'side' },
      el('a', { class: 'ListItem', href: `#${chat.peer}` }, chat.title),
    ),
    el(
      'div',
      { id: 'MiddleColumn', class: 'centre' },
      el(
        'div',
        { class: 'messages-layout' },
        header(chat),
        ...(chat.stranger ? [reportPane()] : []),
        el(
          'div',
          { class: 'Transition' },
          el('div', { class: 'Transition_slide Transition_slide-active' }, list),
        ),
        composer(),
      ),
    ),
  ];
}

export const telegramA: ChatSite = {
  id: 'telegram-a',
  url: (peer) => `https://web.telegram.org/a/#${peer}`,
  body,
  row,
  into: '.Transition_slide-active .MessageList .message-date-group',
  composer: '#editable-message-text',
  rows: '.Message.message-list-item[data-message-id]',
};
