// Khmer in Latin letters: phrases and lists get the spelling of what they say in Khmer script, by word.
import { expect, test } from 'vitest';
import { romanise } from '../../rules/romanise';
import { type LanguageFile, languageFile } from '../../rules/schema';
import { shippedReader } from '../shipped-rules';

const source = (over: Partial<LanguageFile>): LanguageFile => ({
  ...languageFile.parse({ language: 'km', name: 'Khmer', 'reviewed-by': [], gap: 8 }),
  romanised: { kom: ['កុំ', 'kum'], prab: ['ប្រាប់', 'brab'] },
  ...over,
});
const phrasesOf = (...phrases: string[]) => {
  const signal = { speaker: 'other' as const, phrases, unless: [], matches: [], ignores: [], also: [] };
  return romanise(source({ signals: { 'secrecy.hush': signal } })).signals['secrecy.hush']?.phrases;
};

test('a literal gets the Latin words of what it says', () =>
  expect(phrasesOf('កុំប្រាប់ <num>')).toEqual(['(កុំប្រាប់|kom prab) <num>']));

test('a literal with a word that the dictionary lacks stays', () =>
  expect(phrasesOf('កុំប្រាប់គេ <num>')).toEqual(['កុំប្រាប់គេ <num>']));

test('no Latin word becomes a phrase by itself', () =>
  expect(phrasesOf('(កុំ|កុំប្រាប់)')).toEqual(['(កុំ|(កុំប្រាប់|kom prab))']));

test('a phrase with a gap stays', () => expect(phrasesOf('កុំ ... ប្រាប់')).toEqual(['កុំ ... ប្រាប់']));

test('a list gets the Latin spelling too, and spellings are put together', () => {
  const { lists, spellings } = romanise(source({ lists: { hush: ['កុំប្រាប់'] }, spellings: { kom: ['komm'] } }));
  expect(lists.hush).toEqual(['កុំប្រាប់', 'kom prab']);
  expect(spellings).toEqual({ kom: ['komm', 'kum'], prab: ['brab'] });
});

test.each([
  ['kum brab mack own na', 'kom prab mak oun na'],
  ['fnher roub penh kloun mk', 'phnher rub penh kluon mok'],
])('spellings of one sentence are read alike: %s', (written, named) => {
  const read = (text: string) =>
    shippedReader.detector
      .read(text)
      .hits.map(({ signal }) => signal)
      .sort();
  expect(read(written)).toEqual(read(named));
  expect(read(written).length).toBeGreaterThan(0);
});
