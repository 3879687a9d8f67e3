// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { OpenConversation } from '../../page/adapter';
import { createPauseWatch } from './pause';

/** Longer than the watch waits before it looks, in milliseconds. */
const LOOKED = 300;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A watch of a chat whose site shows a picture about to be sent as `.preview`. */
function watch() {
  document.body.innerHTML = '<main></main>';
  const pane = document.querySelector('main') as Element;
  const seen = { isDue: true, pictures: 0 };
  const pause = createPauseWatch({
    document,
    signal: new AbortController().signal,
    isDue: () => seen.isDue,
    onPicture: () => {
      seen.pictures += 1;
    },
  });
  pause.follow({ pane } as OpenConversation, '.preview');
  const show = async (html: string) => {
    pane.innerHTML = html;
    await vi.advanceTimersByTimeAsync(LOOKED);
  };
  const become = (isDue: boolean) => {
    seen.isDue = isDue;
    pause.renew();
  };
  return { seen, show, become };
}

test('each preview of a picture is told once, however often the page changes meanwhile', async () => {
  const { seen, show } = watch();
  await show('<i class="preview"></i>');
  await show('<i class="preview"></i><b></b>');
  expect(seen.pictures).toBe(1);
  await show('');
  await show('<i class="preview"></i>');
  expect(seen.pictures).toBe(2);
});

test('a preview that went away while no pause was due does not hide the next one', async () => {
  const { seen, show, become } = watch();
  await show('<i class="preview"></i>');
  become(false);
  await show('');
  become(true);
  await show('<i class="preview"></i>');
  expect(seen.pictures).toBe(2);
});

test('what a page makes up tells nothing: it must not learn from our answer what was seen in the chat', () => {
  const { seen } = watch();
  const paste = Object.assign(new Event('paste', { bubbles: true }), {
    clipboardData: { items: [{ kind: 'file', type: 'image/png' }] },
  });
  document.querySelector('main')?.dispatchEvent(paste);
  expect(seen.pictures).toBe(0);
});
