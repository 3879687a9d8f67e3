// Of ids and names a copy of a page tells which are the same, and no more.
import { expect, test } from 'vitest';
import { createIdMarks } from './id-marks';

test('no two ids share a number, however long they are, and each keeps its own', () => {
  const { numberOf } = createIdMarks();
  const ids = ['77', ...Array.from({ length: 10 }, (_, digit) => String(digit)), '88', '99', '4242'];
  const marks = ids.map(numberOf);
  expect(new Set(marks).size).toBe(ids.length);
  expect(ids.map(numberOf)).toEqual(marks);
});

test('no two names share a mark', () => {
  const { nameOf } = createIdMarks();
  expect(['ana', 'bo', 'ana', 'Ana'].map(nameOf)).toEqual(['name1', 'name2', 'name1', 'name3']);
});
