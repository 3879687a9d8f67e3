// @vitest-environment happy-dom
// Discord's user panel may come after the rows of the chat that opened: until then nobody's side is known, and then all are.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import discord from '../../platforms/discord';
import { readRows } from './mutate';
import { showPage } from './page';

test('sides are known once the panel is there', () => {
  showPage(readFileSync(join(import.meta.dirname, '../fixtures/discord/direct.html'), 'utf8'));
  const panel = document.querySelector('section[class*="panels"]') as Element;
  const place = document.createComment('');
  panel.replaceWith(place);
  const chat = discord.open(document, new URL('https://discord.com/channels/@me/1551597200998400003'));
  if (!chat) throw new Error('no chat is open');
  expect(chat.group).toBe(false); // once a group it would stay one
  expect(readRows(discord, chat).readings[1]?.speaker).toBe('unknown');
  place.replaceWith(panel);
  expect(readRows(discord, chat).readings[1]?.speaker).toBe('self');
});

/** The page of a fixture after a change, opened: its chat, and "author: side" of each row. */
function sidesOf(page: string, change: (html: string) => string) {
  const fixture = join(import.meta.dirname, '../fixtures/discord', page);
  showPage(change(readFileSync(`${fixture}.html`, 'utf8')));
  const { url } = JSON.parse(readFileSync(`${fixture}.expected.json`, 'utf8')) as { url: string };
  const chat = discord.open(document, new URL(url));
  if (!chat) throw new Error('no chat is open');
  const { readings } = readRows(discord, chat);
  return { chat, sides: readings.map(({ author, speaker }) => `${author}: ${speaker}`) };
}

const DEFAULT_PICTURE = 'embed/avatars/3.png';
const own = /avatars\/754627431628800009\/fixture.webp/g;

test('who takes the name of somebody with a default picture is not taken for them', () => {
  const { sides } = sidesOf('server-channel', (html) =>
    html.replace(own, DEFAULT_PICTURE).replace('>Sammy<', '>Sam Tester<').replace('>Bo 🦊<', '>Sam Tester<'),
  );
  expect(sides).toContain('1070267262566400002: other'); // has a picture, and the panel shows a default one
  expect(sides).toContain('Sam Tester: unknown'); // several may have one name, and none a picture
  expect(sides).toContain('1059033238732800001: unknown'); // a picture of this server, which the panel need not show
});

test('in a chat of two, who has a picture is not oneself with a default one, whatever the names', () => {
  const { sides } = sidesOf('direct', (html) =>
    html.replace(own, DEFAULT_PICTURE).replace(/(<span class="username[^>]*>)Robin Fielder/g, '$1Sam Tester'),
  );
  expect(new Set(sides)).toEqual(new Set(['1551597200998400003: other', 'self: self']));
});

test('a direct message of three is a group where some have no picture of their own', () => {
  const page = readFileSync(join(import.meta.dirname, '../fixtures/discord/group-direct.html'), 'utf8');
  for (const people of [/avatars\/1070267262566400002\/fixture/g, /avatars\/10[57]\d+\/fixture/g]) {
    showPage(page.replace(people, 'embed/avatars/3'));
    const chat = discord.open(document, new URL('https://discord.com/channels/@me/1551597200998400003'));
    if (!chat) throw new Error('no chat is open');
    expect(chat).toMatchObject({ group: true });
    expect(new Set(readRows(discord, chat).readings.map(({ author }) => author)).size).toBe(3);
  }
});

test('a direct message of three is a group where nobody has a picture, and one of two is none', () => {
  const plain = (html: string) => html.replace(/avatars\/\d+\/fixture.webp/g, DEFAULT_PICTURE);
  expect(sidesOf('group-direct', plain).chat.group).toBe(true);
  expect(sidesOf('direct', plain).chat.group).toBe(false);
});
