import { expect, it } from 'vitest';
import { serviceOf } from './service-of';

const SITES = [
  { service: 'telegram', matches: ['https://web.telegram.org/*'] },
  { service: 'chat', matches: ['https://chat.example/*'], frames: ['https://chat.example/frame*'] },
  { service: 'facebook', matches: ['https://www.facebook.com/*', 'https://web.facebook.com/*'] },
];

it.each([
  ['https://web.telegram.org/k/#777', 'telegram'],
  ['https://web.facebook.com/friends', 'facebook'],
  ['http://web.telegram.org/k/', null],
  ['https://web.telegram.org.example/', null],
  ['https://telegram.org/', null],
  ['chrome-extension://abc/popup.html', null],
])('%s belongs to %s', (address, service) => {
  expect(serviceOf(SITES, new URL(address))).toBe(service);
});

it('in a frame only a site that shows its chats in frames is read', () => {
  expect(serviceOf(SITES, new URL('https://chat.example/frame?1'), true)).toBe('chat');
  expect(serviceOf(SITES, new URL('https://web.telegram.org/k/'), true)).toBeNull();
});
