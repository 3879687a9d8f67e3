// The words of the popup and of help can be read by a child of ten or eleven.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Catalogue, flatten } from '../utils/i18n';
import { countSyllables, readingGrade } from './reading-age';

const catalogue = JSON.parse(
  readFileSync(join(import.meta.dirname, '../locales/en.json'), 'utf8'),
) as Catalogue;

/** Grade 6 or lower. */
const HARDEST = 6;

/** A sentence of its own may be harder than the whole, but not by much: two long words in eight. */
const HARDEST_SENTENCE = 9;

/** Sections that this test answers for. */
const SECTIONS = [
  'popup',
  'help',
  'country',
  'page',
  'options',
  'help-page',
  'note',
  'welcome',
  'family',
  'fix-site',
  'common',
];

const sentences = [...flatten(catalogue)]
  .filter(([key]) => SECTIONS.includes(key.split('.')[0] ?? ''))
  .map(([key, text]) => ({ key, text: text.replace(/\{[a-z]+\}/g, 'this') }));

describe('readingGrade', () => {
  it.each([
    ['cat', 1],
    ['please', 1],
    ['open', 2],
    ['number', 2],
    ['messages', 3],
    ['hotlines', 2],
    ['pictures', 2],
    ['asked', 1],
  ])('hears in %s %i parts', (word, count) => expect(countSyllables(word)).toBe(count));

  it('finds a plain sentence easy and a stiff one hard', () => {
    expect(readingGrade('The cat sat on the mat.')).toBeLessThan(1);
    expect(
      readingGrade('Unverified institutional communication necessitates subsequent confirmation.'),
    ).toBeGreaterThan(12);
  });
});

describe('the words of popup and help', () => {
  it.each(SECTIONS)('%s: grade 6 or lower', (section) => {
    const own = sentences.filter(({ key }) => key.startsWith(`${section}.`));
    expect(readingGrade(own.map(({ text }) => text.replace(/[.?]?$/, '.')).join(' '))).toBeLessThanOrEqual(
      HARDEST,
    );
  });

  it('no sentence is much harder than the rest', () => {
    const long = sentences.filter(({ text }) => text.split(' ').length >= 6);
    const hard = long.filter(({ text }) => readingGrade(text) > HARDEST_SENTENCE);
    expect(hard).toEqual([]);
  });

  it.each([
    ['shouts', /!/],
    ['calls anything safe', /\bsafe\b/i],
    ['advises to keep a picture', /screenshot|save the picture|download(?!s\b)/i],
    ['promises that there is no trouble', /not in trouble/i],
    ['speaks jargon', /sextortion|grooming|csam/i],
    ['shows an emoji', /\p{Extended_Pictographic}/u],
  ])('nothing %s', (_title, pattern) => {
    expect(sentences.filter(({ text }) => pattern.test(text))).toEqual([]);
  });
});
