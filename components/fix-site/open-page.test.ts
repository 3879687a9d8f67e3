import { expect, test } from 'vitest';
import type { TabReport } from '../../utils/tab-messages';
import { inOrder, isPageStructure, openPageOf } from './open-page';

const report: TabReport = {
  ...{ state: 'unreadable', why: 'no-list', level: 'calm', past: false, crisis: false, seen: [], facts: [] },
  adapter: { id: 'discord', name: 'Discord', seenLive: null },
  ...{ requests: 0, snoozedUntil: null, failedPacks: [], memoryFailed: false },
};

test('a tab of a known site is offered, others and paused ones are not', () => {
  expect(openPageOf(3, report)).toEqual({
    tab: 3,
    site: { id: 'discord', name: 'Discord' },
    state: 'unreadable',
  });
  expect(openPageOf(3, { ...report, adapter: null })).toBeNull();
  expect(openPageOf(3, { ...report, state: 'paused' })).toBeNull();
});

test('pages that cannot be read come first', () => {
  const pages = (['reading', 'idle', 'unreadable'] as const).flatMap(
    (state, tab) => openPageOf(tab, { ...report, state }) ?? [],
  );
  expect(inOrder(pages).map(({ state }) => state)).toEqual(['unreadable', 'idle', 'reading']);
});

test.each([
  [{ adapter: 'discord', html: '<p>', cut: false }, true],
  [{ adapter: '../x', html: '<p>', cut: false }, false],
  [{ adapter: 'discord', html: '', cut: false }, false],
  [{ adapter: 'discord', html: '<p>' }, false],
  [null, false],
  ['<p>', false],
])('an answer is looked at before it is shown: %j', (answer, good) => {
  expect(isPageStructure(answer)).toBe(good);
});
