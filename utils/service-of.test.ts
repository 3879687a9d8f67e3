import { expect, it } from 'vitest';
import { serviceOf } from './service-of';

const SITES = [
  { service: 'telegram', matches: ['https://web.telegram.org/*'] },
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
