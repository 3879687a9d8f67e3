// For tests: a reply that quotes, as each site shows it. The quoted words are another's and must never be read as the
// author's own. Sites of whose quotes nothing is known stand in exceptions.ts.

/** Puts a quote of `words` into the row of message `id`; false where the row has no place for it. */
type Quote = (row: Element, words: string, id: string) => boolean;

function element(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  ...inner: (Node | string)[]
): Element {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...inner);
  return made;
}

/** Before the first element that `selector` gives in the row. */
const before =
  (selector: string, quote: (words: string, id: string) => Element): Quote =>
  (row, words, id) => {
    const place = (row.shadowRoot ?? row).querySelector(selector);
    place?.before(quote(words, id));
    return place !== null;
  };

/** Messenger and Instagram: a bubble of its own kind above the one with the words. */
const aboveBubble: Quote = (row, words) => {
  const bubble = row.matches('[role="presentation"], [role="none"]')
    ? row
    : row.querySelector('[role="presentation"], [role="none"]');
  const text = bubble?.querySelector('[dir="auto"]');
  if (!bubble || !text) return false;
  bubble.before(element('div', {}, element('div', { dir: 'auto' }, element('span', {}, words))));
  return true;
};

/** The picture of somebody else in the chat than the author of message `id`: the one whom a reply answers. */
function otherPicture(id: string): string {
  const pictures = [...document.querySelectorAll('img[src*="/avatars/"]')].map(
    (each) => each.getAttribute('src') ?? '',
  );
  const own = document.querySelector(`li[id$="${id}"] img[class*="avatar"]`)?.getAttribute('src');
  return pictures.find((each) => each !== own && !each.includes('/embed/')) ?? '';
}

export const QUOTES: Readonly<Record<string, Quote>> = {
  'telegram-k': before('.bubble-content > .message', (words) =>
    element('div', { class: 'reply' }, element('div', { class: 'reply-content' }, words)),
  ),
  'telegram-a': before('.text-content', (words) =>
    element('div', { class: 'message-subheader' }, element('div', { class: 'EmbeddedMessage' }, words)),
  ),
  whatsapp: before('.copyable-text[data-pre-plain-text]', (words) =>
    element(
      'div',
      { 'data-testid': 'quoted-message', role: 'button' },
      element('span', { class: 'quoted-mention', 'data-testid': 'selectable-text' }, words),
    ),
  ),
  messenger: aboveBubble,
  'messenger-docked': aboveBubble,
  instagram: aboveBubble,
  // The quote repeats the id of the message that it answers, of the same form as the row's own.
  discord: before('[role="article"] > *', (words, id) =>
    element(
      'div',
      { id: `message-reply-context-${id}` },
      element('img', { class: 'replyAvatar_c19a55', src: otherPicture(id) }),
      element('div', { id: `message-content-${id.slice(0, -1)}${(Number(id.at(-1)) + 1) % 10}` }, words),
    ),
  ),
  x: before('[data-testid^="message-text-"]', (words) =>
    element('div', { class: 'rounded' }, element('span', { dir: 'auto' }, words)),
  ),
  teams: (row, words) => {
    const content = row.querySelector('[id^="content-"]');
    content?.prepend(element('blockquote', { itemtype: 'http://schema.skype.com/Reply' }, words));
    const author = element('span', { 'data-tid': 'message-author-name' }, 'Somebody Else');
    content?.before(element('div', { 'data-tid': 'quoted-reply-card' }, author, words));
    return content !== null;
  },
  snapchat: before('span[dir="auto"]', (words) => element('span', { dir: 'auto' }, words)),
  'reddit-chat': before('.room-message-text', (words) => element('div', { class: 'reply-preview' }, words)),
};
