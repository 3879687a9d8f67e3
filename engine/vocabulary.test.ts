// Which known word a written one stands for.
import { expect, test } from 'vitest';
import { finish } from './steps';
import { vocabularySteps } from './vocabulary';

const WORDS = ['secret', 'picture'];
const resolve = (written: string, lone: readonly number[]) => {
  const book = { words: WORDS, uses: [1, 1], lone: new Set(lone) };
  return finish(vocabularySteps(book, [], new Set())).resolve(written);
};

// A whole phrase of one word leans on nothing beside it: a wrong guess would be a sign by itself.
test.each(['secert', 'scrt', 's3cert'])(
  '"%s" is a known word among others, and none that is a phrase alone',
  (written) => {
    expect(resolve(written, [])).toEqual([1]);
    expect(resolve(written, [2])).toEqual([1]);
    expect(resolve(written, [1])).toEqual([0]);
  },
);

test.each(['secret', 's3cret', 'seeecret'])('"%s" is one even then', (written) => {
  expect(resolve(written, [1])).toEqual([1]);
});

const BOOK = ['send', 'me', 'pics', 'a', 'phone', 'school', 'sexy', 'nudes', 'schools', 'pic', 'contacts'];
const book = { words: BOOK, uses: BOOK.map(() => 50), lone: new Set<number>() };
const named = (written: string, others: readonly string[] = []) =>
  finish(vocabularySteps(book, [], new Set(others)))
    .resolve(written)
    .map((id) => BOOK[id - 1] ?? '?');

test.each([
  ['sseenndd', ['send']],
  ['mee', ['me']],
  ['picz', ['pics']],
  ['fone', ['phone']],
  ['sexie', ['sexy']],
  ['skoolz', ['schools']],
  ['pik', ['pic']],
  ['kontaktz', ['contacts']],
  ['n*des', ['nudes']],
  ['p*cs', ['pics']],
  ['p*i*c*s', ['pics']],
  ['send|me|pics', ['send', 'me', 'pics']],
  ['sendmeapics', ['send', 'me', 'a', 'pics']],
  ['sendthem', ['?']],
  ['🙂', []],
])('"%s" is read as %j', (written, words) => {
  expect(named(written)).toEqual(words);
});

const BARE = ['message', 'house', 'photo', 'hate', 'send'];
const bareBook = { words: BARE, uses: BARE.map(() => 50), lone: new Set<number>() };
const bare = finish(vocabularySteps(bareBook, ['s', 'ing'], new Set()));
test.each([
  ['mssge', 'message'],
  ['mssg', 'message'],
  ['mssgs', 'message'],
  ['sndng', 'send'],
  ['phto', 'photo'],
  ['hse', 'house'],
])('"%s" is "%s" without the vowels within', (written, word) =>
  expect(bare.resolve(written).map((id) => BARE[id - 1])).toEqual([word]),
);
test.each(['hte', 'hs', 'pt'])('"%s" is none: too little of a word is left', (written) =>
  expect(bare.resolve(written)).toEqual([0]),
);

const GROWN = ['send', 'walk', 'u', 'too'];
const grown = finish(
  vocabularySteps({ words: GROWN, uses: GROWN.map(() => 50), lone: new Set() }, ['ing', 's'], new Set()),
);
test('a regular form with all its letters twice is read as its base', () =>
  expect([grown.resolve('sseennddss'), grown.resolve('wwaallkkiinngg')]).toEqual([[1], [2]]));
test.each([
  ['uu', 'u'],
  ['ttoooo', 'too'],
])('"%s" is "%s" with each letter twice', (written, word) =>
  expect(grown.resolve(written).map((id) => GROWN[id - 1])).toEqual([word]),
);

test('a word of everyday talk is not cut apart, nor read as it sounds', () => {
  expect(named('sendmeapics', ['sendmeapics'])).toEqual(['?']);
  expect(named('sexie', ['sexie'])).toEqual(['?']);
});

test.each([
  ['عمري13', ['عمري', '<minor>']],
  ['13سنة', ['<minor>', 'سنة']],
  ['13t', ['<minor>', 't']],
  ['l3t', ['let']],
])('"%s", a number and a word typed together, is read as %j', (written, words) => {
  const known = ['عمري', 'سنة', 't', 'let', '<minor>'];
  const own = { words: known, uses: known.map(() => 1), lone: new Set<number>() };
  const vocabulary = finish(vocabularySteps(own, [], new Set(), new Set(['t'])));
  expect(vocabulary.resolve(written).map((id) => known[id - 1])).toEqual(words);
});
