// The training on a handful of chats: what it looks at, what it learns, and what of that is kept.
import { describe, expect, test } from 'vitest';
import { classifierSteps } from '../../engine/classifier';
import { createDetector } from '../../engine/create-detector';
import { despairSteps } from '../../engine/despair';
import { ANY, featureOf, placeOf } from '../../engine/features';
import { preparePacks } from '../../engine/prepare';
import { prepareClassifier, prepareLook } from '../../engine/prepare-classifier';
import { finish } from '../../engine/steps';
import { TEST_PACK, TEST_RULES } from '../../engine/test-rules';
import { NEAR_MESSAGES, VIEWS } from '../../engine/views';
import type { Labelled } from '../evaluation/corpus';
import { crySamples, talkSamples } from './cries';
import { examplesOf, samplesOf } from './examples';
import { commonAmong, learn } from './learn';
import { teachingSamples } from './teaching';
import { lookWeightsOf, weightsOf } from './weights';

const detector = createDetector([TEST_PACK], TEST_RULES.signals);
const words = preparePacks([TEST_PACK], TEST_RULES.signals).words.split(' ');

function chat(
  label: 'risky' | 'benign',
  texts: readonly string[],
  wanted: Labelled['expect'] = {},
): Labelled {
  const messages = texts.map((text, i) => ({ author: i % 2 === 0 ? 'them' : 'me', text }));
  return {
    id: 'x',
    lang: 'en',
    label,
    kind: 'other',
    self: 'me',
    expect: wanted,
    events: {},
    messages,
    set: 'x',
  };
}

const many = (text: string, count: number) => Array.from({ length: count }, () => text);

describe('examples', () => {
  test('of a risky chat begin where the warning is due: what came before is neither', () => {
    const examples = examplesOf(chat('risky', many('send pic', 9), { level: 'danger', by: 4 }), detector);
    const each = [1, 0.25, 0.25, 0.5].flatMap((share) => VIEWS.map(() => [1, 1, share]));
    expect(examples.map(({ caution, danger, cautionShare }) => [caution, danger, cautionShare])).toEqual(
      each,
    );
  });
  test('say what no danger is by chats that deserve caution first', () => {
    const [risky] = examplesOf(chat('risky', ['send pic'], { level: 'caution', by: 0 }), detector);
    expect(risky).toMatchObject({ caution: 1, cautionShare: 1, danger: 0, dangerShare: 1 });
    const [harmless] = examplesOf(chat('benign', ['homework']), detector);
    expect(harmless).toMatchObject({ caution: 0, cautionShare: 1, danger: 0, dangerShare: 0.5 });
  });
  test('of a harmless chat are calm, all along', () => {
    const examples = examplesOf(chat('benign', many('homework', 8)), detector);
    expect(examples).toHaveLength(4 * VIEWS.length);
    expect(examples.every(({ caution, danger }) => caution === 0 && danger === 0)).toBe(true);
  });
  test('hold what each view holds, with the share of each message', () => {
    const texts = [...many('homework', 6), 'homework '.repeat(200)];
    const [near, far] = examplesOf(chat('benign', texts), detector);
    const [last] = examplesOf(chat('benign', [texts[6] as string]), detector);
    const [one] = examplesOf(chat('benign', ['homework']), detector);
    const [long, short] = [last, one].map((example) => example?.features.length ?? 0) as [number, number];
    expect(near?.features).toHaveLength(long + (NEAR_MESSAGES - 1) * short);
    expect(near?.shares.every((share) => share === 1)).toBe(true);
    expect(far?.features).toHaveLength(long);
  });
});

