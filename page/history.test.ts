import { expect, test } from 'vitest';
import {
  FIRST_BATCH_MS,
  headOf,
  isHistory,
  isInOrder,
  OPENING_MS,
  type Order,
  type Place,
  possibleTime,
} from './history';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 25);

test.each([
  [null, null],
  [Number.NaN, null],
  [-1, null],
  [NOW + 3 * DAY, null],
  [NOW + DAY, NOW + DAY],
  [0, 0],
])('a message of %s was sent at %s', (at, time) => {
  expect(possibleTime(at, NOW)).toBe(time);
});

/** A row that comes below the others long after the chat was opened. */
const ARRIVES: Place = {
  ...{ at: null, now: NOW, above: false, adrift: false, asFound: false },
  ...{ sinceOpened: OPENING_MS + 1, afterKnown: false },
};

test.each<[string, Partial<Place>, boolean]>([
  ['arrives', {}, false],
  ['arrives, of this morning', { at: NOW - 5 * HOUR }, false],
  ['arrives, of just under two days ago, as where a device slept', { at: NOW - 48 * HOUR }, false],
  ['arrives, of longer ago', { at: NOW - 48 * HOUR - 1 }, true],
  ['is scrolled in above', { above: true }, true],
  ['is scrolled in above, of this morning', { above: true, at: NOW - 5 * HOUR }, true],
  ['comes above while the chat still fills up', { above: true, at: NOW, sinceOpened: OPENING_MS }, false],
  ['is of another part of the chat', { adrift: true }, true],
  ['was found without a time', { asFound: true }, true],
  ['was found below one that an earlier visit had read', { asFound: true, afterKnown: true }, false],
  ['was found, of this morning', { asFound: true, at: NOW - 5 * HOUR }, false],
])('a row that %s: history %s', (_, place, history) => {
  expect(isHistory({ ...ARRIVES, ...place })).toBe(history);
});

const FOUND: Order = {
  ...{ above: false, adrift: false, asFound: true, sinceOpened: FIRST_BATCH_MS },
  ...{ afterKnown: false, firstVisit: true, readBefore: 0 },
};

test.each<[string, Partial<Order>, boolean]>([
  ['found on the first visit', {}, true],
  ['found on a later visit, above all that is known', { firstVisit: false }, false],
  ['found on a later visit, below what is known', { firstVisit: false, afterKnown: true }, true],
  ['that comes above the first few while the chat fills up', { above: true, readBefore: 3 }, true],
  ['that comes above more than a few', { above: true, readBefore: 4 }, false],
  ['that comes above later', { above: true, sinceOpened: OPENING_MS + 1 }, false],
  ['that comes above on a later visit', { above: true, firstVisit: false }, false],
  ['that comes below later', { asFound: false, firstVisit: false }, true],
  ['of another part of the chat', { asFound: false, adrift: true }, false],
])('an old row %s is read in order: %#', (_, order, inOrder) => {
  expect(isInOrder({ ...FOUND, ...order })).toBe(inOrder);
});

test('the head of what was found is half of it, and 15 rows at the most', () => {
  expect([0, 1, 5, 30, 31, 400].map(headOf)).toEqual([0, 0, 2, 15, 15, 15]);
});
