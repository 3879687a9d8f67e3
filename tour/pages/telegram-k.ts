// A page with the structure of Telegram Web K: two chats mounted, service rows, a card for unknown users, a composer and its clone.
import { el, type Markup } from './markup';
import { type Chat, type ChatLine, type ChatSite, clock, daysOf } from './site';

const NEWEST_GROUP = '.chat.active section.bubbles-date-group';

function row(line: ChatLine, chat: Pick<Chat, 'peer'>) {
  const time = clock(line.at);
  const own = line.from === 'self';
  const bubble = el(
    'div',
    {
      class: `bubble ${own ? 'is-out' : 'is-in'} can-have-tail`,
      'data-mid': String(line.id),
      'data-peer-id': chat.peer,
      'data-timestamp': String(Math.floor(line.at / 1000)),
    },
    el(
      'div',
      { class: 'bubble-content-wrapper' },
      el(
        'div',
        { class: 'bubble-content' },
        el(
          'div',
          { class: 'message spoilers-container', dir: 'auto' },
          line.text,
          el(
            'span',
            { class: 'time' },
            el('span', { class: 'i18n' }, time),
            el('div', { class: 'time-inner' }, el('span', { class: 'i18n' }, time)),
          ),
          el('div', { class: 'clearfix' }),
        ),
      ),
    ),
  );
  return el('div', { class: 'bubbles-group' }, bubble);
}

function service(words: string, more = ''): Markup {
  return el(
    'div',
    { class: `bubble service ${more}` },
    el(
      'div',
      { class: 'bubble-content' },
      el('div', { class: 'service-msg' }, el('span', { class: 'i18n' }, words)),
    ),
  );
}

/** What K shows above the first message of somebody who is no contact. */
function unknownUser(chat: Chat): Markup {
  const fact = (name: string, value: string) =>
    el(
      'tr',
      {},
      el('td', {}, el('span', { class: 'i18n' }, name)),
      el('td', {}, el('span', { class: 'i18n' }, value)),
    );
  return el(
    'div',
    { class: 'bubble service', 'data-mid': '0' },
    el(
      'div',
      { class: 'bubble-content' },
      el(
        'div',
        { class: 'service-msg _card_1x2y3_1' },
        el('span', { class: 'peer-title', 'data-peer-id': chat.peer }, chat.title),
        el('div', {}, el('span', { class: 'i18n' }, 'Not a contact')),
        el('table', {}, fact('Shared groups', 'No groups')),
      ),
    ),
  );
}

function addOrBlock(): Markup {
  const button = (kind: string, words: string) =>
    el('button', { class: `pinned-actions-button ${kind}` }, el('span', { class: 'i18n' }, words));
  return el(
    'div',
    { class: 'pinned-container pinned-actions' },
    button('danger', 'Block user'),
    button('primary', 'Add to contacts'),
  );
}

function header(chat: Chat): Markup {
  const title = el('span', { class: 'peer-title', 'data-peer-id': chat.peer }, chat.title);
  return el(
    'div',
    { class: 'sidebar-header topbar' },
    el(
      'div',
      { class: 'chat-info' },
      el('div', { class: 'user-title' }, title),
      el(
        'div',
        { class: 'bottom' },
        el('div', { class: 'info' }, el('span', { class: 'i18n' }, 'last seen recently')),
      ),
    ),
  );
}

function composer(): Markup {
  return el(
    'div',
    { class: 'chat-input chat-input-main' },
    el(
      'div',
      { class: 'new-message-wrapper' },
      el('div', { class: 'input-message-input i18n', contenteditable: 'true', dir: 'auto' }),
      el('div', {
        class: 'input-message-input input-field-input-fake',
        contenteditable: 'true',
        tabindex: '-1',
      }),
    ),
    el(
      'div',
      { class: 'btn-send-container' },
      el('button', { class: 'btn-icon btn-send', 'aria-label': 'Send' }, '➤'),
    ),
  );
}

function body(chat: Chat): readonly Markup[] {
  const left = el(
    'div',
    { class: 'chat tabs-tab' },
    el('div', { class: 'bubbles' }, el('div', { class: 'bubbles-inner' })),
  );
  const days = daysOf(chat).map((day, index) =>
    el(
      'section',
      { class: 'bubbles-date-group' },
      service(day.label, 'is-date'),
      service(day.label, 'is-date is-fake'),
      ...(chat.stranger && index === 0 ? [unknownUser(chat)] : []),
      ...day.lines.map((line) => row(line, chat)),
    ),
  );
  const open = el(
    'div',
    { class: 'chat tabs-tab active' },
    header(chat),
    ...(chat.stranger ? [addOrBlock()] : []),
    el(
      'div',
      { class: 'bubbles' },
      el(
        'div',
        { class: 'bubbles-scrollable', 'data-scroller': '' },
        el('div', { class: 'bubbles-remover bubbles-inner' }),
        el('div', { class: 'bubbles-inner' }, ...days),
      ),
    ),
    composer(),
  );
  const entry = el(
    'a',
    { class: 'chatlist-chat', 'data-peer-id': chat.peer, href: `#${chat.peer}` },
    el('span', { class: 'peer-title', 'data-peer-id': chat.peer }, chat.title),
  );
  return [
    el('div', { id: 'column-left', class: 'side' }, el('ul', { class: 'chatlist' }, entry)),
    el('div', { id: 'column-center', class: 'centre' }, left, open),
  ];
}

export const telegramK: ChatSite = {
  id: 'telegram-k',
  url: (peer) => `https://web.telegram.org/k/#${peer}`,
  body,
  row,
  into: NEWEST_GROUP,
  composer: '.chat.active .input-message-input:not(.input-field-input-fake)',
  rows: '.chat.active .bubble[data-mid][data-timestamp]',
};
