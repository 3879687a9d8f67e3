import { expect, test } from 'vitest';
import { createDetector } from './create-detector';
import { spelledIn } from './spelled';
import { TEST_PACK, TEST_RULES } from './test-rules';

const WORDS = ['you', 'u', 'uu', 'will', 'gonna', 'gona', 'can', 'could', 'cud'];
const idOf = new Map(WORDS.map((word, i) => [word, i + 1]));
const plainOf = (...spellings: Record<string, string[]>[]) => {
  const plain = spelledIn(
    spellings.map((each) => ({ spellings: each })),
    idOf,
  );
  return (word: string) => WORDS[(plain.get(idOf.get(word) ?? 0) ?? 0) - 1] ?? word;
};

test('a spelling stands for its word, and a spelling of a spelling for the last of them', () => {
  const plain = plainOf({ you: ['u'], u: ['uu'] });
  expect(['you', 'u', 'uu', 'will'].map(plain)).toEqual(['you', 'you', 'you', 'will']);
});

test('one that two words claim stands for itself, in two packs as well', () => {
  expect(plainOf({ will: ['gona'], gonna: ['gona'] })('gona')).toBe('gona');
  expect(plainOf({ can: ['cud'] }, { could: ['cud'] })('cud')).toBe('cud');
  expect(plainOf({ can: ['cud'] }, { can: ['cud'] })('cud')).toBe('can');
});

test('words that are spellings of one another stand for themselves', () => {
  const plain = plainOf({ can: ['could'], could: ['can', 'cud'] });
  expect(['can', 'could', 'cud'].map(plain)).toEqual(['can', 'could', 'cud']);
});

test('what no phrase names is no spelling', () =>
  expect(plainOf({ you: ['yew'], nobody: ['u'] })('u')).toBe('u'));

test('what was learned from reads a message by its words, and phrases by its spellings', () => {
  const pack = { ...TEST_PACK, spellings: { ...TEST_PACK.spellings, pic: ['pik', 'pikk'] } };
  const detector = createDetector([pack], TEST_RULES.signals);
  const [plain, spelled] = ['send pic', 'send pik'].map((text) => detector.read(text));
  expect(spelled?.words).toEqual(plain?.words);
  expect(spelled?.line.ids).not.toEqual(plain?.line.ids);
});
