import { describe, expect, test } from 'vitest';
import { loadCheckedRules } from '../scripts/replayer';
import { createDetector } from './create-detector';
import { detectorSteps } from './detector';
import { preparePacks } from './prepare';
import { type Speller, spelledIn } from './spelled';
import { finish } from './steps';
import { TEST_PACK, TEST_RULES } from './test-rules';

const LOOK = { bias: 0, words: [{ isSelf: true, before: '<any>', word: 'pic', weight: 9 }] } as const;
const LEARNED = { bias: [0, 0], signs: {}, words: [], despair: LOOK, lessons: LOOK } as const;

const WORDS = [
  'you',
  'u',
  'uu',
  'will',
  'gonna',
  'gona',
  'can',
  'could',
  'cud',
  'to',
  '2',
  'មក',
  'mok',
  'mork',
];
const idOf = new Map(WORDS.map((word, i) => [word, i + 1]));
const pack = (spellings: Record<string, string[]>, words: string[] = []): Speller => ({
  ...{ spellings, ownWords: [], words: [...words, ...Object.entries(spellings).flat(2)] },
});
const plainOf = (...packs: Speller[]) => {
  const plain = spelledIn(packs, idOf);
  return (word: string) => WORDS[(plain.get(idOf.get(word) ?? 0) ?? 0) - 1] ?? word;
};

describe('a spelling', () => {
  test('stands for its word, and one of a spelling for the last of them', () => {
    const plain = plainOf(pack({ you: ['u'], u: ['uu'] }));
    expect(['you', 'u', 'uu', 'will'].map(plain)).toEqual(['you', 'you', 'you', 'will']);
  });
  test('of two words stands for itself, unless both lead to one', () => {
    expect(plainOf(pack({ can: ['cud'], could: ['cud'] }))('cud')).toBe('cud');
    expect(plainOf(pack({ will: ['gona', 'gonna'], gonna: ['gona'] }))('gona')).toBe('will');
  });
  test('that leads round in a ring stands for itself', () => {
    const plain = plainOf(pack({ can: ['could'], could: ['can', 'cud'] }));
    expect(['can', 'could', 'cud'].map(plain)).toEqual(['can', 'could', 'cud']);
  });
  test('that another language names, or that is a figure, stands for itself', () => {
    expect(plainOf(pack({ can: ['cud'] }), pack({}, ['cud']))('cud')).toBe('cud');
    expect(plainOf(pack({ to: ['2'] }))('2')).toBe('2');
  });
  test('that is as often a word itself stands for itself', () => {
    const plain = plainOf({ ...pack({ can: ['cud', 'could'] }), ownWords: ['cud'] });
    expect(['cud', 'could'].map(plain)).toEqual(['cud', 'can']);
  });
  test('in Latin letters is none of a language that is written in others', () => {
    expect(plainOf(pack({ mok: ['mork'] }, ['មក']))('mork')).toBe('mork');
    expect(plainOf(pack({ mok: ['mork'] }))('mork')).toBe('mok');
  });
  test('of a word that no phrase names is none', () =>
    expect(plainOf(pack({ you: ['yew'], nobody: ['u'] }))('u')).toBe('u'));
});

test('what was learned from reads a message by its words, and phrases by its spellings', () => {
  const spelling = { ...TEST_PACK, spellings: { ...TEST_PACK.spellings, pic: ['pik', 'pikk'] } };
  const detector = createDetector([spelling], TEST_RULES.signals);
  const [plain, spelled] = ['send pic', 'send pik'].map((text) => detector.read(text));
  expect(spelled?.words).toEqual(plain?.words);
  expect(spelled?.line.ids).not.toEqual(plain?.line.ids);
});

test.each([
  ['a spelling that no word has', [60_000, 1]],
  ['a word that there is not', [1, 60_000]],
  ['half a pair', [1]],
])('where they are damaged, %s, phrases judge alone', (_, pairs) => {
  const prepared = preparePacks([TEST_PACK], TEST_RULES.signals, LEARNED);
  const whole = finish(detectorSteps(prepared));
  expect([whole.classifier, whole.despair, whole.lessons]).not.toContain(null);
  const damaged = finish(detectorSteps({ ...prepared, spelled: { pairs } }));
  expect([damaged.classifier, damaged.despair, damaged.lessons]).toEqual([null, null, null]);
  expect(damaged.read('send pic').line.ids).toEqual(whole.read('send pic').line.ids);
});

describe('of the languages that ship', () => {
  const { packs, signals } = loadCheckedRules();
  const detector = createDetector(packs, signals);
  test.each([
    ['schl', 'school'],
    ['abt', 'about'],
    ['nvr', 'never'],
  ])('%s is %s', (written, word) => expect(detector.read(written).words).toEqual(detector.read(word).words));
  test.each([
    'mak',
    'tha',
    'del',
    'mit',
    'sat',
    'dark',
    'sry',
    'tv',
    'sum',
    '2',
    'doll',
    'cos',
    'were',
    'num',
  ])('%s is a word of its own', (written) => {
    const { words, line } = detector.read(written);
    expect(words).toEqual(line.ids);
  });
});
