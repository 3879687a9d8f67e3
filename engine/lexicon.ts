// Which written words stand for which words of the rules: numbers words, spellings, regular endings and lists.
import { COMMON_WORDS } from './common-words';
import { parseAgain } from './pack';
import type { NumberClass } from './phrase';
import type { PackData } from './rules';
import { finish } from './steps';
import { basesOf, STEP_WORDS, type Vocabulary, vocabularySteps, type WordBook } from './vocabulary';
import { type Words, wordsOf } from './words';

/** Numbers that stand for an age: a child's, an adult's. */
const AGES: Readonly<Record<Exclude<NumberClass, 'num'>, readonly [number, number]>> = {
  minor: [5, 17],
  adult: [18, 79],
};

export type Lexicon = {
  readonly vocabulary: Vocabulary;
  /** All written words that a phrase's word stands for; the same object each time. */
  wordsOf(word: string): Words;
  classOf(name: NumberClass): Words;
};

/** Lists of a pack whose words are everywhere: they make poor keywords for the filter. */
const COMMON_LISTS = ['filler', 'common'];
/** Times in 1,000 words of ordinary talk, where nothing was counted: a word of those lists; a rare one, more where many phrases name it. */
const SMALL_WORD = 1;
const RARE_WORD = 0.02;
const PER_USE = 0.004;

export const createLexicon = (book: WordBook, packs: readonly PackData[]): Lexicon =>
  finish(lexiconSteps(book, packs));

/** The same in steps: whoever runs them may rest at each `yield`. */
export function* lexiconSteps(book: WordBook, packs: readonly PackData[]): Generator<undefined, Lexicon> {
  const endings = [...new Set(packs.flatMap((pack) => pack.endings))];
  const others = new Set(packs.flatMap((pack) => pack.otherWords.split(' ')));
  const vocabulary = yield* vocabularySteps(book, endings, others);
  const standsFor = yield* linkForms(packs, vocabulary, endings);
  yield;
  const classes = numberClasses(vocabulary);
  yield;
  const common = yield* commonnessOf(packs, vocabulary, book);
  const toWords = (ids: readonly number[]) => {
    let sum = 0;
    for (const id of ids) sum += common[id] ?? RARE_WORD;
    return wordsOf(ids, sum);
  };
  const ofWord = new Map<string, Words>();
  const ofClass = {
    minor: toWords(classes.minor),
    adult: toWords(classes.adult),
    num: toWords(classes.num),
  };
  return {
    vocabulary,
    wordsOf(word) {
      const known = ofWord.get(word);
      if (known) return known;
      const fresh = toWords(standsFor.get(word) ?? []);
      ofWord.set(word, fresh);
      return fresh;
    },
    classOf: (name) => ofClass[name],
  };
}

/** For each word of the rules the ids of all written words that stand for it: its forms, its spellings, their forms. */
function* linkForms(
  packs: readonly PackData[],
  vocabulary: Vocabulary,
  endings: readonly string[],
): Generator<undefined, ReadonlyMap<string, readonly number[]>> {
  const { idOf } = vocabulary;
  const standsFor = new Map<string, number[]>();
  const formsOf = new Map<string, number[]>();
  const link = (word: string, id: number) => {
    const known = standsFor.get(word);
    if (!known) standsFor.set(word, [id]);
    else if (!known.includes(id)) known.push(id);
  };
  for (const [word, id] of idOf) {
    if (id % STEP_WORDS === 0) yield;
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
  return standsFor;
}

function numberClasses({ idOf }: Vocabulary): Readonly<Record<NumberClass, readonly number[]>> {
  const id = (word: string) => idOf.get(word) ?? 0;
  const classes: Record<NumberClass, number[]> = {
    minor: [id('<minor>')],
    adult: [id('<adult>')],
    num: [id('<num>'), id('<minor>'), id('<adult>')],
  };
  for (const [word, number] of idOf) {
    if (!/^\d+$/.test(word)) continue;
    classes.num.push(number);
    for (const name of ['minor', 'adult'] as const)
      if (Number(word) >= AGES[name][0] && Number(word) <= AGES[name][1]) classes[name].push(number);
  }
  return classes;
}

function* commonnessOf(
  packs: readonly PackData[],
  { idOf, size }: Vocabulary,
  { uses }: WordBook,
): Generator<undefined, Float64Array> {
  const common = new Float64Array(size + 1);
  for (let id = 1; id <= size; id += 1) common[id] = RARE_WORD + PER_USE * (uses[id - 1] ?? 0);
  yield;
  for (const { lists } of packs)
    for (const name of COMMON_LISTS)
      for (const text of lists[name] ?? []) {
        const entry = parseAgain(text);
        if (entry.kind === 'word') common[idOf.get(entry.word) ?? 0] = SMALL_WORD;
      }
  yield;
  for (const [perThousand, words] of COMMON_WORDS)
    for (const word of words.split(' ')) {
      const id = idOf.get(word);
      if (id !== undefined) common[id] = perThousand;
    }
  return common;
}
