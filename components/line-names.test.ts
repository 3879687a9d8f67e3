// A line is named in the reader's own letters wherever she is likely to read it, and nothing is named that is not there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linesFor } from '../help/choose';
import { loadHelp, readHelpFiles } from '../help/load';
import type { HelpLine } from '../help/types';
import { createTranslator } from '../utils/i18n';
import type { Language } from '../utils/settings';
import { lineNames } from './line-names';

const ROOT = join(import.meta.dirname, '..');
const { data: help, problems } = loadHelp(readHelpFiles(join(ROOT, 'help')));
if (help === null) throw new Error(problems.join('\n'));

const read = (language: Language) => JSON.parse(readFileSync(join(ROOT, `locales/${language}.json`), 'utf8'));
const km = createTranslator(read('km'), 'km');
const en = createTranslator(read('en'), 'en');
const everyLine = [...help.countries, help.international, help.europe].flatMap(({ lines }) => lines);
const names = ({ line, language }: { line: HelpLine; language: Language }) =>
  lineNames(line, language === 'km' ? km : en, language);

describe('in Khmer', () => {
  it('every line of Cambodia, of everywhere and of an emergency in Europe has a Khmer name', () => {
    const emergencies = help.europe.lines.filter(({ emergency }) => emergency);
    const shown = [...linesFor(help, 'KH'), ...help.international.lines, ...emergencies];
    const called = shown.map((line) => names({ line, language: 'km' }).name);
    expect(called.filter((name) => !/\p{Script=Khmer}/u.test(name))).toEqual([]);
  });

  it('each name of ours is of a line in help/', () => {
    const ids = new Set(everyLine.map(({ id }) => id));
    const named = Object.keys(read('km').names.line);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe('the two names', () => {
  const base = { id: 'xx-one', name: 'Helpline', nativeName: 'បណ្តាញ', languages: ['en', 'km'] };
  const line = { ...everyLine[0], ...base } as HelpLine;
  const here = undefined;
  it.each([
    ['en', line, { name: 'Helpline', nameLang: here, other: 'បណ្តាញ', otherLang: 'km' }],
    ['km', line, { name: 'បណ្តាញ', nameLang: here, other: 'Helpline', otherLang: 'en' }],
    ['km', { ...line, nativeName: null }, { name: 'Helpline', nameLang: 'en', other: null, otherLang: here }],
    ['en', { ...line, nativeName: null }, { name: 'Helpline', nameLang: here, other: null, otherLang: here }],
    [
      'km',
      { ...line, nativeName: 'สายเด็ก', languages: ['th', 'km'] },
      { name: 'Helpline', nameLang: 'en', other: 'สายเด็ก', otherLang: 'th' },
    ],
    [
      'km',
      { ...line, id: 'kh-ambulance-119', name: 'Ambulance' },
      { name: 'រថយន្តសង្គ្រោះបន្ទាន់', nameLang: here, other: 'Ambulance', otherLang: 'en' },
    ],
  ] as const)('in %s of %j', (language, given, expected) =>
    expect(names({ line: given, language })).toEqual(expected),
  );

  it('a native name is written in the letters of the language that is told for it', () => {
    const native = everyLine.filter(({ nativeName }) => nativeName !== null);
    expect(native.length).toBeGreaterThan(0);
    const wrong = native.filter((one) => {
      const { other, otherLang } = names({ line: one, language: 'en' });
      const script = new Intl.Locale(otherLang ?? 'und').maximize().script;
      return !SCRIPTS[script ?? '']?.test(other ?? '');
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

/** By the tags that `Intl` gives; a language in letters that are not here needs a line. */
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  Arab: /\p{Script=Arabic}/u,
  Beng: /\p{Script=Bengali}/u,
  Cyrl: /\p{Script=Cyrillic}/u,
  Grek: /\p{Script=Greek}/u,
  Hans: /\p{Script=Han}/u,
  Hebr: /\p{Script=Hebrew}/u,
  Jpan: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  Khmr: /\p{Script=Khmer}/u,
  Kore: /\p{Script=Hangul}/u,
  Latn: /\p{Script=Latin}/u,
  Thai: /\p{Script=Thai}/u,
};
