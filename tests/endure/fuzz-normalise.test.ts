import fc from 'fast-check';
import { test } from 'vitest';
import { splitWords } from '../../engine/normalise';
import { createTrial } from '../../scripts/endure/trial';
import { timeOf } from '../rules/processor-time';
import { FUZZ_TIMEOUT, fuzzOptions } from './fuzz-options';
import { anyText } from './fuzz-texts';

/** A text of 10 MB, one kind of piece after the other, is cut up within so many milliseconds of the processor: the time is linear. */
const LARGEST = 10_000_000;
const LARGEST_MS = 20_000;
const LARGE_PIECES = ['a', 'a ', '. ', '\u0301', '\u17d2', 'ខ្មែរ', '\ud800', '\u200b', '😀', 'ab\u0430', '"'];

test('any text is cut into words that stand where they say', { timeout: FUZZ_TIMEOUT }, () => {
  const trial = createTrial('fuzz-normalise');
  fc.assert(
    fc.property(anyText(), (text) => {
      trial.input();
      const { words, starts, ends } = splitWords(text);
      trial.holds(
        starts.length === words.length && ends.length === words.length,
        'lists of different lengths',
      );
      let last = 0;
      for (const [index, word] of words.entries()) {
        const [start = -1, end = -1] = [starts[index], ends[index]];
        trial.holds(word !== '', 'an empty word');
        trial.holds(start >= 0 && start <= end && end <= text.length, 'a word outside its text');
        trial.holds(start >= last, 'words out of order');
        last = start;
      }
      trial.holds(splitWords(text).words.join('\0') === words.join('\0'), 'two readings of one text');
    }),
    fuzzOptions({ short: 3_000, full: 30_000 }),
  );
  for (const piece of LARGE_PIECES) {
    trial.input();
    const text = piece.repeat(Math.floor(LARGEST / 10 / piece.length));
    trial.holds(timeOf(() => splitWords(text)) * 10 < LARGEST_MS, `10 MB of one piece take too long`);
  }
  trial.end();
});
