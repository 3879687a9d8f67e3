import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Adapter } from '../page/adapter';
import { chatPages, fixturePages } from '../tests/platforms/fixture-pages';
import { copyOf, openPage } from './fixture-page';
import { saveFixture } from './save-fixture';
import { loadAdapters } from './tables-parts';

const root = mkdtempSync(path.join(tmpdir(), 'porchlight-fixture-'));
const NOW = new Date('2026-11-24T12:00:00');
let adapters: readonly Adapter[];

beforeAll(async () => {
  adapters = await loadAdapters(path.join(import.meta.dirname, '..'));
});
afterAll(() => rmSync(root, { recursive: true }));

const adapterOf = (id: string) => adapters.find((each) => each.id === id) as Adapter;
const pageOf = (title: string) => {
  const page = fixturePages().find((each) => each.title === title);
  if (!page) throw new Error(`no fixture ${title}`);
  return page;
};

function sidesOf(adapter: Adapter, document: Document, url: string): string[] {
  const conversation = adapter.open(document, new URL(url));
  if (!conversation) return [];
  const rows = [...conversation.list.querySelectorAll(adapter.row)];
  return rows.flatMap((row) => adapter.read(row, conversation)?.speaker ?? []);
}

describe('a saved page becomes a fixture', () => {
  test.each([
    ['discord/direct', 'https://discord.com/channels/@me/1551597200998400003'],
    ['x/thread', 'https://x.com/i/chat/11-22'],
    ['whatsapp/build-2026', 'https://web.whatsapp.com/'],
    ['telegram-k/stranger', 'https://web.telegram.org/k/#5550001111'],
  ])('%s: the adapter reads the copy as it reads the page, and no word of it is left', (title, url) => {
    const page = pageOf(title);
    const adapter = adapterOf(page.expected.adapter);
    const saved = `<!-- saved from url=(0042)${url} -->\n${page.html}`;
    const { files, messages } = saveFixture(root, adapter, saved, title.replace('/', '-'), NOW);
    const [html = '', expected = ''] = files.map((file) => readFileSync(path.join(root, file), 'utf8'));
    expect(messages).toBe(page.expected.messages?.length);
    const written = JSON.parse(expected);
    expect(written).toMatchObject({ adapter: adapter.id, now: '2026-11-24T12:00:00' });
    expect(adapter.covers(new URL(written.url))).toBe(true);
    expect(written.messages.map(({ speaker }: { speaker: string }) => speaker)).toEqual(
      page.expected.messages?.map(({ speaker }) => speaker),
    );
    for (const text of ['homework', 'question', 'football', 'Robin', 'Fielder', '5550001111']) {
      expect(html).not.toContain(text);
      expect(expected).not.toContain(text);
    }
    expect(html).toContain('FILL IN');
  });

  test('a copy has the messages of its page, and their sides wherever no name or word tells them', {
    timeout: 120_000,
  }, () => {
    const byName = /^messenger|^whatsapp\/no-direction|^snapchat|^reddit|^google|^discord\/names-alone/;
    for (const { title, html, expected } of chatPages()) {
      const adapter = adapterOf(expected.adapter);
      const page = openPage(html, expected.url);
      const before = sidesOf(adapter, page.document, expected.url);
      page.close();
      const copy = copyOf(`<!-- saved from url=(0042)${expected.url} -->\n${html}`);
      const url = new URL(expected.url).origin + copy.path;
      const copied = openPage(copy.html, url);
      const after = sidesOf(adapter, copied.document, url);
      copied.close();
      expect(after.length, title).toBe(before.length);
      if (!byName.test(title)) expect(after, title).toEqual(before);
    }
  });

  test('a page that the adapter cannot read says so where the chat should be', () => {
    const { files, messages } = saveFixture(root, adapterOf('discord'), '<p>hello there</p>', 'empty', NOW);
    expect(messages).toBe(0);
    expect(readFileSync(path.join(root, files[1] ?? ''), 'utf8')).toContain('opens no chat on this page');
  });

  test.each([
    ['a single file', 'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n\r\n<html lang=3D"en">'],
    ['an archive', 'bplist00<html>'],
    ['a file without a page', '{"id": 1}'],
    ['an empty file', ''],
  ])('%s is refused, and nothing written', (_, html) => {
    expect(() => saveFixture(root, adapterOf('x'), html, 'none', NOW)).toThrow('no page as HTML');
    expect(existsSync(path.join(root, 'tests/fixtures/x/none.html'))).toBe(false);
  });

  test('nothing is written over, and a name is a plain one', () => {
    const save = (name: string) => saveFixture(root, adapterOf('x'), '<p>hello</p>', name, NOW);
    save('twice');
    expect(() => save('twice')).toThrow('exists');
    expect(() => save('../up')).toThrow('small letters');
  });

  test('what the page runs or loads is left where it is', () => {
    const { html } = copyOf('<script>throw new Error("ran")</script><img src="https://site.example/a.png">');
    expect(html).toContain('<img src="https://example.invalid/');
    expect(html).not.toMatch(/script|site\.example/);
  });
});
