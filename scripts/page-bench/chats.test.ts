// The pages that are measured: one a site that is read, and nothing in it that would put a card there.
import { beforeAll, describe, expect, test } from 'vitest';
import { fixturePages } from '../../tests/platforms/fixture-pages';
import { arrivesAsHistory } from './calm-lines';
import { type BenchChat, benchChats, movedOn } from './chats';

describe('pages to measure', () => {
  let chats: readonly BenchChat[] = [];
  beforeAll(async () => {
    chats = await benchChats();
  });
  const named = (wanted: (chat: BenchChat) => boolean) =>
    chats.filter(wanted).map(({ adapter }) => adapter.id);

  test('each site that reads chats has one', () => {
    const read = fixturePages().filter(({ expected }) => (expected.messages?.length ?? 0) > 0);
    expect(named(() => true).toSorted()).toEqual(
      [...new Set(read.map(({ expected }) => expected.adapter))].toSorted(),
    );
  });
  test('none has a notice of facts', () => expect(named(({ hasNotice }) => hasNotice)).toEqual([]));
  test('what arrives is of today, but where a date stands in words', () =>
    expect(named(({ talk }) => arrivesAsHistory(talk, Date.now())).filter((id) => id !== 'snapchat')).toEqual(
      [],
    ));
});

test('times near the day of the page move with it, and no other number does', () => {
  const expected = { adapter: 'x', url: 'https://x.example/', now: '2026-11-02T12:30:00Z' };
  const html = '2026-11-02T12:00 1793620800 1793620800000 5550001111 1234567890123 2019-01-01 17936208001';
  const now = Date.parse('2026-11-05T13:00:00Z');
  expect(movedOn({ title: 't', html, expected }, now)).toBe(
    '2026-11-05T12:00 1793880000 1793880000000 5550001111 1234567890123 2019-01-01 17936208001',
  );
});
