// How a number sounds: its figures one by one, with a rest between its groups.
import { expect, it } from 'vitest';
import { digitByDigit } from './digit-by-digit';

it.each([
  ['1280', '1 2 8 0'],
  ['092 311 511', '0 9 2, 3 1 1, 5 1 1'],
  ['1-800-843-5678', '1, 8 0 0, 8 4 3, 5 6 7 8'],
  ['+855 12 345 678', '+8 5 5, 1 2, 3 4 5, 6 7 8'],
  ['*4141', '*4 1 4 1'],
])('%s is said as %s', (number, said) => {
  expect(digitByDigit(number)).toBe(said);
});
