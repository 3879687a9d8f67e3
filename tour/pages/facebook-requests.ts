// A page with the structure of Facebook's friend requests: cards with a link that carries the sender's id, and two buttons.
import { el, type Markup } from './markup';

export type FriendRequest = {
  readonly id: string;
  readonly name: string;
  /** Null where the page shows no line about mutual friends. */
  readonly mutualFriends: number | null;
  /** How old the request is, as the page shows it, e.g. '2d'. */
  readonly age: string;
};

export const FRIEND_REQUESTS_URL = 'https://www.facebook.com/friends/requests/';

function card(request: FriendRequest): Markup {
  const href = `/friends/requests/?profile_id=${request.id}`;
  const button = (words: string) =>
    el('div', { role: 'button', tabindex: '0', 'aria-label': words }, el('span', { dir: 'auto' }, words));
  const { mutualFriends } = request;
  const shared = `${mutualFriends} mutual friend${mutualFriends === 1 ? '' : 's'}`;
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
        ...(mutualFriends === null ? [] : [el('div', {}, el('span', { dir: 'auto' }, shared))]),
        el('div', { class: 'buttons' }, button('Confirm'), button('Delete')),
      ),
    ),
  );
}

/** The body of the requests page. */
export function friendRequestsBody(requests: readonly FriendRequest[]): readonly Markup[] {
  return [
    el(
      'div',
      { role: 'navigation', 'aria-label': 'Friend requests', class: 'requests' },
      el('h1', {}, 'Friends'),
      el('h2', {}, el('span', {}, `${requests.length} friend requests`)),
      ...requests.map(card),
    ),
    el(
      'div',
      { role: 'main', class: 'centre empty' },
      el('span', { dir: 'auto' }, "Select people's names to preview their profile."),
    ),
  ];
}
