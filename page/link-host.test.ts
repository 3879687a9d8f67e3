// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { moveTo } from '../tests/platforms/page';
import { hostBehind } from './link-host';
import { readText } from './read-text';

// Links to the page's own site say nothing.
beforeEach(() => moveTo('https://chat.example.com/'));

function link(href: string, words = 'look'): HTMLElement {
  const box = document.createElement('p');
  const element = document.createElement('a');
  element.setAttribute('href', href);
  element.append(words);
  box.append('see ', element, ' now');
  return box;
}

test.each([
  ['https://mega.nz/folder/abc', 'mega.nz'],
  ['https://www.dropbox.com/s/abc', 'dropbox.com'],
  [
    'https://l.facebook.com/l.php?u=https%3A%2F%2Fdrive.google.com%2Fdrive%2Ffolders%2Fx&h=1',
    'drive.google.com',
  ],
  ['https://l.instagram.com/?u=https%3A%2F%2Fmega.nz%2Ffolder%2Fx&e=1', 'mega.nz'],
  ['https://www.google.com/url?q=https://mega.nz/folder/x&sa=D', 'mega.nz'],
  [
    'https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%3A%2F%2Fmega.nz',
    'mega.nz',
  ],
  ['https://www.facebook.com/l.php?u=https%3A%2F%2Fmega.nz%2Ffolder%2Fx', 'mega.nz'],
  ['https://l.threads.com/?u=https%3A%2F%2Fmega.nz%2Ffolder%2Fx&e=1', 'mega.nz'],
  ['https://google.com/url?url=https://mega.nz/folder/x', 'mega.nz'],
  ['https://www.google.com.kh/url?q=https://mega.nz/folder/x', 'mega.nz'],
  ['https://www.google.de/url?q=https://mega.nz/folder/x', 'mega.nz'],
  ['https://www.youtube.com/redirect?event=comments&q=https%3A%2F%2Fmega.nz', 'mega.nz'],
  ['https://out.reddit.com/t3_abc?url=https%3A%2F%2Fmega.nz%2Ffolder%2Fx&token=1', 'mega.nz'],
  ['https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fmega.nz&data=1', 'mega.nz'],
  [
    'https://eur01.safelinks.protection.outlook.com/ap/w-59584e83/?url=https%3A%2F%2Fmega.nz&data=1',
    'mega.nz',
  ],
  [
    'https://statics.teams.cdn.office.net/evergreen-assets/safelinks/2/atp-safelinks.html?url=https%3A%2F%2Fmega.nz',
    'mega.nz',
  ],
  ['https://t.me/+abcdef', 't.me'],
])('%s leads to %s', (href, host) => {
  expect(hostBehind(link(href).querySelector('a') as Element)).toBe(host);
  expect(readText(link(href))).toBe(`see look ${host} now`);
});

test.each([
  ['https://mega.nz/folder/abc?q=https://www.youtube.com', 'mega.nz'],
  ['https://files.example.org/login?url=https://www.roblox.com', 'files.example.org'],
  ['https://constructor/?u=https://www.youtube.com', 'constructor'],
  ['https://l.facebook.com.example.org/l.php?u=https://www.youtube.com', 'l.facebook.com.example.org'],
  ['https://www.google.com/search?q=https://www.youtube.com', 'google.com'],
  ['https://www.google.com/url?q=https://mega.nz/folder/x&u=https://www.youtube.com', 'mega.nz'],
  ['https://google.example.org/url?q=https://www.youtube.com', 'google.example.org'],
  ['https://www.youtube.com/watch?q=https://www.roblox.com', 'youtube.com'],
  ['https://www.facebook.com/page?u=https://www.roblox.com', 'facebook.com'],
  [
    'https://safelinks.protection.outlook.com.example.org/?url=https://www.roblox.com',
    'safelinks.protection.outlook.com.example.org',
  ],
])('an address in %s, which does not lead there, hides nothing: it leads to %s', (href, host) => {
  expect(hostBehind(link(href).querySelector('a') as Element)).toBe(host);
});

test.each(['/profile', '#top', 'javascript:0', 'mailto:a@example.org', 'https://', ''])(
  '%s leads to no other site',
  (href) => {
    expect(readText(link(href))).toBe('see look now');
  },
);

test('an address that is shown is not read twice', () => {
  expect(readText(link('https://mega.nz/folder/abc', 'https://mega.nz/folder/abc'))).toBe(
    'see https://mega.nz/folder/abc now',
  );
});

test.each([
  ['https://chat.google.com/', 'https://drive.google.com/drive/folders/x', 'drive.google.com'],
  ['https://teams.live.com/v2/', 'https://onedrive.live.com/x', 'onedrive.live.com'],
  ['https://chat.google.com/', 'https://mail.google.com/', null],
  ['https://www.facebook.com/', 'https://m.facebook.com/robin', null],
  ['https://web.telegram.org/k/', 'https://drive.google.com@files.example.org/x', 'files.example.org'],
  [
    'https://web.telegram.org/k/',
    'https://drive.google.com.files.example.org/x',
    'drive.google.com.files.example.org',
  ],
])('on %s, %s leads to %s', (page, href, host) => {
  moveTo(page);
  expect(hostBehind(link(href).querySelector('a') as Element)).toBe(host);
});
