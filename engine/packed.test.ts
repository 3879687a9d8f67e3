import { expect, test } from 'vitest';
import { packPacks, unpackPacks } from './packed';
import { preparePacks } from './prepare';
import { finish } from './steps';
import { TEST_PACK, TEST_RULES } from './test-rules';

const small = preparePacks([TEST_PACK], TEST_RULES.signals);
const row = (length: number) => Array.from({ length }, (_, at) => at % 700);
const [pack] = small.packs;
if (pack === undefined) throw new Error('no pack');
const large = {
  ...small,
  uses: row(20_000),
  packs: [pack, { ...pack, code: row(45_001), searches: row(19_999) }],
};

test('small packs are one piece, long rows are cut, and both come back as they were', () => {
  expect(packPacks(small)).toHaveLength(1);
  expect(packPacks(large)).toHaveLength(1 + 1 + 3);
  for (const packs of [small, large]) expect(finish(unpackPacks(packPacks(packs)))).toEqual(packs);
});

test('rests before each row', () => {
  let rests = 0;
  const steps = unpackPacks(packPacks(large));
  while (!steps.next().done) rests += 1;
  expect(rests).toBe(4);
});

test('what came damaged or not at all is an error, not another row', () => {
  const pieces = packPacks(large);
  expect(() => finish(unpackPacks(pieces.slice(0, -1)))).toThrow('missing');
  expect(() => finish(unpackPacks([]))).toThrow('missing');
  expect(() => finish(unpackPacks(pieces.map((text) => text.slice(0, -1))))).toThrow(SyntaxError);
});
