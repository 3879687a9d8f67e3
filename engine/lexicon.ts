// Which written words stand for which words of the rules: numbers words, spellings, regular endings and lists.
import { COMMON_WORDS } from './common-words';
import { basesOf } from './endings';
import { classOfNumber, DIGITS } from './numbers';
import type { ParsedPack } from './pack';
import type { NumberClass } from './phrase';
import type { PackData } from './rules';
import { finish } from './steps';
import { type Vocabulary, vocabularySteps } from './vocabulary';
import type { WordBook } from './word-index';
import { type WordSet, wordOf } from './words';

export type Lexicon = {
  readonly vocabulary: Vocabulary;
  /** For each word by number, from 0 on, the words of the rules that it stands for too, in order. */
  readonly bases: readonly (readonly number[])[];
  /** A phrase's word with all written words that stand for it; the same object each time. */
  wordsOf(word: string): WordSet;
  classOf(name: NumberClass): WordSet;
};

/** Lists of a pack whose words are everywhere: they make poor keywords for the filter. */
const COMMON_LISTS = ['filler', 'common'];
/** Times in 1,000 words of ordinary talk, where nothing was counted: a word of those lists; a rare one, more where many phrases name it. */
const SMALL_WORD = 1;
const RARE_WORD = 0.02;
const PER_USE = 0.004;

/** Works out, for the build, what the words of the packs stand for. */
export function createLexicon(book: WordBook, parsed: readonly ParsedPack[]): Lexicon {
  const packs = parsed.map(({ pack }) => pack);
  const endings = endingsOf(packs);
  const years = new Set(packs.flatMap(({ ages }) => ages.years));
  const others = new Set(otherWordsOf(packs).split(' '));
  const vocabulary = finish(vocabularySteps(book, endings, others, years));
  const standsFor = linkForms(packs, vocabulary, endings);
  const common = commonnessOf(parsed, vocabulary, book);
  const known = new Map<string, WordSet>();
  const wordsOf = (word: string) => {
    const before = known.get(word);
    if (before) return before;
    const forms = standsFor.get(word) ?? [];
    const sum = forms.reduce((all, id) => all + (common[id] ?? RARE_WORD), 0);
    const id = vocabulary.idOf.get(word);
    if (id === undefined) throw new Error(`"${word}" is not in the book`);
    const fresh = wordOf(id, sum);
    known.set(word, fresh);
    return fresh;
  };
  return {
    vocabulary,
    bases: basesIn(standsFor, vocabulary),
    wordsOf,
    classOf: (name) => wordsOf(`<${name}>`),
  };
}

/** Regular endings of all packs. */
export function endingsOf(packs: readonly PackData[]): readonly string[] {
  return [...new Set(packs.flatMap((pack) => pack.endings))];
}

/** Words of all packs that are no typos, with a space between them. */
export function otherWordsOf(packs: readonly PackData[]): string {
  return packs
    .map((pack) => pack.otherWords)
    .join(' ')
    .trim();
}

/** For each word by number the words of the rules that it stands for besides itself. */
function basesIn(
  standsFor: ReadonlyMap<string, readonly number[]>,
  { idOf, size }: Vocabulary,
): readonly (readonly number[])[] {
  const bases: number[][] = Array.from({ length: size + 1 }, () => []);
  for (const [word, forms] of standsFor) {
    const base = idOf.get(word);
    // A spelling of a word that no phrase names stands for nothing.
    if (base === undefined) continue;
    for (const form of forms) if (form !== base) bases[form]?.push(base);
  }
  return bases.map((row) => row.sort((a, b) => a - b));
}

/** For each word of the rules the ids of all written words that stand for it: its forms, its spellings, their forms. */
function linkForms(
  packs: readonly PackData[],
  vocabulary: Vocabulary,
  endings: readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const { idOf } = vocabulary;
  const standsFor = new Map<string, number[]>();
  const formsOf = new Map<string, number[]>();
  const link = (word: string, id: number) => {
    const known = standsFor.get(word);
    if (!known) standsFor.set(word, [id]);
    else if (!known.includes(id)) known.push(id);
  };
  for (const [word, id] of idOf) {
    link(word, id);
    for (const base of basesOf(word, endings)) {
      if (!idOf.has(base)) continue;
      link(base, id);
      const forms = formsOf.get(base);
      if (forms) forms.push(id);
      else formsOf.set(base, [id]);
    }
  }
  for (const { spellings } of packs)
    for (const [word, list] of Object.entries(spellings))
      for (const written of list) {
        const id = idOf.get(written);
        if (id !== undefined) link(word, id);
        // "photos" is a form of "photo", which is a spelling of "pic".
        for (const form of formsOf.get(written) ?? []) link(word, form);
      }
  linkNumbers(vocabulary, link);
  return standsFor;
}

/** Numbers that are words of a phrase belong to the classes of numbers. */
function linkNumbers({ idOf }: Vocabulary, link: (word: string, id: number) => void): void {
  for (const [word, id] of idOf) {
    if (word === '<minor>' || word === '<adult>') link('<num>', id);
    if (!DIGITS.test(word)) continue;
    link('<num>', id);
    link(classOfNumber(Number(word)), id);
  }
}

function commonnessOf(
  packs: readonly ParsedPack[],
  { idOf, size }: Vocabulary,
  { uses }: WordBook,
): Float64Array {
  const common = new Float64Array(size + 1);
  for (let id = 1; id <= size; id += 1) common[id] = RARE_WORD + PER_USE * (uses[id - 1] ?? 0);
  for (const { lists } of packs)
    for (const name of COMMON_LISTS)
      for (const entry of lists.get(name) ?? [])
        if (entry.kind === 'word') common[idOf.get(entry.word) ?? 0] = SMALL_WORD;
  for (const [perThousand, words] of COMMON_WORDS)
    for (const word of words.split(' ')) {
      const id = idOf.get(word);
      if (id !== undefined) common[id] = perThousand;
    }
  return common;
}
