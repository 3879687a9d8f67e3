import { expect, it } from 'vitest';
import { adapters } from '../platforms/index';
import { isSwitchedOff, serviceOf, switchesOf, switchOf } from './service-of';

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

it('a site that two services share has one switch: the one that the background goes by', () => {
  const chat = { service: 'messenger', matches: ['https://www.facebook.com/*'] };
  expect(switchOf([...SITES, chat], chat)).toBe('facebook');
  expect(switchesOf([...SITES, chat])).toEqual(['telegram', 'chat', 'facebook']);
});

it('each shipped adapter is switched off by what its pages say they are, on every host of it', () => {
  for (const adapter of adapters) {
    const services = adapter.matches.map((pattern) => serviceOf(adapters, new URL(pattern)));
    expect(new Set(services), adapter.id).toEqual(new Set([switchOf(adapters, adapter)]));
  }
});

it('Facebook switched off takes along all that is read on its pages, and nothing else', () => {
  const off = adapters
    .filter((adapter) => isSwitchedOff(adapters, adapter, ['facebook']))
    .map(({ id }) => id);
  expect(off).toEqual(['facebook-requests', 'messenger-docked', 'messenger']);
});
