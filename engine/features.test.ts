import { expect, test } from 'vitest';
import {
  ANY,
  BEGIN,
  END,
  featureOf,
  forEachFeature,
  partsOf,
  placeOf,
  signsOf,
  WORDS_MOST,
} from './features';
import type { SpokenHit } from './types';

test('a message has each word alone and behind the one before, its begin and end among them', () => {
  const seen: number[][] = [];
  forEachFeature([7, 9], (place, before) => seen.push([place, before]));
  expect(seen).toEqual([
    [placeOf(7), ANY],
    [placeOf(7), BEGIN],
    [placeOf(9), ANY],
    [placeOf(9), placeOf(7)],
    [END, placeOf(9)],
  ]);
});

test.each([
  [false, placeOf(0), ANY],
  [true, placeOf(12_000), BEGIN],
  [true, END, placeOf(WORDS_MOST)],
])('a feature is one number that can be taken apart: %s %d %d', (isSelf, place, before) => {
  expect(partsOf(featureOf(isSelf, place, before))).toEqual({ isSelf, place, before });
});

test('features of a side, then of a word, stand in order', () => {
  const order = [featureOf(false, 1, 2), featureOf(false, 2, 1), featureOf(true, 0, 0)];
  expect([...order].sort((a, b) => a - b)).toEqual(order);
});

test('signs count for who may give them, and once', () => {
  const hit = (signal: string, speaker: SpokenHit['speaker']): SpokenHit => ({
    ...{ signal, speaker, language: 'en', span: [0, 1] },
  });
  const hits = [hit('media.more', 'other'), hit('media.more', 'other'), hit('context.plea', 'self')];
  expect(signsOf(hits, false)).toEqual(['other media.more']);
  expect(signsOf([...hits, hit('context.young', 'any')], true)).toEqual([
    'self context.plea',
    'self context.young',
  ]);
});
