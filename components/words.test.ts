// The words of cards, facts, signals and levels, in every language that has them: complete, calm, and no claim we
// can't hold.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { flatten } from '../utils/i18n';

const SECTIONS = ['card', 'fact', 'signal', 'signs', 'level'];
const catalogues = readdirSync('locales')
  .filter((file) => file.endsWith('.json'))
  .map((file) => [file, JSON.parse(readFileSync(`locales/${file}`, 'utf8'))] as const);
const signals: Record<string, { readonly stage: string }> = parse(readFileSync('rules/signals.yaml', 'utf8'));
const signalIds = Object.keys(signals);
/** Mere context, and the child's own despair, are nobody's deed: no card and no list names them (engine/reasons.ts, engine/sign-notes.ts). */
const namedIds = signalIds.filter((id) => signals[id]?.stage !== 'context' && id !== 'crisis.despair');

/** A sentence, a part of one, and the reason; the look of a whole chat stands beside nothing else. */
const stringsOf = (id: string) => (id === 'look.alike' ? ['seen', 'why'] : ['seen', 'clause', 'why']);

const sentencesOf = (catalogue: Record<string, never>) =>
  SECTIONS.flatMap((section) => [...flatten(catalogue[section] ?? {}, `${section}.`)]);

describe.each(catalogues)('%s', (_file, catalogue) => {
  const sentences = new Map(sentencesOf(catalogue));

  it('has three strings for a teen for every signal that is named to one, and one for a parent for every signal', () => {
    const wanted = namedIds.flatMap((id) => stringsOf(id).map((part) => `signal.${id}.${part}`));
    expect([...sentences.keys()].filter((key) => key.startsWith('signal.')).toSorted()).toEqual(
      wanted.toSorted(),
    );
    expect(signalIds.filter((id) => !sentences.get(`signs.say.${id}`))).toEqual([]);
    const groups = new Set(signalIds.map((id) => id.split('.')[0]));
    expect([...groups].filter((group) => !sentences.get(`signs.stage.${group}`))).toEqual([]);
  });

  it('shouts nowhere: no exclamation mark, no emoji, no empty sentence', () => {
    const loud = [...sentences].filter(
      ([, text]) => /!|\p{Extended_Pictographic}/u.test(text) || text.trim() === '',
    );
    expect(loud).toEqual([]);
  });

  it('holds no number to call: those come from help/ alone', () => {
    expect([...sentences].filter(([, text]) => /\d{3,}|https?:/.test(text))).toEqual([]);
  });
});

describe('English', () => {
  const english = new Map(sentencesOf(catalogues.find(([file]) => file === 'en.json')?.[1] ?? {}));
  const forTeens = [...english].filter(([key]) => !key.startsWith('signs.'));

  const FORBIDDEN = [
    /\bsafe\b/i,
    /\bin trouble\b/i,
    /sextort|groom|predator|perpetrator|offender|victim/i,
    /screenshot|forward (it|the)|save the picture/i,
    /\byou should have|your own fault|stupid|careless/i,
    /\bCOPPA|algorithm|AI\b/,
  ];
  it.each(FORBIDDEN)('never says %s to a teen', (words) => {
    expect(forTeens.filter(([, text]) => words.test(text))).toEqual([]);
  });

  it('never says to call without saying whom: the last one named is the person in the chat', () => {
    expect(forTeens.filter(([, text]) => /\bor call(?: now)?[.,]/.test(text))).toEqual([]);
  });

  it('begins a sentence of what was seen with who did it, and blames nobody for the look of a whole chat', () => {
    for (const id of namedIds)
      expect(english.get(`signal.${id}.seen`)).toMatch(
        id === 'look.alike' ? /^This chat .+\.$/ : /^This person .+\.$/,
      );
  });

  it('keeps clauses to six words and reasons to ten, so that two fit a card', () => {
    const words = (key: string) => english.get(key)?.split(/\s+/).length ?? 0;
    const long = namedIds.filter((id) => words(`signal.${id}.clause`) > 6 || words(`signal.${id}.why`) > 10);
    expect(long).toEqual([]);
  });

  /** Flesch-Kincaid grade; 5 is an age of 10 to 11. Syllables by vowel groups: rough, steady over many words. */
  const gradeOf = (text: string) => {
    const words = text.match(/[a-z']+/gi) ?? [];
    const sentences = text.match(/[.?:]/g)?.length ?? 1;
    const syllables = words.reduce(
      (sum, word) =>
        sum +
        (word
          .toLowerCase()
          .replace(/e\b/, '')
          .match(/[aeiouy]+/g)?.length ?? 1),
      0,
    );
    return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
  };

  it('reads at an age of 10 to 11 in all it says to a teen', () => {
    const prose = forTeens.filter(([key, text]) => /[.?]$/.test(text) && !key.endsWith('.clause'));
    expect(gradeOf(prose.map(([, text]) => text).join(' '))).toBeLessThan(5);
    const hard = prose.filter(([, text]) =>
      text.split(/[.?]\s*/).some((sentence) => sentence.split(' ').length > 16),
    );
    expect(hard).toEqual([]);
  });
});
