// From a language as people write it to the pack that the engine takes: examples and names are left out.
import { asRead } from '../engine/normalise';
import type { PackData } from '../engine/rules';
import type { LanguageFile } from './schema';

/** @param lists all of them, the sexual terms too */
export function toPack(source: LanguageFile, lists: PackData['lists']): PackData {
  return {
    language: source.language,
    gap: source.gap,
    lists,
    spellings: spellingsAsRead(source.spellings),
    ownWords: source['own-words'].map(asRead),
    endings: source.endings.map(asRead),
    otherWords: asRead(source['other-words']),
    ages: { ...source.ages, years: source.ages.years.map(asRead) },
    gates: source.gates,
    lessons: source.lessons,
    signals: Object.entries(source.signals).map(([id, { speaker, phrases, unless }]) => ({
      id,
      speaker,
      phrases,
      unless,
    })),
  };
}

/** Whether messages have it as one word. */
export function isReadAsOneWord(text: string): boolean {
  return isOneWord(asRead(text));
}

const isOneWord = (read: string) => read !== '' && !read.includes(' ');

/** Only what is one word: a spelling stands for a word, and a space would part it in the packs (prepare.ts). */
function spellingsAsRead(spellings: PackData['spellings']): PackData['spellings'] {
  const read = new Map<string, string[]>();
  for (const [word, others] of Object.entries(spellings)) {
    const base = asRead(word);
    const single = others.map(asRead).filter(isOneWord);
    if (isOneWord(base)) read.set(base, [...(read.get(base) ?? []), ...single]);
  }
  return Object.fromEntries(read);
}
