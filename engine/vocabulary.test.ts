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
