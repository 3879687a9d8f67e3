// What an open chat gives to the note: kinds and a day; never the child's own words, never over what was typed.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CALM, DANGER, seen, TODAY } from '../popup/testing';
import { openChatOf, withChat } from './from-tab';

describe('a chat', () => {
  it('is none where nothing was seen, or no site is read', () => {
    expect(openChatOf(CALM)).toBeNull();
    expect(openChatOf({ ...DANGER, adapter: null })).toBeNull();
  });

  it('is its site, the kinds with the gravest first, and the last day', () => {
    expect(openChatOf(DANGER)).toMatchObject({
      site: { id: 'telegram-k' },
      kinds: ['threat', 'payment', 'secrecy'],
      lastDay: '2026-11-24',
    });
  });

  it('says nothing of the own words of the child, nor of context', () => {
    const own = [seen('crisis.despair'), seen('context.child-age'), seen('context.sent')];
    expect(openChatOf({ ...CALM, seen: own })).toBeNull();
    const both = openChatOf({ ...CALM, seen: [...own, seen('media.camera', 1, TODAY - 9)] });
    expect(both).toMatchObject({ kinds: ['media'], lastDay: '2026-11-15' });
    const look = openChatOf({ ...CALM, seen: [seen('look.alike'), seen('media.camera', 1, TODAY - 9)] });
    expect(look?.lastDay).toBe('2026-11-15');
  });

  it('tells of somebody who came back after a block, which goes by another name than its stage', () => {
    const chat = openChatOf({ ...CALM, seen: [seen('contact.blocked-me')] });
    expect(chat).toMatchObject({ kinds: ['pressure'], lastDay: '2026-11-24' });
  });

  it('has a kind for every signal that is another person’s deed', () => {
    const signals = parse(readFileSync('rules/signals.yaml', 'utf8')) as Record<string, unknown>;
    const without = Object.keys(signals).filter((id) => openChatOf({ ...CALM, seen: [seen(id)] }) === null);
    // What the chat as a whole looks like is nothing that a person did.
    expect(without.filter((id) => !/^(context|look)\./.test(id))).toEqual(['crisis.despair']);
  });
});

describe('the note with it', () => {
  const chat = openChatOf(DANGER);
  it('keeps what was typed and ticked', () => {
    if (chat === null) throw new Error('no chat');
    const values = { app: 'My app', signs: ['advert'], last: '2026-11-01', summary: 'Mine' };
    expect(withChat(values, chat, 'Telegram')).toEqual({
      ...values,
      signs: ['threat', 'payment', 'secrecy', 'advert'],
    });
    expect(withChat({}, chat, 'Telegram')).toEqual({
      app: 'Telegram',
      signs: ['threat', 'payment', 'secrecy'],
      last: '2026-11-24',
    });
  });
});
