import { expect, test } from 'vitest';
import { createSeen, createSeenShelf } from './seen';

test('a row is new once, then the same, and edited with each text not seen before', () => {
  const seen = createSeen();
  expect([seen.see('1', 'a'), seen.see('1', 'a'), seen.see('1', 'b'), seen.see('1', 'a')]).toEqual([
    'new',
    'same',
    'edited',
    'same',
  ]);
});

test('of a row that changes on and on, the last eight texts are the same', () => {
  const seen = createSeen();
  const texts = Array.from({ length: 8 }, (_, index) => `text ${index}`);
  for (const text of texts) seen.see('1', text);
  expect(new Set(texts.map((text) => seen.see('1', text)))).toEqual(new Set(['same']));
  expect([seen.see('1', 'a ninth'), seen.see('1', 'text 1'), seen.see('1', 'text 0')]).toEqual([
    'edited',
    'same',
    'edited',
  ]);
});

test('keeps at most so many ids, and the ones last changed', () => {
  const seen = createSeen(100);
  for (let id = 0; id < 1_000; id += 1) seen.see(String(id), 'text');
  expect(seen.size).toBe(100);
  expect([seen.has('899'), seen.has('900'), seen.has('999')]).toEqual([false, true, true]);
  const long = createSeen();
  for (let id = 0; id <= 10_000; id += 1) long.see(String(id), 'text');
  expect(long.size).toBe(10_000);
});

test('keeps the last eight conversations', () => {
  const shelf = createSeenShelf();
  shelf.of('first').see('1', 'a');
  for (let index = 0; index < 7; index += 1) shelf.of(String(index));
  expect(shelf.of('first').see('1', 'a')).toBe('same');
  for (let index = 10; index < 18; index += 1) shelf.of(String(index));
  expect(shelf.of('first').see('1', 'a')).toBe('new');
});

test('a conversation that one goes back to is not the next to go', () => {
  const shelf = createSeenShelf();
  shelf.of('first').see('1', 'a');
  for (let index = 0; index < 7; index += 1) shelf.of(String(index));
  shelf.of('first');
  for (let index = 10; index < 17; index += 1) shelf.of(String(index));
  expect(shelf.of('first').see('1', 'a')).toBe('same');
});
