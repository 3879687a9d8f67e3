// The cards that are remembered of one contact.
import { expect, test } from 'vitest';
import { CARDS_KEPT } from '../engine/memory-limits';
import { addShown } from './shown';

const NONE = { stages: {}, cards: {} };

test('each card is counted, and of each stage the last day', () => {
  const first = addShown(NONE, 'caution secrecy', ['secrecy', 'media'], 100);
  expect(addShown(first, 'caution secrecy', ['secrecy'], 102)).toEqual({
    stages: { media: 100, secrecy: 102 },
    cards: { 'caution secrecy': 2 },
  });
});

test('a card that is shown again is no longer among the first to be forgotten', () => {
  let shown = addShown(addShown(NONE, 'again', [], 100), 'once', [], 100);
  shown = addShown(shown, 'again', [], 101);
  for (let i = 0; i < CARDS_KEPT - 1; i += 1) shown = addShown(shown, `other ${i}`, [], 102);
  expect(Object.keys(shown.cards)).toHaveLength(CARDS_KEPT);
  expect(shown.cards).toMatchObject({ again: 2 });
  expect(shown.cards).not.toHaveProperty('once');
});
