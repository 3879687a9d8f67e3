// Words that were spread out, cut in two or parted by pictures.
import { expect, test } from 'vitest';
import { lineOf } from './line';
import { finish } from './steps';
import { vocabularySteps } from './vocabulary';

const WORDS = ['send', 'me', 'a', 'picture', 'now', 'y', 'r', 'u', 'mean', '😏', 'oo'];
const vocabulary = finish(
  vocabularySteps({ words: WORDS, uses: WORDS.map(() => 1), lone: new Set() }, [], new Set()),
);
const read = (text: string) => lineOf(text, vocabulary).ids.map((id) => WORDS[id - 1] ?? '?');

test.each([
  ['s e n d me', ['send', 'me']],
  ['s e n d   m e   a   p i c t u r e', ['send', 'me', 'a', 'picture']],
  ['s.e.n.d m.e a p.i.c.t.u.r.e', ['send', 'me', 'a', 'picture']],
  ['s🙂e🙂n🙂d me', ['send', 'me']],
  ['send 🙂 me 🙂 a 🙂 picture', ['send', 'me', 'a', 'picture']],
  ['send me 😏', ['send', 'me', '😏']],
  ['a pic ture now', ['a', 'picture', 'now']],
  ['a pic-ture now', ['a', 'picture', 'now']],
  ['a pic, ture now', ['a', '?', '?', 'now']],
  ['y r u mean', ['y', 'r', 'u', 'mean']],
  ['sseenndd mmee aa ppiiccttuurree, uu mmeeaann?', ['send', 'me', 'a', 'picture', 'u', 'mean']],
  ['uu 😏 sseenndd', ['u', '😏', 'send']],
  ['oo', ['oo']],
  ['oo me', ['oo', 'me']],
  ['oo mmee now', ['oo', 'me', 'now']],
])('%j is read as %j', (text, words) => {
  expect(read(text)).toEqual(words);
});

test('a word that was cut in two stands where both pieces stood', () => {
  const { starts, ends } = lineOf('a pic ture', vocabulary);
  expect([starts[1], ends[1]]).toEqual([2, 10]);
});
