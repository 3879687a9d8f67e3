import { expect, it, vi } from 'vitest';
import { BADGE_COLOUR, badgeFor, MARK_TEXT, showBadge, showMark } from './badge';

it.each([
  ['reading', 'calm', 'on', '', 'calm'],
  ['reading', 'notice', 'dot', '', 'notice'],
  ['reading', 'caution', 'dot', '', 'caution'],
  ['reading', 'danger', 'mark', '!', 'danger'],
  ['idle', 'calm', 'on', '', 'idle'],
  ['idle', 'notice', 'dot', '', 'notice'],
  ['paused', 'danger', 'off', '', 'paused'],
  ['unreadable', 'calm', 'crossed', '', 'unreadable'],
  ['broken', 'danger', 'crossed', '', 'broken'],
] as const)(
  '%s at %s shows the lamp %s and the text "%s", and is called %s',
  (state, level, lamp, text, title) => {
    expect(badgeFor(state, level)).toEqual({ lamp, text, title });
  },
);

it('sets drawing, name, text and colour on that tab alone', async () => {
  const api = createApi();
  await showBadge(api, 5, { lamp: 'mark', title: 'danger', text: '!' }, 'Look');
  expect(api.setIcon).toHaveBeenCalledWith({
    tabId: 5,
    path: { 16: '/icon/mark-16.png', 32: '/icon/mark-32.png' },
  });
  expect(api.setTitle).toHaveBeenCalledWith({ tabId: 5, title: 'Look' });
  expect(api.setBadgeText).toHaveBeenCalledWith({ tabId: 5, text: '!' });
  expect(api.setBadgeBackgroundColor).toHaveBeenCalledWith({ tabId: 5, color: BADGE_COLOUR });
});

it('lets the mark of all tabs through where a tab has no text of its own', async () => {
  const api = createApi();
  await showBadge(api, 5, { lamp: 'on', title: 'calm', text: '' }, 'On');
  expect(api.setBadgeText).toHaveBeenCalledWith({ tabId: 5, text: null });
});

it.each([
  [true, MARK_TEXT],
  [false, ''],
])('with the mark %s shows "%s" on all tabs', async (on, text) => {
  const api = createApi();
  await showMark(api, on, 'Porchlight');
  expect(api.setBadgeText).toHaveBeenCalledWith({ text });
  expect(api.setTitle).toHaveBeenCalledWith({ title: 'Porchlight' });
  expect(api.setIcon).not.toHaveBeenCalled();
});

function createApi() {
  return {
    setIcon: vi.fn(async () => {}),
    setTitle: vi.fn(async () => {}),
    setBadgeText: vi.fn(async () => {}),
    setBadgeBackgroundColor: vi.fn(async () => {}),
  };
}