describe('learning', () => {
  /** Twelve chats of each kind, by so many hands. */
  const written = (hands: number) => {
    const by = (one: Labelled, k: number) => ({ ...one, id: `hand${k % hands}-${k}` });
    const risky = many('send pic', 12).map((text) => chat('risky', [text, 'no'], { level: 'danger', by: 1 }));
    const calm = many('homework', 12).map((text) => chat('benign', [text, 'ok']));
    return [...risky.map(by), ...calm.map(by)].flatMap((one) => examplesOf(one, detector));
  };
  const examples = written(4);

  test('tells what it was shown apart', () => {
    const weights = weightsOf(
      learn(samplesOf(examples, 'caution')),
      learn(samplesOf(examples, 'danger')),
      words,
    );
    const classifier = finish(classifierSteps(prepareClassifier(weights, words)));
    const look = (text: string) => {
      const { words: said, hits } = detector.read(text);
      return classifier?.opinionOf([classifier.partOf(said, hits, false)], [1])?.caution ?? null;
    };
    expect(look('send pic')).toBeGreaterThan(look('homework') ?? Number.POSITIVE_INFINITY);
  });
  test('gives the same for the same', () =>
    expect(learn(samplesOf(examples, 'danger'))).toEqual(learn(samplesOf(examples, 'danger'))));
  test('learns nothing of what hardly ever stood there', () => {
    const once = examplesOf(chat('risky', ['parents home'], { level: 'caution', by: 0 }), detector);
    const known = (more: typeof examples) =>
      learn(samplesOf([...examples, ...more], 'caution')).features.size;
    expect(known(once)).toBe(known([]));
  });
  test('learns nothing of what is three writers’ own way of writing', () => {
    expect(learn(samplesOf(written(3), 'caution')).features.size).toBe(0);
    expect(learn(samplesOf(examples, 'caution')).features.size).toBeGreaterThan(0);
  });
});

test('what a child says of itself is learned from lines, and from harmless chats what is none', () => {
  const line = (text: string, cry: boolean, k: number) => ({
    id: `hand${k % 2}-${k}`,
    lang: 'en',
    cry,
    text,
  });
  const cries = Array.from({ length: 24 }, (_, k) =>
    line(k % 2 ? 'no pic' : 'i want to die', k % 2 === 0, k >> 1),
  );
  const lines = crySamples(cries, detector);
  expect(lines.map(({ wanted }) => wanted)).toEqual(cries.map(({ cry }) => (cry ? 1 : 0)));
  const talk = talkSamples(
    [chat('benign', ['homework', 'send pic', 'ok', 'mum', 'i want to die']), chat('risky', ['pic'])],
    detector,
  );
  expect(talk.map(({ wanted }) => wanted)).toEqual([0, 0, 0, 0]);
  const learned = learn([...lines, ...talk], commonAmong(lines, 2, 2));
  const despair = finish(despairSteps(prepareLook(lookWeightsOf(learned, words, 9), words)));
  expect(despair?.sounds(detector.read('i want to die').words)).toBe(true);
  expect(despair?.sounds(detector.read('no pic').words)).toBe(false);
  expect(despair?.sounds(detector.read('xyzzy plugh').words)).toBe(false);
});

test('lessons are learned from what both say, against risky chats', () => {
  const lesson = { ...chat('benign', many('homework', 12)), kind: 'lessons' };
  const examples = [lesson, chat('risky', many('send pic', 12)), chat('benign', many('mum', 12))].map((one) =>
    teachingSamples(one, detector),
  );
  expect(examples.map((of) => of.map(({ wanted }) => wanted))).toEqual([
    [1, 1, 1],
    [0, 0, 0, 0, 0, 0],
    [0, 0, 0],
  ]);
  const [told, risky, other] = examples.map(([first]) => first);
  expect([told?.share, risky?.share, other?.share]).toEqual([1, 1, 0.2]);
  // Three messages in: two of the other person, one of the child.
  const [homework] = detector.read('homework').words;
  const saidBy = [false, true, false].map((isSelf) => featureOf(isSelf, placeOf(homework as number), ANY));
  expect([...(told?.features ?? [])]).toEqual(saidBy);
});
