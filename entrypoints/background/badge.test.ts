import { expect, it, vi } from 'vitest';
import { BADGE_COLOUR, badgeFor, showBadge } from './badge';

it.each([
  ['reading', 'calm', 'on', ''],
  ['reading', 'notice', 'dot', ''],
  ['reading', 'caution', 'dot', ''],
  ['reading', 'danger', 'mark', '!'],
  ['idle', 'calm', 'on', ''],
  ['idle', 'notice', 'dot', ''],
  ['paused', 'danger', 'off', ''],
  ['unreadable', 'calm', 'crossed', ''],
  ['broken', 'danger', 'crossed', ''],
] as const)('%s at %s shows the lamp %s and the text "%s"', (state, level, lamp, text) => {
  expect(badgeFor(state, level)).toMatchObject({ lamp, text });
});

it('sets drawing, name, text and colour on that tab alone', async () => {
  const api = {
    setIcon: vi.fn(async () => {}),
    setTitle: vi.fn(async () => {}),
    setBadgeText: vi.fn(async () => {}),
    setBadgeBackgroundColor: vi.fn(async () => {}),
  };
  await showBadge(api, 5, { lamp: 'mark', title: 'danger', text: '!' }, 'Look');
  expect(api.setIcon).toHaveBeenCalledWith({
    tabId: 5,
    path: { 16: '/icon/mark-16.png', 32: '/icon/mark-32.png' },
  });
  expect(api.setTitle).toHaveBeenCalledWith({ tabId: 5, title: 'Look' });
  expect(api.setBadgeText).toHaveBeenCalledWith({ tabId: 5, text: '!' });
  expect(api.setBadgeBackgroundColor).toHaveBeenCalledWith({ tabId: 5, color: BADGE_COLOUR });
});
