// @vitest-environment happy-dom
// Sites let people edit a message in its row: the box that stands there is not the one that a card must keep free.
import { afterEach, expect, test, vi } from 'vitest';
import type { Adapter } from '../../page/adapter';
import { adapters } from '../../platforms/index';
import { chatPages, type FixturePage } from './fixture-pages';
import { showPage } from './page';

afterEach(() => vi.useRealTimers());

/** What is open, and its rows; null where the composer does not stand beside them. */
function openPage({ html, expected }: FixturePage) {
  vi.useFakeTimers({ now: new Date(expected.now), toFake: ['Date'] });
  showPage(html);
  const adapter = adapters.find(({ id }) => id === expected.adapter) as Adapter;
  const open = () => adapter.open(document, new URL(expected.url));
  const chat = open();
  if (!chat?.composer || chat.list.contains(chat.composer) || chat.list.getRootNode() !== document)
    return null;
  return { open, composer: chat.composer, row: chat.list.querySelector(adapter.row) };
}

test.each(chatPages())('$title: an edit box in a row is no composer', (page) => {
  const opened = openPage(page);
  if (!opened?.row) return;
  opened.row.append(opened.composer.cloneNode(true));
  expect(opened.open()?.composer).toBe(opened.composer);
});
