// @vitest-environment happy-dom
// How Facebook's cards of requests name a count of mutual friends, in the languages that are known, and other counts.
import { expect, test } from 'vitest';
import facebook from '../../platforms/facebook-requests';
import { showPage } from './page';

const ADDRESS = new URL('https://www.facebook.com/friends');

function factOf(text: string) {
  showPage(`<html><body><div role="main"><div class="card">
    <a role="link" href="/friends/requests/?profile_id=1"><span dir="auto">Alex</span></a>
    <div><span dir="auto">${text}</span></div>
    <div><div role="button">a</div><div role="button">b</div></div></div></div></body></html>`);
  return facebook.requests?.(document, ADDRESS)[0]?.facts[0];
}

test.each([
  '3 mutual friends',
  'មិត្តរួម ៣ នាក់',
  '3 bạn chung',
  'เพื่อนร่วมกัน 3 คน',
  '3 ortak arkadaş',
  '٣ أصدقاء مشتركين',
  '3 magkaparehong kaibigan',
  '3 teman yang sama',
  '3 rakan bersama',
  '3 amigos en común',
  '3 amigos em comum',
  '3 amis en commun',
  '3 gemeinsame Freunde',
  '3 amici in comune',
  '3 общих друга',
  '3 спільних друга',
  '3 wspólnych znajomych',
  '3 位共同好友',
  '共通の友達3人',
  '함께 아는 친구 3명',
])('"%s" is a count of mutual friends', (text) => {
  expect(factOf(text)).toEqual({ fact: 'mutual-friends', count: 3 });
});

test.each([
  'Studied at High School No. 5',
  'Lives in District 9',
  '3 mutual groups',
  '12 followers',
  'Added you 2 days ago',
  '50+ mutual friends',
])('"%s" is none', (text) => {
  expect(factOf(text)).toEqual({ fact: 'unseen', what: 'mutual-friends' });
});
