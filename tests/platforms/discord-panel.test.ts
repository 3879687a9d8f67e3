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
