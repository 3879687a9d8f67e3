import { expect, test } from 'vitest';
import { ARRIVING, HISTORY, linesOf, piecesUpwards } from './lines';

test('no two lines of a bench are the same', () => {
  const lines = [ARRIVING, HISTORY].flatMap((phase) => linesOf(['hi', 'hi there'], phase));
  expect(new Set(lines).size).toBe(ARRIVING.count + HISTORY.count);
  expect([lines[0], lines[1], lines[1_000]]).toEqual(['hi 0', 'hi there 1', 'hi 1000']);
});

test('history grows from the bottom up, each piece in page order', () =>
  expect(piecesUpwards([1, 2, 3, 4, 5], { ...HISTORY, per: 2 })).toEqual([4, 5, 2, 3, 1]));
