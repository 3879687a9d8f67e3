// Holds every language to the sentences of en.json: same keys, same places to fill in, nothing left untranslated.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Catalogue, flatten } from '../utils/i18n';

const SOURCE = 'en';

/** Names of apps and organisations, and words that stand on a site's own English buttons ("tap Report"). */
const NAMES: ReadonlySet<string> = new Set(
  [
    'Porchlight Telegram Facebook Messenger Instagram WhatsApp Discord Snapchat TikTok X Reddit Roblox YouTube Twitch',
    'Google Search Drive Dropbox Microsoft Teams Esc',
    'Report Message More Child abuse account',
  ].flatMap((line) => line.split(' ')),
);

/** Languages that don't use the Latin script, with a letter test of their own script. */
const OWN_SCRIPT: Readonly<Record<string, RegExp>> = { km: /\p{Script=Khmer}/u };

const read = (language: string): ReadonlyMap<string, string> =>
  flatten(JSON.parse(readFileSync(new URL(`${language}.json`, import.meta.url), 'utf8')) as Catalogue);

const placesOf = (sentence: string): string[] => (sentence.match(/\{[^}]*\}/g) ?? []).sort();
const latinWordsOf = (sentence: string): string[] =>
  sentence.replace(/\{[^}]*\}/g, '').match(/\p{Script=Latin}+/gu) ?? [];

/**
 * Names of countries, languages and months, for languages that Chromium's Intl lacks: English needs none (utils/names.ts).
 * Held to help/ by utils/names.test.ts.
 */
const isName = (key: string): boolean => key.startsWith('names.');

const source = read(SOURCE);

const FORMS: readonly string[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** The forms that a language has for numbers, in CLDR's order. */
const formsOf = (language: string): readonly string[] =>
  FORMS.filter((form) =>
    new Intl.PluralRules(language).resolvedOptions().pluralCategories.some((own) => own === form),
  );

/** The English keys with, for each sentence that counts, the forms of a language beside the English ones. */
function keysIn(language: string, english: readonly string[]): string[] {
  const counted = (key: string) => english.includes(`${key}.one`) && english.includes(`${key}.other`);
  return english.flatMap((key) => {
    const [, base = '', form] = /^(.*)\.(one|other)$/.exec(key) ?? [];
    if (form === undefined || !counted(base)) return [key];
    const all = FORMS.filter((own) => own === 'one' || own === 'other' || formsOf(language).includes(own));
    return form === 'one' ? all.map((own) => `${base}.${own}`) : [];
  });
}

/** True where a form is of one number alone, as Arabic's "two friends": the sentence may leave the figure out. */
function saysItsNumber(language: string, key: string): boolean {
  const rules = new Intl.PluralRules(language);
  const numbers = Array.from({ length: 200 }, (_, number) => number);
  return numbers.filter((number) => key.endsWith(`.${rules.select(number)}`)).length === 1;
}

/** The English sentence of a key: forms that English lacks are held to its general one. */
const englishOf = (key: string): string =>
  source.get(key) ?? source.get(key.replace(/\.[a-z]+$/, '.other')) ?? '';
const languages = readdirSync(new URL('.', import.meta.url))
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace('.json', ''));

describe('forms for numbers', () => {
  const english = ['a', 'friends.one', 'friends.other', 'steps.one', 'steps.two'];
  it.each([
    ['en', ['one', 'other']],
    ['km', ['one', 'other']],
    ['ru', ['one', 'few', 'many', 'other']],
    ['ar', ['zero', 'one', 'two', 'few', 'many', 'other']],
  ])('%s has %j', (language, forms) =>
    expect(keysIn(language, english)).toEqual([
      'a',
      ...forms.map((form) => `friends.${form}`),
      'steps.one',
      'steps.two',
    ]),
  );

  it.each([
    ['ar', 'friends.two', true],
    ['ar', 'friends.few', false],
    ['ru', 'friends.one', false], // 21 too
    ['en', 'friends.one', true],
    ['en', 'steps.two', false],
  ])('in %s the form %s says its number by itself: %s', (language, key, itself) =>
    expect(saysItsNumber(language, key)).toBe(itself),
  );
});

