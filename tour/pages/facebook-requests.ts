// A page with the structure of Facebook's friend requests: cards with a link that carries the sender's id, and two buttons.
import { el, type Markup } from './markup';

export type FriendRequest = {
  readonly id: string;
  readonly name: string;
  /** The line about mutual friends, in the page's language; null where the page shows none. */
  readonly shared: string | null;
  /** How old the request is, as the page shows it, e.g. '2d'. */
  readonly age: string;
};

/** The page's own words in its language. */
export type RequestWords = { readonly title: string; readonly confirm: string; readonly delete: string };

export const ENGLISH: RequestWords = { title: 'Friend requests', confirm: 'Confirm', delete: 'Delete' };

export const FRIEND_REQUESTS_URL = 'https://www.facebook.com/friends/requests/';

function card(request: FriendRequest, words: RequestWords): Markup {
  const href = `/friends/requests/?profile_id=${request.id}`;
  const button = (words: string) =>
    el('div', { role: 'button', tabindex: '0', 'aria-label': words }, el('span', { dir: 'auto' }, words));
  return el(
    'div',
    { class: 'request' },
    el(
      'div',
      { class: 'x78zum5' },
      el(
        'a',
        { role: 'link', tabindex: '0', href },
        el('svg', { role: 'img', 'aria-label': request.name, class: 'face' }),
      ),
      el(
        'div',
        { class: 'xdt5ytf' },
        el(
          'div',
          {},
          el('a', { role: 'link', tabindex: '0', href }, el('span', { dir: 'auto' }, request.name)),
          el('span', { dir: 'auto', class: 'age' }, el('span', {}, request.age)),
        ),
        ...(request.shared === null ? [] : [el('div', {}, el('span', { dir: 'auto' }, request.shared))]),
        el('div', { class: 'buttons' }, button(words.confirm), button(words.delete)),
      ),
    ),
  );
}

/** The body of the requests page. */
export function friendRequestsBody(
  requests: readonly FriendRequest[],
  words: RequestWords = ENGLISH,
): readonly Markup[] {
  return [
    el(
      'div',
      { role: 'navigation', 'aria-label': words.title, class: 'requests' },
      el('h1', {}, words.title),
      ...requests.map((request) => card(request, words)),
    ),
    el('div', { role: 'main', class: 'centre empty' }),
  ];
}
