// Which written words stand for which words of the rules: numbers words, spellings, regular endings and lists.
import { COMMON_WORDS } from './common-words';
import { finish, type ParsedPack } from './pack';
import type { NumberClass, PhraseNode } from './phrase';
import { basesOf, createVocabulary, type Vocabulary } from './vocabulary';
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
/** Words that are linked in one step: about a millisecond's. */
const STEP_WORDS = 200;

export const createLexicon = (packs: readonly ParsedPack[]): Lexicon => finish(lexiconSteps(packs));

/** The same in steps (`startDetector`): whoever runs them may rest at each `yield`. */
export function* lexiconSteps(packs: readonly ParsedPack[]): Generator<undefined, Lexicon> {
  const { uses, lone } = yield* countWords(packs);
  const endings = [...new Set(packs.flatMap(({ pack }) => pack.endings))];
  yield;
  const vocabulary = createVocabulary(uses, lone, endings);
  yield;
  const standsFor = yield* linkForms(packs, vocabulary, endings);
  yield;
  const classes = numberClasses(vocabulary);
  const common = commonnessOf(packs, vocabulary, uses);
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

/** All words that the packs name, with the number of phrases that do, and those that are a whole phrase alone. */
function* countWords(packs: readonly ParsedPack[]) {
  const uses = new Map<string, number>([
    ['<num>', 0],
    ['<minor>', 0],
    ['<adult>', 0],
  ]);
  const lone = new Set<string>();
  const count = (word: string) => uses.set(word, (uses.get(word) ?? 0) + 1);
  for (const { pack, lists, gates, signals } of packs) {
    for (const entries of lists.values()) for (const entry of entries) forEachWord(entry, count);
    for (const { tree } of gates) forEachWord(tree, count);
    for (const { phrases, unless } of signals) {
      for (const { tree } of phrases) {
        forEachWord(tree, count);
        forEachLoneWord(tree, lists, (word) => lone.add(word));
      }
      for (const { tree } of unless) forEachWord(tree, count);
      yield;
    }
    for (const spellings of Object.values(pack.spellings))
      for (const written of spellings) if (!uses.has(written)) uses.set(written, 0);
  }
  return { uses, lone };
}

/** For each word of the rules the ids of all written words that stand for it: its forms, its spellings, their forms. */
function* linkForms(
  packs: readonly ParsedPack[],
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
  for (const { pack } of packs)
    for (const [word, list] of Object.entries(pack.spellings))
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

function commonnessOf(
  packs: readonly ParsedPack[],
  { idOf, size }: Vocabulary,
  uses: ReadonlyMap<string, number>,
): Float64Array {
  const common = new Float64Array(size + 1);
  for (const [word, id] of idOf) common[id] = RARE_WORD + PER_USE * (uses.get(word) ?? 0);
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

/** Calls `visit` for every word of a phrase. */
function forEachWord(node: PhraseNode, visit: (word: string) => void): void {
  if (node.kind === 'word') visit(node.word);
  else if (node.kind === 'optional') forEachWord(node.item, visit);
  else if (node.kind === 'sequence' || node.kind === 'choice')
    for (const item of node.items) forEachWord(item, visit);
}

/** Words that are a whole phrase by themselves. */
function forEachLoneWord(node: PhraseNode, lists: ParsedPack['lists'], visit: (word: string) => void): void {
  if (node.kind === 'word') visit(node.word);
  else if (node.kind === 'choice') for (const item of node.items) forEachLoneWord(item, lists, visit);
  else if (node.kind === 'list')
    for (const item of lists.get(node.name) ?? []) forEachLoneWord(item, lists, visit);
}
