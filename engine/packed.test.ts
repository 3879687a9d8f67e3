import { expect, test } from 'vitest';
import { packPacks, unpackPacks } from './packed';
import { preparePacks } from './prepare';
import { finish } from './steps';
import { TEST_PACK, TEST_RULES } from './test-rules';

const small = preparePacks([TEST_PACK], TEST_RULES.signals);
const row = (length: number) => Array.from({ length }, (_, at) => (at % 7_000) - 10);
const [pack] = small.packs;
if (pack === undefined) throw new Error('no pack');
const large = {
  ...small,
  uses: row(1_000),
  packs: [pack, { ...pack, code: row(145_001), searches: row(999) }],
};
/** As arrays, whatever held them. */
const plain = (packs: unknown): unknown =>
  JSON.parse(JSON.stringify(packs, (_, value) => (value instanceof Int32Array ? [...value] : value)));

test('small packs are one text, long rows have one each, and both come back as they were', () => {
  expect(packPacks(small)).toHaveLength(1);
  expect(packPacks(large)).toHaveLength(1 + 1 + 1);
  for (const packs of [small, large]) expect(plain(finish(unpackPacks(packPacks(packs))))).toEqual(packs);
});

test('what was read is written again as it was', () => {
  const texts = packPacks(large);
  expect(packPacks(finish(unpackPacks(texts)))).toEqual(texts);
});

test('rests before each row, and in a very long one', () => {
  let rests = 0;
  const steps = unpackPacks(packPacks(large));
  while (!steps.next().done) rests += 1;
  expect(rests).toBe(1 + 4);
});

test('what came damaged or not at all is an error, not another row', () => {
  const texts = packPacks(large);
  expect(() => finish(unpackPacks(texts.slice(0, -1)))).toThrow('missing');
  expect(() => finish(unpackPacks([]))).toThrow('missing');
  expect(() => finish(unpackPacks(texts.map((text, at) => (at === 0 ? text.slice(0, -1) : text))))).toThrow(
    SyntaxError,
  );
  expect(() => finish(unpackPacks(texts.map((text, at) => (at > 0 ? text.slice(0, -1) : text))))).toThrow(
    'cut off',
  );
});

test('where the classifier alone is damaged, the packs come without it', () => {
  const steps = Array.from({ length: 1_200 }, () => 1);
  const classifier = { features: steps, caution: steps, danger: steps, signs: {}, bias: [0, 0] as const };
  const texts = packPacks({ ...small, classifier });
  expect(finish(unpackPacks(texts)).classifier).toEqual({
    ...classifier,
    features: new Int32Array(steps),
    caution: new Int32Array(steps),
    danger: new Int32Array(steps),
  });
  expect(finish(unpackPacks(texts.map((text, i) => (i === 2 ? text.slice(1) : text)))).classifier).toBeNull();
});

test('where the spellings alone are damaged, the packs come without what was learned', () => {
  const classifier = { features: [1], caution: [1], danger: [1], signs: {}, bias: [0, 0] as const };
  const despair = { features: [1], weights: [1], bias: 0 };
  const learned = { classifier, despair, lessons: despair };
  const texts = packPacks({ ...small, ...learned, spelled: { pairs: row(1_000) } });
  const whole = finish(unpackPacks(texts));
  expect([whole.classifier, whole.despair, whole.lessons]).toEqual([classifier, despair, despair]);
  expect(whole.spelled).toEqual({ pairs: new Int32Array(row(1_000)) });
  const damaged = finish(unpackPacks(texts.map((text, i) => (i === 1 ? text.slice(0, -1) : text))));
  expect(damaged).toMatchObject({ spelled: { pairs: [] }, classifier: null, despair: null, lessons: null });
});
