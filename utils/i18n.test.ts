import { describe, expect, it, test } from 'vitest';
import {
  chooseLanguage,
  createTranslator,
  formatNumber,
  LANGUAGE_NAMES,
  LANGUAGES,
  loadCatalogue,
  pickSections,
  textDirection,
} from './i18n';
import { settingsFields } from './settings-schemas';

test.each(LANGUAGES)('%s has a name, and a choice of it is kept', (language) => {
  expect(LANGUAGE_NAMES[language]).toBeTruthy();
  expect(settingsFields.language.safeParse(language).success).toBe(true);
});

const catalogue = {
  card: { title: 'Hello {name}', nested: { deep: 'Deep' } },
  signal: { 'access.asks-age': { title: 'Asks how old you are' } },
  fact: { 'mutual-friends': { one: '{count} friend in common', other: '{count} friends in common' } },
};

describe('createTranslator', () => {
  const t = createTranslator(catalogue, 'en');

  it.each([
    ['card.title', { name: 'Dara' }, 'Hello Dara'],
    ['card.nested.deep', {}, 'Deep'],
    ['signal.access.asks-age.title', {}, 'Asks how old you are'],
    ['fact.mutual-friends', { count: 1 }, '1 friend in common'],
    ['fact.mutual-friends', { count: 1200 }, '1,200 friends in common'],
  ])('finds %s with %j', (key, values, sentence) => {
    expect(t(key, values)).toBe(sentence);
  });

  it('uses the one form of a language that has no plural', () => {
    const khmer = createTranslator({ fact: { friends: { other: 'មិត្ត {count} នាក់' } } }, 'km');
    expect(khmer('fact.friends', { count: 1 })).toBe('មិត្ត 1 នាក់');
  });

  it('leaves a place without a value as it is, and never treats a value as a place', () => {
    expect(t('card.title')).toBe('Hello {name}');
    expect(t('card.title', { name: '{name}' })).toBe('Hello {name}');
  });

  it('tells whether there is a sentence', () => {
    expect([t.has('card.title'), t.has('card.absent'), t.has('card')]).toEqual([true, false, false]);
  });

  it('throws on a missing sentence outside production', () => {
    expect(() => t('card.absent')).toThrow("No sentence for 'card.absent'");
  });
});

describe('chooseLanguage', () => {
  it.each([
    ['en', ['xx'], 'en'],
    ['xx' as 'en', ['en-US'], 'en'],
    [null, ['en-US'], 'en'],
    [null, ['xx', 'en'], 'en'],
    [null, ['km-KH', 'en-US'], 'km'],
    [null, ['en-US', 'en', 'km'], 'km'], // Chrome is not in Khmer itself
    ['en', ['en-US', 'en', 'km'], 'en'],
    ['km', ['en'], 'km'],
    [null, [], 'en'],
  ] as const)('chosen %s in a browser that says %j: %s', (chosen, browserLanguages, language) => {
    expect(chooseLanguage(chosen, browserLanguages)).toBe(language);
  });
});

describe('numbers and directions', () => {
  it.each([
    [formatNumber(1234, 'en'), '1,234'],
    [formatNumber(7, 'km'), '7'],
  ])('writes %s', (written, expected) => {
    expect(written).toBe(expected);
  });

  it.each([
    ['en', 'ltr'],
    ['km', 'ltr'],
    ['ar', 'rtl'],
    ['fa-IR', 'rtl'],
    ['ckb', 'rtl'],
    ['ps', 'rtl'],
  ])('%s runs %s', (language, direction) => {
    expect(textDirection(language)).toBe(direction);
  });
});

describe('a sentence from right to left', () => {
  const sentences = { call: 'اتصل: {number} ({name})', friends: { other: '{count} صديق' } };

  it('keeps names and numbers in their own direction, or the groups of a number change places', () => {
    const t = createTranslator(sentences, 'ar' as 'en');
    const values = { number: '092 311 511', name: 'Child Helpline' };
    expect(t('call', values)).toBe('اتصل: \u2068092 311 511\u2069 (\u2068Child Helpline\u2069)');
    expect(t('friends', { count: 3 })).toBe('3 صديق');
    expect(createTranslator(sentences, 'en')('call', values)).toBe('اتصل: 092 311 511 (Child Helpline)');
  });
});

describe('catalogues', () => {
  it('picks only the named sections', () => {
    expect(Object.keys(pickSections(catalogue, ['card', 'absent']))).toEqual(['card']);
  });

  it('names the file that does not exist', async () => {
    await expect(loadCatalogue('xx' as 'en')).rejects.toThrow('locales/xx.json');
  });
});