describe.each(languages)('locales/%s.json', (language) => {
  const catalogue = read(language);

  it('has the keys of the English file, in its order', () => {
    const own = [...catalogue.keys()].filter((key) => !isName(key));
    expect(own).toEqual(keysIn(language, [...source.keys()]));
  });

  it('has no empty sentence, and none with space around it', () => {
    expect([...catalogue].filter(([, sentence]) => sentence === '' || sentence !== sentence.trim())).toEqual(
      [],
    );
  });

  it('fills in the same places as the English sentence', () => {
    const wrong = [...catalogue].filter(
      ([key, sentence]) =>
        !isName(key) &&
        placesOf(sentence).join() !== placesOf(englishOf(key)).join() &&
        !(
          saysItsNumber(language, key) &&
          [...placesOf(sentence), '{count}'].sort().join() === placesOf(englishOf(key)).join()
        ),
    );
    expect(wrong).toEqual([]);
  });

  it('shouts nowhere, and never says that something is safe', () => {
    expect([...catalogue].filter(([, sentence]) => /!|\bsafe\b|សុវត្ថិភាព/iu.test(sentence))).toEqual([]);
  });

  it('writes numbers in Latin digits, as the numbers filled in are', () => {
    expect([...catalogue].filter(([, sentence]) => /(?![0-9])\p{Nd}/u.test(sentence))).toEqual([]);
  });
});

describe.each(Object.keys(OWN_SCRIPT))('locales/%s.json', (language) => {
  const catalogue = read(language);
  const letters = OWN_SCRIPT[language] ?? /^$/;

  it('has no sentence without a letter of its own script, names apart', () => {
    const untranslated = [...catalogue].filter(
      ([, sentence]) => !letters.test(sentence) && latinWordsOf(sentence).some((word) => !NAMES.has(word)),
    );
    expect(untranslated).toEqual([]);
  });

  it('has no Latin word but names and the words on a site’s buttons', () => {
    const foreign = [...catalogue].flatMap(([key, sentence]) =>
      latinWordsOf(sentence)
        .filter((word) => !NAMES.has(word))
        .map((word) => `${key}: ${word}`),
    );
    expect(foreign).toEqual([]);
  });

  it('parts numbers that follow each other, or "4 5" reads as one', () => {
    expect([...catalogue].filter(([, sentence]) => /\d \d/.test(sentence))).toEqual([]);
  });
});

/** Folders whose code shows sentences. */
const SPEAKING = ['components', 'entrypoints', 'utils', 'scripts'];

/** What the code asks for: whole keys, and keys of which a part is worked out. */
function keysAskedFor(): (key: string) => boolean {
  const code = SPEAKING.flatMap((folder) => {
    const files = readdirSync(new URL(`../${folder}/`, import.meta.url), {
      recursive: true,
      encoding: 'utf8',
    });
    return files
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\./.test(file))
      .map((file) => readFileSync(new URL(`../${folder}/${file}`, import.meta.url), 'utf8'));
  }).join('\n');
  const whole = new Set([...code.matchAll(/'([a-z][\w.-]*)'/g)].map(([, key]) => key));
  const worked = [...code.matchAll(/`([a-z][a-z-]*\.[^`]*)`/g)].map(([, text = '']) => {
    const parts = text.split(/\$\{(?:[^{}]|\{[^}]*\})*\}/).map((part) => part.replaceAll('.', '\\.'));
    return new RegExp(`^${parts.join('.+')}$`);
  });
  return (key) => whole.has(key) || worked.some((pattern) => pattern.test(key));
}

it('every sentence is shown somewhere: reviewers read no others', () => {
  const isAskedFor = keysAskedFor();
  const unused = [...source.keys()].filter(
    (key) => !isAskedFor(key) && !isAskedFor(key.replace(/\.(one|other)$/, '')),
  );
  expect(unused).toEqual([]);
});
