import { expect, it } from 'vitest';
import { CARDS_KEPT } from '../engine/memory-limits';
import { COUNTS, type Contact, contactItem, countOne, NEW_CONTACT, noteCard } from './storage-kinds';

it('counts of two years of weeks are kept, whatever order they come in', () => {
  const weeks = [2024, 2025, 2026].flatMap((year) =>
    Array.from({ length: 52 }, (_, week) => `${year}-W${String(week + 1).padStart(2, '0')}`),
  );
  const oneOfEach = { notice: 0, caution: 1, danger: 0 };
  for (const order of [weeks, weeks.toReversed()]) {
    const kept = order.reduce((counts, week) => countOne(counts, week, 'caution'), COUNTS.fallback).weeks;
    expect(kept).toEqual(Object.fromEntries(weeks.slice(-104).map((week) => [week, oneOfEach])));
  }
});

it('a card is added to those of its week and level', () => {
  const once = countOne(COUNTS.fallback, '2026-W48', 'danger');
  expect(countOne(once, '2026-W48', 'danger').weeks).toEqual({
    '2026-W48': { notice: 0, caution: 0, danger: 2 },
  });
});

it('a contact of whom very many cards are shown on one day can be read again, with the last of them', () => {
  const cards = Array.from({ length: CARDS_KEPT + 1 }, (_, index) => `notice trust.n${index}`);
  const note = (contact: Contact, card: string) =>
    noteCard(contact, { level: 'notice', card, stages: ['trust'] }, 20_782) ?? contact;
  const noted = cards.reduce(note, { ...NEW_CONTACT, lastSeen: 20_782 });
  expect(noted.counted.cards).toEqual(cards.slice(1));
  expect(contactItem('0'.repeat(32)).parse(noted)).toEqual({ value: noted, intact: true });
});
