import { expect, test } from 'vitest';
import type { SpokenHit } from './detector';
import { ANY, BEGIN, END, featureOf, forEachFeature, partsOf, signsOf } from './features';

test('a message has each word alone and behind the one before, its begin and end among them', () => {
  const seen: number[][] = [];
  forEachFeature({ ids: [7, 9], asks: null }, (word, before) => seen.push([word, before]));
  expect(seen).toEqual([
    [7, ANY],
    [7, BEGIN],
    [9, ANY],
    [9, 7],
    [END, 9],
  ]);
});

test.each([
  [false, 0, ANY],
  [true, 12_000, BEGIN],
  [true, END, 31_000],
])('a feature is one number that can be taken apart: %s %d %d', (isSelf, word, before) => {
  expect(partsOf(featureOf(isSelf, word, before))).toEqual({ isSelf, word, before });
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
