// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { OpenConversation } from '../../page/adapter';
import type { Cards } from './cards';
import { createPlacing } from './placing';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function setUp({ isShown = true } = {}) {
  const list = document.createElement('div');
  list.innerHTML = '<p class="row">one</p><p class="row">two</p>';
  const conversation = { list, pane: list, composer: null } as unknown as OpenConversation;
  const place = vi.fn<Cards['place']>();
  const cards = { place, isShown: () => isShown } as unknown as Cards;
  return { list, place, placing: createPlacing(cards, '.row', () => conversation) };
}

it('tells pane, composer and the newest row', () => {
  const { list, place, placing } = setUp();
  placing.all();
  expect(place.mock.calls).toEqual([[list, null, list.lastElementChild]]);
});

it('places a card while rows arrive four times a second at most', () => {
  const { place, placing } = setUp();
  for (let row = 0; row < 40; row += 1) {
    placing.cardSoon();
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(250);
  expect(place).toHaveBeenCalledTimes(2);
});

it('places no card where none is shown, and none once the chat is closed', () => {
  const hidden = setUp({ isShown: false });
  hidden.placing.card();
  hidden.placing.cardSoon();
  const closed = setUp();
  closed.placing.cardSoon();
  closed.placing.close();
  vi.advanceTimersByTime(1_000);
  expect([hidden.place.mock.calls, closed.place.mock.calls]).toEqual([[], []]);
});
