import { expect, test } from 'vitest';
import { hashOfWords, SetIndex } from './set-index';

test('finds every set again, however many share a hash, and none that is not there', () => {
  const hashOf = (set: number) => set % 7;
  const index = new SetIndex(hashOf);
  for (let set = 0; set < 3_000; set += 1) index.add(hashOf(set), set);
  for (const set of [0, 6, 7, 1_499, 2_999]) expect(index.find(hashOf(set), (one) => one === set)).toBe(set);
  expect(index.find(3, () => false)).toBe(-1);
  expect(index.find(1_000_003, () => false)).toBe(-1);
});

test('a hash is of the words in their order, and of those between the ends alone', () => {
  const words = Uint16Array.of(1, 2, 3, 1, 2, 3, 4, 3, 2);
  expect(hashOfWords(words, 0, 3)).toBe(hashOfWords(words, 3, 6));
  expect(hashOfWords(words, 0, 3)).not.toBe(hashOfWords(words, 0, 2));
  expect(hashOfWords(words, 1, 3)).not.toBe(hashOfWords(words, 7, 9));
});
